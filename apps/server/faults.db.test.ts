import { randomUUID } from 'node:crypto';
import type { FastifyBaseLogger } from 'fastify';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../../platform/db/database.ts';
import { startDemoServer, type DemoServer } from '../../tests/support/demo-server.ts';
import { sitDown, type Desks } from '../../tests/support/desk.ts';
import { runTimerOnce } from './timer.ts';

let server: DemoServer;
let owner: pg.Client;
let desks: Desks;
const morning = new Date('2026-11-18T02:00:00Z');
beforeAll(async () => {
  server = await startDemoServer(morning);
  owner = new pg.Client({ connectionString: server.databaseUrl });
  await owner.connect();
  desks = await sitDown(server);
});
afterAll(async () => {
  await owner.end();
  await server.close();
});

async function raise(): Promise<{ matterId: string; number: string; code: string }> {
  const report = { what: '楼道灯不亮', category: 'lighting', community: '990102001001', place: '3号楼2单元门口' };
  return (await server.ask('POST', '/api/public/requests', { body: { commandId: randomUUID(), ...report } })).body;
}
const timelineOf = async (matterId: string) =>
  (
    await owner.query('select seq, at, kind, content from matters.timeline where matter_id = $1 order by seq', [
      matterId,
    ])
  ).rows;
const kindsOf = async (matterId: string) =>
  (await timelineOf(matterId)).map(({ kind, content }) => content.step ?? content.clock ?? kind);
const clocksOf = async (matterId: string) =>
  (
    await owner.query('select clock, run, started_at, due_at from matters.clocks where matter_id = $1 order by 1, 2', [
      matterId,
    ])
  ).rows;
/** Keeps what would be logged. */
const listenToLog = () => {
  const said: string[] = [];
  const log = { error: ({ err }: { err: Error }) => said.push(err.message) } as unknown as FastifyBaseLogger;
  return { log, said };
};

describe('two servers that run the timer at once', () => {
  test('note a miss once and take the timer’s step once', async () => {
    const { matterId } = await raise();
    await desks.take('director', matterId, 'accept');
    await desks.take('director', matterId, 'askResident', { question: '是哪一层的灯？' });
    server.setNow(new Date('2026-12-10T02:00:00Z'));
    const other = openDatabase(server.databaseUrl);
    const { log, said } = listenToLog();
    const holder = new pg.Client({ connectionString: server.databaseUrl });
    await holder.connect();
    await holder.query('begin');
    await holder.query('select from matters.matters where id = $1 for update', [matterId]);
    const rounds = [server.ground, { ...server.ground, db: other }].map((ground) => runTimerOnce(ground, log));
    const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    while ((await owner.query(waiting)).rowCount !== 2) await new Promise(setImmediate);
    await holder.end();
    const written = await Promise.all(rounds);
    await other.destroy();
    expect(written.toSorted()).toEqual([0, 2]);
    expect(await kindsOf(matterId)).toEqual(['opened', 'accept', 'askResident', 'supplement', 'resume']);
    expect(said).toEqual([]);
    server.setNow(morning);
  });
});

describe('a clock of the machine that jumps back an hour', () => {
  test('makes no entry earlier than the one before, and moves no due instant', async () => {
    const [jumped, steady] = [(await raise()).matterId, (await raise()).matterId];
    const noon = new Date('2026-11-18T04:00:00Z');
    server.setNow(noon);
    for (const id of [jumped, steady]) await desks.take('director', id, 'accept');
    const before = await clocksOf(jumped);
    server.setNow(new Date(noon.getTime() - 3_600_000));
    expect((await desks.take('director', jumped, 'note', { note: '去看过了' })).status).toBe(200);
    expect((await clocksOf(jumped)).filter(({ clock }) => clock !== 'supplement')).toEqual(before);
    expect((await desks.take('director', jumped, 'askResident', { question: '是哪一层的灯？' })).status).toBe(200);
    expect(await runTimerOnce(server.ground, listenToLog().log)).toBe(0);
    server.setNow(noon);
    await desks.take('director', steady, 'note', { note: '去看过了' });
    await desks.take('director', steady, 'askResident', { question: '是哪一层的灯？' });
    const times = (await timelineOf(jumped)).map(({ at }) => at.getTime());
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times.at(-1)).toBe(noon.getTime());
    expect(await clocksOf(jumped)).toEqual(await clocksOf(steady));
    server.setNow(morning);
  });
});

