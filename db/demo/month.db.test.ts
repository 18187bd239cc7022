import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { scopeFor } from '../../modules/access/index.ts';
import { findActor } from '../../modules/bodies/index.ts';
import {
  calendarOf,
  countQueues,
  installProcedures,
  listCounts,
  type QueueName,
  verifyTimelines,
} from '../../modules/matters/index.ts';
import { residentRequestV2 } from '../../modules/requests/index.ts';
import { inTransaction } from '../../platform/db/transaction.ts';
import { refuse } from '../../platform/result.ts';
import type { Actor, Work } from '../../platform/work.ts';
import type { TestDatabase } from '../../tests/support/database.ts';
import { freshDatabase } from '../../tests/support/database.ts';
import { computeDemoRows, demoDistrictId, loadDemoDistrict } from './demo-district.ts';
import { demoSignIns } from './demo-sign-ins.ts';
import { inventMonth } from './month-plan.ts';
import { playDemoMonth } from './month.ts';

const aThursday = new Date('2026-11-19T10:30:00+08:00');
const inSpringFestival = new Date('2026-02-19T03:00:00+08:00');
const scale = 0.05;
const demo: Actor = { kind: 'system', name: 'demo' };

let database: TestDatabase;
const as = <T>(actor: Actor, run: (work: Work) => Promise<T>, now = aThursday) =>
  inTransaction(database.db, { districtId: demoDistrictId, scope: scopeFor(actor), actor, now }, run);

type Told = { number: string; state: string; openedAt: Date; lastAt: Date };
const listTold = async ({ db }: Work): Promise<Told[]> => {
  const { rows } = await sql<Told>`
    select number, state, opened_at as "openedAt", last_at as "lastAt" from matters.matters order by number`.execute(
    db,
  );
  return rows;
};
const statesIn = (told: readonly Told[]) => [...new Set(told.map(({ state }) => state))].toSorted();
const states = Object.keys(residentRequestV2.states).toSorted();

let played: Told[] = [];
beforeAll(async () => {
  installProcedures([residentRequestV2]);
  database = await freshDatabase();
  await as(demo, loadDemoDistrict);
  await as(demo, (work) => playDemoMonth(work, { until: aThursday, scale }));
  played = await as(demo, listTold);
});
afterAll(() => database.drop());

describe('the demo district’s month (演示月)', () => {
  test('is the same for the same instant, and another for another', async () => {
    const calendar = await as(demo, calendarOf);
    const month = inventMonth(calendar, { until: aThursday, scale });
    expect(inventMonth(calendar, { until: aThursday, scale })).toEqual(month);
    expect(inventMonth(calendar, { until: new Date(aThursday.getTime() + 1000), scale })).not.toEqual(month);
  });

  test('has every state of the procedure', () => {
    expect(statesIn(played)).toEqual(states);
  });

  test('has every state also while offices are closed for a week', async () => {
    installProcedures([{ ...residentRequestV2, holdsFrom: '2026-01-01' }]);
    onTestFinished(() => installProcedures([residentRequestV2]));
    const looked = await as(
      demo,
      async (work) => {
        await playDemoMonth(work, { until: inSpringFestival, scale: 0 });
        const told = (await listTold(work)).filter(({ openedAt }) => openedAt < inSpringFestival);
        expect(statesIn(told)).toEqual(states);
        return refuse('test.taken_back');
      },
      inSpringFestival,
    );
    expect(looked).toEqual(refuse('test.taken_back'));
  });

  test('lies within thirty days, and nothing happens after its end', () => {
    const from = aThursday.getTime() - 30 * 86_400_000;
    for (const { number, openedAt, lastAt } of played) {
      expect(openedAt.getTime(), number).toBeGreaterThan(from);
      expect(lastAt.getTime(), number).toBeLessThanOrEqual(aThursday.getTime());
    }
  });

  test('numbers requests in the order in which they came in', () => {
    const months = Map.groupBy(played, ({ number }) => number.slice(0, 4));
    for (const requests of months.values()) {
      const openings = requests.map(({ openedAt }) => openedAt.getTime());
      expect(openings).toEqual(openings.toSorted((a, b) => a - b));
    }
  });

  test('leaves no matter without somebody who answers for it, counts each once, and every timeline fits', async () => {
    await as(demo, async (work) => {
      const { rows } = await sql`select number from matters.matters where holder_account_id is null`.execute(work.db);
      expect(rows).toEqual([]);
      const counts = await listCounts(work, { procedureId: residentRequestV2.id });
      expect(await verifyTimelines(work)).toMatchObject({ matters: played.length, misfits: [] });
      expect(counts.reduce((sum, { n }) => sum + n, 0)).toBe(played.length);
    });
  });

  const community: QueueName[] = ['toAccept', 'handling', 'dueToday', 'overdue', 'open', 'awaiting'];
  test.each<[string, QueueName[]]>([
    ['gridWorker', [...community, 'firstContact']],
    ['clerk', [...community, 'firstContact']],
    ['director', [...community, 'toSign']],
    ['neighbourDirector', ['toAccept', 'handling', 'dueToday', 'overdue', 'open', 'toSign']],
    ['taskGroupLiaison', ['toAccept', 'handling', 'dueToday', 'overdue', 'open']],
    ['taskGroupLead', ['toAccept', 'handling', 'dueToday', 'overdue', 'open', 'toSign', 'toDecide']],
    ['departmentClerk', ['toAccept', 'handling', 'dueToday', 'overdue', 'open', 'awaiting']],
    ['departmentHead', ['toAccept', 'handling', 'dueToday', 'overdue', 'open', 'toSign']],
    ['dispatchLead', ['toDecide', 'dueToday', 'overdue', 'open']],
    ['supervisor', ['dueToday', 'overdue', 'open']],
  ])('%s finds work in %s', async (key, natural) => {
    const signIn = demoSignIns(computeDemoRows()).find((one) => one.key === key);
    const actor = await as(demo, async (work) => signIn && findActor(work, signIn));
    const queues = await as(actor as Actor, countQueues);
    const least = (queue: QueueName) => (queue === 'overdue' ? 1 : 2);
    const tooShort = queues.filter(({ queue, n }) => natural.includes(queue) && n < least(queue));
    expect(queues.map(({ queue }) => queue)).toEqual(expect.arrayContaining(natural));
    expect(tooShort).toEqual([]);
  });
});
