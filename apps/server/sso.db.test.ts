import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { linkSso } from '../../modules/accounts/index.ts';
import { inTransaction } from '../../platform/db/transaction.ts';
import { noScope } from '../../platform/work.ts';
import { startDemoServer, type DemoServer } from '../../tests/support/demo-server.ts';
import { ssoClient, startSsoProvider, Visitor, type SsoProvider } from '../../tests/support/sso-provider.ts';

let server: DemoServer;
let provider: SsoProvider;
let base: string;

/** A port that is free now, so that both sides can know each other's address before either is up. */
async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

let ports: { ours: number; theirs: number };
beforeAll(async () => {
  ports = { ours: await freePort(), theirs: await freePort() };
  base = `http://127.0.0.1:${ports.ours}`;
  const issuer = `http://127.0.0.1:${ports.theirs}`;
  const oidc = { issuer, ...ssoClient, nameZh: '统一身份认证', nameEn: 'single sign-on', publicUrl: base };
  server = await startDemoServer(new Date(), oidc);
  await server.app.listen({ host: '127.0.0.1', port: ports.ours });
});
afterAll(async () => {
  await provider?.close();
  await server.close();
});

const accountOf = (key: string) => server.signIns.find((one) => one.key === key)?.accountId as string;
const whoIs = async (visitor: Visitor) =>
  (await server.ask('GET', '/api/session', { cookie: visitor.cookies(`127.0.0.1:${ports.ours}`) })).body;

test('a provider that cannot be reached keeps nothing from starting, is said in words, and is asked again', async () => {
  expect((await new Visitor().go(`${base}/sso/start`)).address).toBe(`${base}/console/?sso=unreachable`);
  provider = await startSsoProvider([`${base}/sso/callback`], ports.theirs);
  expect((await new Visitor().go(`${base}/sso/start`)).address).toContain(provider.issuer);
});

test('somebody whom nobody has linked does not get in, whatever they are called', async () => {
  const visitor = new Visitor();
  const { login } = server.signIns[0] as { login: string };
  const end = await visitor.signInAt(await visitor.go(`${base}/sso/start`), login);
  expect(end.address).toBe(`${base}/console/?sso=not_linked`);
  expect((await whoIs(visitor)).me).toBeNull();
});

test('a link made beforehand lets that subject in, and no other', async () => {
  const link = { issuer: provider.issuer, subject: 'sub-of-director', accountId: accountOf('director') };
  const occasion = { districtId: server.ground.districtId, scope: noScope, actor: { kind: 'public' }, now: new Date() };
  await inTransaction(server.ground.db, occasion as never, (work) =>
    linkSso(work, { ...link, byAccountId: accountOf('dispatchLead'), reason: '当面核实过' }),
  );
  const visitor = new Visitor();
  const end = await visitor.signInAt(await visitor.go(`${base}/sso/start`), 'sub-of-director');
  expect(end.address).toBe(`${base}/console/`);
  expect((await whoIs(visitor)).me.accountId).toBe(accountOf('director'));
  const other = new Visitor();
  expect((await other.signInAt(await other.go(`${base}/sso/start`), 'sub-of-directors')).address).toContain(
    'not_linked',
  );
});

test('a person links their own account, is told when the subject is taken, and signs in with it', async () => {
  const visitor = new Visitor();
  await visitor.go(`${base}/demo/sign-in/${accountOf('clerk')}`);
  const linking = await visitor.go(`${base}/sso/start?link=1`);
  expect((await visitor.signInAt(linking, 'sub-of-director')).address).toBe(`${base}/console/account?sso=taken`);

  const again = new Visitor();
  await again.go(`${base}/demo/sign-in/${accountOf('clerk')}`);
  const page = await again.go(`${base}/sso/start?link=1`);
  expect((await again.signInAt(page, 'sub-of-clerk')).address).toBe(`${base}/console/account`);

  const fresh = new Visitor();
  await fresh.signInAt(await fresh.go(`${base}/sso/start`), 'sub-of-clerk');
  expect((await whoIs(fresh)).me.accountId).toBe(accountOf('clerk'));
});

test('linking needs a session, and the one who comes back must be the one who left', async () => {
  expect((await new Visitor().go(`${base}/sso/start?link=1`)).address).toBe(`${base}/console/?sso=failed`);
  const visitor = new Visitor();
  await visitor.go(`${base}/demo/sign-in/${accountOf('gridWorker')}`);
  const page = await visitor.go(`${base}/sso/start?link=1`);
  await visitor.go(`${base}/demo/sign-in/${accountOf('supervisor')}`);
  expect((await visitor.signInAt(page, 'sub-of-somebody')).address).toBe(`${base}/console/?sso=failed`);
});

test.each([
  ['without having left', '?code=abc&state=def'],
  ['with nothing', ''],
  ['with rubbish', '?code=%00%00&state=%F0%9F%92%A9'],
])('coming back %s signs nobody in', async (_, search) => {
  const visitor = new Visitor();
  expect((await visitor.go(`${base}/sso/callback${search}`)).address).toBe(`${base}/console/?sso=failed`);
});

test('a code of another’s journey is refused: state, nonce and verifier belong to the browser that left', async () => {
  const thief = new Visitor();
  await thief.go(`${base}/sso/start`);
  const wrong = await thief.go(`${base}/sso/callback?code=stolen&state=another&iss=${provider.issuer}`);
  expect(wrong.address).toBe(`${base}/console/?sso=failed`);
  const forger = new Visitor();
  forger.put(`127.0.0.1:${ports.ours}`, 'linli_sso', Buffer.from('{"state":"s"}').toString('base64url'));
  expect((await forger.go(`${base}/sso/callback?code=c&state=s`)).address).toBe(`${base}/console/?sso=failed`);
});

test('a link ended by an administrator ends this way in at once', async () => {
  const cookie = await server.signIn('administrator');
  const url = `/api/accounts/${accountOf('clerk')}/sso`;
  expect((await server.ask('POST', url, { cookie, body: { subject: '', reason: '调离本岗位' } })).status).toBe(200);
  const visitor = new Visitor();
  const end = await visitor.signInAt(await visitor.go(`${base}/sso/start`), 'sub-of-clerk');
  expect(end.address).toBe(`${base}/console/?sso=not_linked`);
});