describe('somebody whose appointment ended yesterday', () => {
  const endOn = (day: string | null) =>
    owner.query('update bodies.appointments set to_on = $1 where account_id = $2', [
      day,
      server.signIns.find(({ key }) => key === 'clerk')?.accountId,
    ]);

  test('may do nothing in the post any more, also in a session that is still open', async () => {
    const { matterId } = await raise();
    const cookie = await server.signIn('clerk');
    const accept = () =>
      server.ask('POST', `/api/matters/${matterId}/steps/accept`, {
        cookie,
        body: { commandId: randomUUID(), seenSeq: 1, input: {} },
      });
    await endOn('2026-11-17');
    const refused = await accept();
    expect([refused.status, refused.body.code]).toEqual([403, 'access.post_ended']);
    expect(refused.body.message.zh).toMatch(/岗位/);
    expect((await server.ask('GET', `/api/matters/${matterId}`, { cookie })).status).toBe(403);
    expect(await kindsOf(matterId)).toEqual(['opened']);
    expect((await owner.query('select from matters.commands where matter_id = $1', [matterId])).rowCount).toBe(1);
    await endOn('2026-11-18');
    expect((await accept()).status).toBe(200);
    await endOn(null);
  });
});

describe('a version of a procedure that is gone', () => {
  const putUnder = (version: number, matterId: string) =>
    owner.query('update matters.matters set procedure_version = $1 where id = $2', [version, matterId]);
  const rowsOf = async () =>
    (await desks.ask('director', 'GET', '/api/matters?queue=newest')).body.rows as {
      id: string;
      title: string;
      stateName: { zh: string };
    }[];

  test('is named, with the matter and all others still listed, and nothing is lost', async () => {
    const [gone, other] = [await raise(), await raise()];
    await putUnder(99, gone.matterId);
    const rows = await rowsOf();
    expect(rows.find(({ id }) => id === gone.matterId)).toMatchObject({
      title: '楼道灯不亮',
      stateName: { zh: '流程第 99 版缺失' },
      clock: null,
    });
    expect(rows.find(({ id }) => id === other.matterId)).toMatchObject({ stateName: { zh: '待社区接手' } });
    expect((await desks.ask('director', 'GET', '/api/queues')).status).toBe(200);

    const page = await desks.ask('director', 'GET', `/api/matters/${gone.matterId}`);
    expect([page.status, page.body.code]).toEqual([500, 'procedure.gone']);
    expect(page.body.message.zh).toContain('resident-request@99');
    expect(page.body.message.zh).toContain('事情和记录都还在');
    const step = await desks.take('director', gone.matterId, 'accept');
    expect([step.status, step.body.code]).toEqual([500, 'procedure.gone']);
    const { number, code } = gone;
    const followed = await server.ask('POST', '/api/public/follow', { body: { number, code } });
    expect([followed.status, followed.body.code]).toEqual([500, 'procedure.gone']);
    expect(await kindsOf(gone.matterId)).toEqual(['opened']);

    await putUnder(1, gone.matterId);
    expect((await desks.take('director', gone.matterId, 'accept')).body.state).toBe('handling');
  });

  test('stops no clock of another matter, and the timer says which one it is', async () => {
    const [gone, other] = [(await raise()).matterId, (await raise()).matterId];
    await putUnder(99, gone);
    server.setNow(new Date('2026-11-18T16:00:01Z'));
    const { log, said } = listenToLog();
    await runTimerOnce(server.ground, log);
    expect(said).toEqual([expect.stringContaining('resident-request@99')]);
    expect(await kindsOf(other)).toEqual(['opened', 'acceptance']);
    expect(await kindsOf(gone)).toEqual(['opened']);
    await putUnder(1, gone);
    await runTimerOnce(server.ground, log);
    expect(await kindsOf(gone)).toEqual(['opened', 'acceptance']);
    server.setNow(morning);
  });
});
