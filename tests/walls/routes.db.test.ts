import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiRoutes } from '../../apps/server/api.ts';
import { scopeFor } from '../../modules/access/index.ts';
import { findActor } from '../../modules/bodies/index.ts';
import { inTransaction } from '../../platform/db/transaction.ts';
import type { Route } from '../../platform/http/contract.ts';
import { noScope } from '../../platform/work.ts';
import { startDemoServer, type DemoServer } from '../support/demo-server.ts';
import { here, kindsOfUser, prepareUsers, type KindOfUser } from './kinds-of-user.ts';
import { sampleOf } from './sample.ts';

type Thing = { readonly matterId: string; readonly number: string; readonly code: string };
type Cell = { readonly route: string; readonly where: string; readonly user: KindOfUser; readonly status: number };

/** Rewritten by `npm run walls`; a change of it is a change of who may see what, and is read as such. */
const table = new URL('./routes.json', import.meta.url);
const routes = Object.entries(apiRoutes) as [string, Route][];
const cells: Cell[] = [];
let server: DemoServer;

beforeAll(async () => {
  server = await startDemoServer();
  const signIn = await prepareUsers(server);
  const cookies = new Map<KindOfUser, string | undefined>();
  for (const user of kindsOfUser) cookies.set(user, await signIn(user));
  for (const [route, shape] of routes) {
    const [method, path] = route.split(' ') as ['GET' | 'POST' | 'DELETE', string];
    const isAboutMatters = /^\/api\/(matters|requests|public)\/.*:|\/follow/.test(path);
    let things = isAboutMatters ? await raiseTwo() : undefined;
    let isAsRaised = true;
    for (const user of kindsOfUser) {
      if (things && !isAsRaised) things = await raiseTwo(); // a step that one took is not there for the next
      isAsRaised = true;
      const places = things ? Object.entries(things) : ([['', undefined]] as const);
      for (const [where, thing] of places) {
        // Only the resident knows the code of the matter here; everybody else tries what they have.
        const code = user === 'resident' && where === 'here' ? thing?.code : 'AAAA-AAAA';
        const known = { commandId: randomUUID(), number: thing?.number, code, seenSeq: 1, channel: 'counter' };
        const body = shape.body ? (sampleOf(shape.body, known) as object) : undefined;
        const query = shape.query ? `?${new URLSearchParams(sampleOf(shape.query, {}) as Record<string, string>)}` : '';
        const cookie = cookies.get(user);
        const url = fillPath(path, thing) + query;
        const { status } = await server.ask(method, url, { ...(cookie ? { cookie } : {}), ...(body ? { body } : {}) });
        cells.push({ route, where, user, status });
        // A wrong code is counted, and what was taken has changed the matter; any other refusal leaves it as it was.
        if (method !== 'GET' && (status < 400 || 'code' in (body ?? {}))) isAsRaised = false;
        if (path.includes('session')) cookies.set(user, await signIn(user)); // it may have ended or changed it
      }
    }
  }
}, 600_000); // a walk of every route
afterAll(() => server.close());

/** Each from a person and a network of its own, so that their pace is nobody's concern here. */
let raised = 0;
async function raiseTwo(): Promise<Record<'here' | 'elsewhere', Thing>> {
  const raise = async (community: string): Promise<Thing> => {
    raised += 1;
    const phone = `139${String(raised).padStart(8, '0')}`;
    const what = '楼道灯坏了，晚上看不见路';
    const report = { commandId: randomUUID(), what, community, place: '3号楼', phone };
    const from = `10.0.${raised >> 8}.${raised & 255}`;
    const { body, status } = await server.ask('POST', '/api/public/requests', { body: report, from });
    if (status !== 200) throw new Error(`the request was not taken: ${JSON.stringify(body)}`);
    return body;
  };
  const [near, far] = await Promise.all([raise(here.community), raise(here.elsewhere)]);
  return { here: near, elsewhere: far };
}

