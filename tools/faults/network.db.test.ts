import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { makeServer } from '../../apps/server/server.ts';
import { openDatabase } from '../../platform/db/database.ts';
import { startDemoServer, type DemoServer } from '../../tests/support/demo-server.ts';
import { startProxy, type Proxy } from './proxy.ts';

let server: DemoServer;
let proxy: Proxy;
let app: FastifyInstance;
let db: DemoServer['ground']['db'];
let owner: pg.Client;
beforeAll(async () => {
  server = await startDemoServer();
  const { searchParams, pathname, username } = new URL(server.databaseUrl);
  proxy = await startProxy(join(searchParams.get('host') ?? '', '.s.PGSQL.5432'));
  const patience = { connectMs: 2000, statementMs: 1500, answerMs: 2000, idleMs: 3000 };
  db = openDatabase(`postgresql://${username}@127.0.0.1:${proxy.port}${pathname}`, { patience });
  app = await makeServer({ ...server.ground, db }, { demoAccounts: [], sso: null });
  owner = new pg.Client({ connectionString: server.databaseUrl });
  await owner.connect();
});
afterAll(async () => {
  await app.close();
  await db.destroy();
  await proxy.close();
  await owner.end();
  await server.close();
});
afterEach(() => {
  proxy.become('whole');
  proxy.breakAt({ inTransaction: 0, atCommit: 0 });
});

const report = { what: '楼道灯不亮', category: 'lighting', community: '990102001001', place: '3号楼2单元门口' };
const raise = (commandId: string = randomUUID()) =>
  app.inject({ method: 'POST', url: '/api/public/requests', payload: { commandId, ...report } });
const get = (url: string, headers: Record<string, string> = {}) => app.inject({ method: 'GET', url, headers });
const countMatters = async () => Number((await owner.query('select count(*) as n from matters.matters')).rows[0].n);

/** Until a connection is made again: what the pool still held is thrown away at its first use. */
async function untilWhole(): Promise<void> {
  for (let tries = 0; (await get('/healthz')).statusCode !== 200; tries += 1)
    if (tries > 20) throw new Error('the server did not come back by itself');
}

test.each(['cut', 'silent'] as const)(
  'a network that is %s is said in time, in words, and mends by itself',
  async (how) => {
    expect((await raise()).statusCode).toBe(200);
    const before = await countMatters();
    proxy.become(how);
    const startedAt = performance.now();
    const [raised, page, inEnglish, open311, health] = await Promise.all([
      raise(),
      get('/see', { cookie: 'language=zh' }),
      get('/see', { cookie: 'language=en' }),
      get('/open311/v2/requests.json', { 'accept-language': 'en' }),
      get('/healthz'),
    ]);
    expect(performance.now() - startedAt).toBeLessThan(15_000);
    for (const answer of [raised, page, inEnglish, open311, health]) expect(answer.statusCode).toBe(503);
    for (const answer of [raised, page, inEnglish, open311]) expect(answer.headers['retry-after']).toBe('5');
    expect(raised.json()).toMatchObject({ code: 'trouble.database_away' });
    expect(raised.json().message.zh).toContain('再试');
    expect(page.body).toContain('数据库');
    expect(inEnglish.body).toContain('Please try again in 5 seconds');
    expect(open311.body).toContain('Please try again in 5 seconds');
    expect(health.json()).toMatchObject({ ok: false, trouble: { code: 'trouble.database_away' } });
    proxy.become('whole');
    await untilWhole();
    expect((await get('/healthz')).json()).toMatchObject({ ok: true });
    expect(await countMatters()).toBe(before);
    expect((await raise()).statusCode).toBe(200);
  },
);

/** Breaks connections at their commit until one was that of a report: it was done, and nobody heard of it. */
async function loseAnAnswer(): Promise<{ before: number; commandId: string }> {
  for (let tries = 0; tries < 100; tries += 1) {
    const [before, commandId] = [await countMatters(), randomUUID()];
    proxy.breakAt({ inTransaction: 0, atCommit: 0.4 });
    const { statusCode } = await raise(commandId);
    proxy.breakAt({ inTransaction: 0, atCommit: 0 });
    await new Promise((resolve) => setTimeout(resolve, 100)); // for the database to end what it was told
    if (statusCode === 503 && (await countMatters()) > before) return { before, commandId };
  }
  throw new Error('no answer to a report was lost');
}

test('a connection that dies between commit and answer: sent again, the command counts once', async () => {
  await untilWhole();
  const { before, commandId } = await loseAnAnswer();
  await untilWhole();
  const again = await raise(commandId);
  expect(again.statusCode).toBe(200);
  expect(await countMatters()).toBe(before + 1);
});

test('a connection that dies in the middle of a transaction leaves nothing of it', async () => {
  await untilWhole();
  const before = await countMatters();
  proxy.breakAt({ inTransaction: 1, atCommit: 0 });
  expect((await raise()).statusCode).toBe(503);
  expect(await countMatters()).toBe(before);
});

test('commits that get no answer keep no connection: more of them than the pool has, and it works on', async () => {
  proxy.breakAt({ inTransaction: 0, atCommit: 1 });
  for (let i = 0; i < 10; i += 1) expect((await raise()).json().code).toBe('trouble.database_away');
  proxy.breakAt({ inTransaction: 0, atCommit: 0 });
  await untilWhole();
  expect((await raise()).statusCode).toBe(200);
});

test('a statement that takes too long is given up by the database, and said', async () => {
  await untilWhole();
  await owner.query('begin');
  await owner.query('lock table matters.commands in access exclusive mode');
  const slow = await raise();
  await owner.query('rollback');
  expect([slow.statusCode, slow.json().code]).toEqual([503, 'trouble.database_slow']);
  expect((await raise()).statusCode).toBe(200);
});
