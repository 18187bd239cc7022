import { randomUUID } from 'node:crypto';
import type { FastifyBaseLogger } from 'fastify';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listenToRecorded, listUnheld } from '../../modules/matters/index.ts';
import { listenToAreasChanged } from '../../modules/territory/index.ts';
import { openDatabase } from '../../platform/db/database.ts';
import { chooseMessagesAt } from '../../tests/support/choose-messages.ts';
import { startDemoServer, type DemoServer } from '../../tests/support/demo-server.ts';
import { at, sitDown, type Desks } from '../../tests/support/desk.ts';
import { verifyData } from '../../tools/verify/verify-data.ts';
import { deliverOnce } from './delivery.ts';
import type { Ground } from './ground.ts';
import { asTimer } from './rounds.ts';
import { changeAreasOnce, runRound } from './timer.ts';

let server: DemoServer;
let owner: pg.Client;
let desks: Desks;
let said: string[] = [];
const log = {
  error: ({ err, matters }: { err?: Error; matters?: string[] }, words: string) =>
    said.push(`${words}: ${err?.message ?? matters?.join()}`),
} as unknown as FastifyBaseLogger;
const monday = at('2026-11-16 10:00');
beforeAll(async () => {
  server = await startDemoServer(monday);
  owner = new pg.Client({ connectionString: server.databaseUrl });
  await owner.connect();
  desks = await sitDown(server);
});
afterAll(async () => {
  await owner.end();
  await server.close();
});
beforeEach(() => {
  said = [];
});

type Raised = { matterId: string; number: string; code: string };
const raise = async (community: string, more: object = {}): Promise<Raised> => {
  const body = {
    commandId: randomUUID(),
    what: '楼道灯不亮',
    category: 'lighting',
    community,
    place: '3号楼',
    ...more,
  };
  return (await server.ask('POST', '/api/public/requests', { body })).body;
};
const take = async (key: string, { matterId }: Pick<Raised, 'matterId'>, step: string, input: object = {}) => {
  const answer = await desks.take(key, matterId, step, input as Record<string, unknown>);
  if (answer.status !== 200) throw new Error(`${step}: ${JSON.stringify(answer.body)}`);
};
const merge = async (code: string, into: string, on: string) => {
  const order = { id: randomUUID(), kind: 'merge', code, into, on, source: '样例〔2026〕9号' };
  const answer = await desks.ask('administrator', 'POST', '/api/area-changes', order);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
};
const rowsOf = async (sql: string, values: unknown[] = []) => (await owner.query(sql, values)).rows;
const kindsOf = async (matterId: string): Promise<string[]> =>
  (await rowsOf('select kind, content from matters.timeline where matter_id = $1 order by seq', [matterId])).map(
    ({ kind, content }) => (kind === 'stepTaken' ? content.step : kind),
  );
const unheld = () => asTimer(server.ground, async (work) => (await listUnheld(work)).map(({ number }) => number));

const [own, neighbour, third, fourth] = ['990102001001', '990102001002', '990102003001', '990102003002'];

describe('a crash between a merger and the passing of its matters', () => {
  test('leaves either all as it was or all to the next round, and nothing with nobody', async () => {
    const [one, two] = [await raise(third), await raise(third)];
    await merge(third, fourth, '2026-11-17');
    server.setNow(at('2026-11-17 00:01'));

    // Killed in the transaction of the merger, after bodies and posts had followed: nothing of it is there.
    listenToAreasChanged('crash', () => Promise.reject(new Error('killed')));
    expect(await changeAreasOnce(server.ground, log)).toBe(0);
    expect(said).toEqual(['a change of areas could not take effect: killed']);
    expect(await rowsOf('select from territory.successions where from_code = $1', [third])).toEqual([]);
    expect(await rowsOf('select from bodies.bodies where succeeded_by is not null')).toEqual([]);
    listenToAreasChanged('crash', () => Promise.resolve());

    // Killed while the first of its matters passes on: the merger stands, the rest goes on, and that one comes next round.
    listenToRecorded('crash', (_, { after, entries }) =>
      after.id === one.matterId && entries.some(({ kind }) => kind === 'areaPassed')
        ? Promise.reject(new Error('killed'))
        : Promise.resolve(),
    );
    expect(await changeAreasOnce(server.ground, log)).toBe(1);
    expect([await kindsOf(one.matterId), await kindsOf(two.matterId)]).toEqual([['opened'], ['opened', 'areaPassed']]);
    listenToRecorded('crash', () => Promise.resolve());
    expect(await changeAreasOnce(server.ground, log)).toBe(1);
    expect(await changeAreasOnce(server.ground, log)).toBe(0);
    expect(await kindsOf(one.matterId)).toEqual(['opened', 'areaPassed']);
    expect(await unheld()).toEqual([]);
    server.setNow(monday);
  });
});

