import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDemoServer, type DemoServer } from '../../tests/support/demo-server.ts';
import { sitDown } from '../../tests/support/desk.ts';
import { checkMessages } from './check-messages.ts';
import { checkTimes } from './check-times.ts';
import { checkAfterwards } from './check.ts';
import type { Acknowledged } from './writer.ts';

let server: DemoServer;
let owner: pg.Client;
const acknowledged: Acknowledged[] = [];
beforeAll(async () => {
  server = await startDemoServer();
  owner = new pg.Client({ connectionString: server.databaseUrl });
  await owner.connect();
  for (let i = 0; i < 3; i += 1) {
    const commandId = randomUUID();
    const report = { commandId, what: '楼道灯不亮', community: '990102001001', place: '3号楼2单元门口' };
    const { body } = await server.ask('POST', '/api/public/requests', { body: report });
    acknowledged.push({ commandId, matterId: body.matterId, step: 'open' });
  }
});
afterAll(async () => {
  await owner.end();
  await server.close();
});

const wrongIn = async (list: readonly Acknowledged[] = acknowledged) =>
  (await checkAfterwards(server.databaseUrl, list))
    .filter(({ wrong }) => wrong > 0)
    .map(({ what }) => what.split(' ')[0]);

/** Breaks something as the owner for as long as `look` takes. */
async function broken(breaking: string, mending: string): Promise<(string | undefined)[]> {
  await owner.query(breaking);
  const wrong = await wrongIn();
  await owner.query(mending);
  return wrong;
}

test('finds nothing wrong in what is whole, and looks at something each time', async () => {
  expect(await wrongIn()).toEqual([]);
  const looked = await checkAfterwards(server.databaseUrl, acknowledged);
  expect(looked.filter((one) => one.looked === 0).map(({ what }) => what)).toEqual([
    'public forms that say what their matter says', // nothing is public before somebody has taken it
  ]);
});

test('misses a command that was acknowledged and is not there, or is there as another step', async () => {
  const [first] = acknowledged as [Acknowledged];
  expect(await wrongIn([...acknowledged, { ...first, commandId: randomUUID() }])).toEqual(['acknowledged']);
  expect(await wrongIn([{ ...first, step: 'accept' }])).toEqual(['acknowledged']);
});

test('finds a count that was lost, a clock that was lost, and an entry that was lost', async () => {
  expect(await broken('update matters.counts set n = n + 1', 'update matters.counts set n = n - 1')).toEqual([
    'counts',
    'timelines', // verifying compares counts too
  ]);
  expect(
    await broken(
      `create temp table kept as select * from matters.clocks; delete from matters.clocks`,
      `insert into matters.clocks select * from kept`,
    ),
  ).toEqual(['open', 'timelines']);
  expect(
    await broken('update matters.matters set seq = seq + 1', 'update matters.matters set seq = seq - 1'),
  ).toContain('matters');
});

/** The same for times: which of the five checks, by the word it begins with, found something wrong. */
async function wrongTimes(breaking: string, mending: string): Promise<(string | undefined)[]> {
  await owner.query(`set session_replication_role = replica; ${breaking}`);
  const wrong = (await checkTimes(server.databaseUrl)).filter((one) => one.wrong > 0);
  await owner.query(mending);
  return wrong.map(({ what }) => what.split(' ')[0]);
}

test('finds an entry before the one before it, a clock that began with none, a miss before its limit, and a draw that is not as it was sealed', async () => {
  const { matterId: id } = acknowledged[0] as Acknowledged;
  const desks = await sitDown(server);
  expect((await desks.take('director', id, 'accept')).status).toBe(200);
  expect(await wrongTimes('', '')).toEqual([]);
  const hour = (sign: '+' | '-', what: string) =>
    `update matters.${what} ${sign} interval '1 hour' where matter_id = '${id}'`;
  const opening = (sign: '+' | '-') => `${hour(sign, 'timeline set at = at')} and seq = 1`;
  expect(await wrongTimes(opening('+'), opening('-'))).toEqual(['entries']);
  const began = (sign: '+' | '-') => hour(sign, 'clocks set started_at = started_at');
  expect(await wrongTimes(began('+'), began('-'))).toEqual(['clocks']);
  const missed = hour('-', 'clocks set missed_at = due_at');
  expect(await wrongTimes(missed, `update matters.clocks set missed_at = null where matter_id = '${id}'`)).toEqual([
    'misses',
  ]);
  const settled = `
    create temp table timeline_kept as select * from matters.timeline where matter_id = '${id}';
    create temp table matter_kept as select * from matters.matters where id = '${id}';
    update matters.timeline set content = '{"from": "handling", "to": "settled"}' where matter_id = '${id}' and seq = 2;
    update matters.matters set state = 'settled', outcome = 'solved' where id = '${id}';
    insert into matters.visit_candidates (district_id, day, procedure_id, stratum, number, one_in, drawn, matter_id, late)
      select district_id, (select max(at)::date from matters.timeline) - 1, procedure_id, '', number, 1, true, id, true
      from matters.matters where id = '${id}'`;
  const mended = `
    delete from matters.visit_candidates where matter_id = '${id}';
    update matters.timeline t set content = k.content from timeline_kept k where t.matter_id = k.matter_id and t.seq = k.seq;
    update matters.matters m set state = k.state, outcome = k.outcome from matter_kept k where m.id = k.id`;
  expect(await wrongTimes(settled, mended)).toEqual(['matters', 'of']);
  expect(await wrongTimes('', '')).toEqual([]);
});

test('finds a message that never came, one that nobody wrote, and one that still waits; not one that came again under its id', async () => {
  const { matterId } = acknowledged[0] as Acknowledged;
  const id = randomUUID();
  const wrongWith = async (came: Readonly<Record<string, number>>) =>
    (await checkMessages(server.databaseUrl, new Map(Object.entries(came)))).wrong;
  expect(await wrongWith({})).toBe(0);
  await owner.query(
    `insert into notices.messages (district_id, id, matter_id, procedure_id, number, cause, channel, made_at, state, ended_at)
     values (990102, $1, $2, 'resident-request', '', 'invented', 'sms', now(), 'sent', now())`,
    [id, matterId],
  );
  expect(await wrongWith({ [id]: 1 })).toBe(0);
  expect(await wrongWith({ [id]: 2 })).toBe(0);
  expect(await wrongWith({})).toBe(1);
  expect(await wrongWith({ [id]: 1, [randomUUID()]: 1 })).toBe(1);
  await owner.query(`update notices.messages set state = 'waiting', next_try_at = now() where id = $1`, [id]);
  expect(await wrongWith({ [id]: 1 })).toBe(1);
});
