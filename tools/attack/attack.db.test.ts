import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDemoServer, type DemoServer } from '../../tests/support/demo-server.ts';
import { attackInput } from './attack-input.ts';
import { checkCrossSite, checkHeaders, checkRedirects } from './doors.ts';
import { gatherTargets, isExcused, type Gathered } from './gather.ts';
import { fixSessions, guessCodes, guessPasswords, prepareAccount } from './guesses.ts';
import { digestTables } from './kept.ts';
import { sendInside, type Send } from './send.ts';
import { listServedRoutes } from './served-routes.ts';

const nowhere = {
  issuer: 'http://127.0.0.1:9/',
  clientId: 'linli',
  clientSecret: 'invented',
  nameZh: '统一身份认证',
  nameEn: 'single sign-on',
  publicUrl: 'http://127.0.0.1:9',
};
let server: DemoServer;
let send: Send;
let served: readonly string[];
let gathered: Gathered;
beforeAll(async () => {
  served = await listServedRoutes(async () => {
    server = await startDemoServer(undefined, nowhere);
    return server.app;
  });
  send = sendInside(server.app);
  gathered = await gatherTargets(send, served, 1);
}, 600_000); // files of many megabytes are made, and the site is walked
afterAll(() => server.close());

test('every route that is served is attacked, at more fields than any list of ours could hold', () => {
  expect(new Set(gathered.targets.map(({ route }) => route))).toEqual(
    new Set(served.filter((route) => !isExcused(route))),
  );
  expect(gathered.targets.length).toBeGreaterThan(240);
  expect(gathered.targets.reduce((sum, { fields }) => sum + fields, 0)).toBeGreaterThan(1000);
});

test('bad input at every field is refused with a sentence, and changes nothing', { timeout: 600_000 }, async () => {
  const digest = () => digestTables(server.databaseUrl);
  const attack = { send, signIns: gathered.signIns, digest, every: 20 };
  const { offences, lines } = await attackInput(attack, gathered.targets);
  expect(offences).toEqual([]);
  expect(lines.reduce((sum, { requests }) => sum + requests, 0)).toBeGreaterThan(1000);
});

const asking = () => ({ ...gathered, send, digest: () => digestTables(server.databaseUrl), every: 5 });

test('what changes something takes nothing from pages of other sites', async () => {
  const { looked, offences } = await checkCrossSite(asking());
  expect(offences).toEqual([]);
  expect(looked).toBeGreaterThan(100);
});

test('every answer carries what a browser must know, and nothing personal is kept by others', async () => {
  const { looked, offences } = await checkHeaders(asking());
  expect(offences).toEqual([]);
  expect(looked).toBeGreaterThan(250);
});

test('no address sends a visitor elsewhere', async () => {
  const { looked, offences } = await checkRedirects(asking(), gathered.seen);
  expect(offences).toEqual([]);
  expect(looked).toBeGreaterThan(300);
});

test('guesses of passwords and codes come to an end, with words and when to try again; a session chosen by another opens nothing', async () => {
  await prepareAccount(server.databaseUrl, server.ground.districtId);
  const checks = [await fixSessions(send), await guessPasswords(send, 1), await guessCodes(send, gathered.receipt, 16)];
  expect(checks.flatMap(({ offences }) => offences)).toEqual([]);
});