/** Three servers whose rounds begin together and are made to meet at the first matter that one of them changes. */
async function roundsAtOnce(): Promise<void> {
  const grounds: Ground[] = [1, 2, 3].map(() => ({ ...server.ground, db: openDatabase(server.databaseUrl) }));
  const holder = new pg.Client({ connectionString: server.databaseUrl });
  await holder.connect();
  await holder.query('begin');
  await holder.query('select from matters.matters for update');
  const rounds = grounds.map(async (ground) => {
    await runRound(ground, log);
    await deliverOnce(ground);
  });
  const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  while ((await owner.query(waiting)).rowCount !== grounds.length) await new Promise(setImmediate);
  await holder.end();
  await Promise.all(rounds);
  await Promise.all(grounds.map(({ db }) => db.destroy()));
  await runRound(server.ground, log); // what each left to another that was at it
  await deliverOnce(server.ground);
}

test('three servers at once do nothing twice: mergers, digests, visits, reminders, reviews, orders, notices, messages', async () => {
  await runRound(server.ground, log); // the first digest and the first draw are those of the day before
  const solved = { reply: '已经换好，当场试过都亮。', witness: '一层住户在场确认' };
  const settled = await raise(own);
  await take('clerk', settled, 'accept');
  await take('clerk', settled, 'answer', solved);
  const { number, code } = settled;
  const rate = { number, code, commandId: randomUUID(), seenSeq: 9, input: { solved: 'yes', rating: 5 } };
  await server.ask('POST', '/api/public/follow/steps/rate', { body: rate });

  const kept = await raise(neighbour, { phone: '13900001234' });
  await chooseMessagesAt(server, kept, { messages: 'sms' });
  await take('neighbourDirector', kept, 'accept');
  const join = { commandId: randomUUID() };
  const joined = (await server.ask('POST', `/api/public/requests/${kept.number}/join`, { body: join })).body as Raised;
  await chooseMessagesAt(server, joined, { messages: 'sms', phone: '13900005678' }, 'en');
  await take('neighbourDirector', kept, 'proposeKeeping', {
    reply: '外墙大修要列入改造计划，眼下没有资金，先做临时防水处理。',
    plan: '已报明年改造计划，等批复。',
    cause: 'needsPlan',
  });
  await take('neighbourDirector', kept, 'signKeeping', { reviewOn: '2026-12-20' });

  const instruction = { what: '请研究滨河路照明。', source: '区长', body: desks.bodyIdOf('departmentClerk') };
  const late = (await desks.open('dispatchLead', 'leader-instruction', instruction)).body as Raised;
  await take('departmentClerk', late, 'accept');
  const passing = await raise(own);
  await take('clerk', passing, 'accept');
  await merge(own, neighbour, '2026-11-27');
  const nobodys = await raise('990102002001');

  server.setNow(at('2026-11-27 10:00')); // two working days before the feedback is due
  await roundsAtOnce();
  expect(said).toEqual([]);
  expect(await kindsOf(passing.matterId)).toEqual(['opened', 'accept', 'areaPassed', 'clockMissed']);
  expect(await kindsOf(settled.matterId)).toEqual([
    'opened',
    'accept',
    'answer',
    'rate',
    'areaPassed',
    'drawnForVisit',
  ]);
  const near = `select audience, count(*)::int as n from notices.notices where matter_id = $1 and kind = 'near' group by 1`;
  expect(await rowsOf(near, [late.matterId])).toEqual([{ audience: 'body', n: 1 }]);
  expect((await rowsOf('select from matters.digests')).length).toBe(12); // the 15th to the 26th
  expect((await rowsOf('select from matters.visit_draws')).length).toBe(12);

  await owner.query(
    `update bodies.appointments set to_on = '2026-12-01' where post_id in (
      select p.id from bodies.posts p join matters.matters m on m.holder_body_id = p.body_id where m.id = $1)`,
    [nobodys.matterId],
  );
  server.setNow(at('2026-12-21 09:05'));
  await roundsAtOnce();
  expect([...new Set(said)]).toEqual([`open matters are held by nobody: ${nobodys.number} nobodyInPost`]);
  expect(await kindsOf(late.matterId)).toEqual(['opened', 'accept', 'clockMissed', 'turnedInto']);
  expect(await rowsOf(`select from matters.matters where procedure_id = 'supervision-order'`)).toHaveLength(1);
  expect((await kindsOf(kept.matterId)).slice(-2)).toEqual(['clockMissed', 'review']);
  const alarms = await rowsOf(`select audience from notices.notices where kind = 'unheld'`);
  expect(alarms.length).toBe(2); // the tier above and the centre
  const messages = await rowsOf('select number, state, attempts from notices.messages order by made_at, number');
  expect(messages.filter(({ state, attempts }) => state !== 'sent' || attempts !== 1)).toEqual([]);
  const written = (one: Raised) => messages.filter((message) => message.number === one.number).length;
  expect([written(kept), written(joined)]).toEqual([3, 2]); // accepted, kept, taken up again; who joined after it was accepted
  expect(await rowsOf('select from notices.joined_news')).toEqual([]);
  const named = `select content from matters.timeline where content::text ~ '"(name|nameZh|nameEn|phone|what)": *"'`;
  expect(await rowsOf(named)).toEqual([]); // what is hashed names nobody, so that a person can be forgotten
  const { fits, lines } = await verifyData(server.ground.db, server.ground.clock());
  expect([fits, lines.filter((line) => !line.includes(nobodys.number)).length]).toEqual([true, 3]); // the record, its figures, who has nobody
});