const fillPath = (path: string, thing: Thing | undefined): string =>
  path
    .replace(/^(\/api\/procedures\/):id/, '$1resident-request')
    .replace(':id', thing?.matterId ?? randomUUID())
    .replace(':number', thing?.number ?? '2611-00001-2')
    .replace(':step', 'accept')
    .replace(':code', here.community)
    .replace(/:\w+/g, randomUUID());

const openTo = (user: KindOfUser, permission: (of: string) => boolean) =>
  cells.filter(
    (cell) => cell.user === user && permission(routes.find(([name]) => name === cell.route)?.[1].permission ?? ''),
  );

test('every route answers each kind of user as the committed table says; npm run walls rewrites it', async () => {
  const rows = new Map<string, string>();
  for (const { route, where, user, status } of cells) {
    const name = where === '' ? route : `${route} · ${where}`;
    rows.set(name, `${rows.has(name) ? `${rows.get(name)} · ` : ''}${user} ${status}`);
  }
  process.stdout.write(
    `walls: ${rows.size} rows, ${cells.length} cells: ${routes.length} routes, ${kindsOfUser.length} kinds of user\n`,
  );
  await expect(`${JSON.stringify(Object.fromEntries(rows), null, 2)}\n`).toMatchFileSnapshot(table.pathname);
});

test('no route fails, and each was asked by each kind of user', () => {
  expect(cells.filter(({ status }) => status >= 500)).toEqual([]);
  for (const [name] of routes)
    expect(new Set(cells.filter(({ route }) => route === name).map(({ user }) => user)).size, name).toBe(
      kindsOfUser.length,
    );
});

test('who has not signed in here, or has in another district, passes no door', () => {
  for (const user of ['nobody', 'resident', 'otherDistrict'] as const) {
    const closed = openTo(user, (permission) => permission !== 'anyone');
    expect(closed.length).toBeGreaterThan(20);
    expect(closed.filter(({ status }) => status !== 401)).toEqual([]);
  }
});

test('an administrator passes the doors of posts and procedures only, and the database shows them no matter', async () => {
  const own = new Set([
    'anyone',
    'signedIn',
    'procedures.read',
    'posts.read',
    'posts.standIn',
    'district.administer',
    'accounts.administer',
    'bodies.read',
    'territory.edit',
  ]);
  const foreign = openTo('administrator', (permission) => !own.has(permission));
  expect(foreign.length).toBeGreaterThan(15);
  expect(foreign.filter(({ status }) => status !== 403)).toEqual([]);
  const { accountId, postId } = server.signIns.find(
    ({ key }) => key === 'administrator',
  ) as DemoServer['signIns'][number];
  const { districtId, db, clock } = server.ground;
  const occasion = { districtId, now: clock(), actor: { kind: 'public' }, scope: noScope } as const;
  const actor = await inTransaction(db, occasion, (work) => findActor(work, { accountId, postId }));
  if (!actor) throw new Error('the administrator holds no post');
  const seen = (scope: typeof noScope) =>
    inTransaction(db, { ...occasion, actor, scope }, (work) =>
      work.db.selectFrom('matters.matters').select('id').execute(),
    );
  expect(await seen(scopeFor(actor))).toEqual([]);
  expect((await seen({ ...noScope, lo: '990102', hi: '990102~' })).length).toBeGreaterThan(10);
});

test('neighbours see nothing of what lies here, and the community nothing of elsewhere', () => {
  const reads = cells.filter(({ route }) => /^GET \/api\/(matters|requests)\/:id/.test(route));
  const found = (user: KindOfUser, where: string) =>
    reads.filter((cell) => cell.user === user && cell.where === where && cell.status === 200).length;
  for (const user of ['neighbourCommunity', 'neighbourSubdistrict', 'department', 'property'] as const)
    expect(found(user, 'here'), user).toBe(0);
  expect(found('communityClerk', 'elsewhere')).toBe(0);
  expect(found('communityClerk', 'here')).toBeGreaterThan(0);
  expect(found('neighbourSubdistrict', 'elsewhere')).toBeGreaterThan(0);
  expect(found('supervisor', 'elsewhere')).toBeGreaterThan(0);
});
