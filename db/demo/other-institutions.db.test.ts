import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { procedures } from '../../apps/server/procedures.ts';
import { scopeFor } from '../../modules/access/index.ts';
import { findActor } from '../../modules/bodies/index.ts';
import {
  calendarOf,
  installProcedures,
  listMatters,
  type QueueName,
  verifyTimelines,
} from '../../modules/matters/index.ts';
import { inTransaction } from '../../platform/db/transaction.ts';
import type { Actor, Work } from '../../platform/work.ts';
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts';
import { computeDemoRows, demoDistrictId, loadDemoDistrict } from './demo-district.ts';
import { demoSignIns } from './demo-sign-ins.ts';
import { nextClosingDay } from './month-time.ts';
import { inventOtherInstitutions } from './other-institutions-plan.ts';
import { playOtherInstitutions } from './other-institutions.ts';

const instants: [string, Date][] = [
  ['a weekday', new Date('2026-11-19T10:30:00+08:00')],
  ['a Sunday night', new Date('2026-08-23T23:40:00+08:00')],
  ['National Day', new Date('2026-10-03T15:00:00+08:00')],
  ['the second Tuesday after Spring Festival', new Date('2026-03-03T09:06:00+08:00')],
];
const demo: Actor = { kind: 'system', name: 'demo' };
const signIns = demoSignIns(computeDemoRows());

type Told = { procedure: string; state: string; clocks: string[] | null; openedAt: Date; lastAt: Date };
/** With the clocks that run and have been missed. */
const listTold = async ({ db }: Work): Promise<Told[]> => {
  const { rows } = await sql<Told>`
    select m.procedure_id as procedure, m.state, m.opened_at as "openedAt", m.last_at as "lastAt",
      (select array_agg(c.clock order by c.clock) from matters.clocks c
        where c.matter_id = m.id and c.ended_at is null and c.missed_at is not null) as clocks
    from matters.matters m order by m.number`.execute(db);
  return rows;
};
const statesOf = (told: readonly Told[], wanted: string) =>
  told
    .filter(({ procedure }) => procedure === wanted)
    .map(({ state }) => state)
    .toSorted();

describe.each(instants)('the other institutions (其他机制) of the demo district on %s', (_, until) => {
  let database: TestDatabase;
  let told: Told[];
  const as = <T>(actor: Actor, run: (work: Work) => Promise<T>) =>
    inTransaction(database.db, { districtId: demoDistrictId, scope: scopeFor(actor), actor, now: until }, run);

  beforeAll(async () => {
    installProcedures(procedures);
    database = await freshDatabase();
    await as(demo, loadDemoDistrict);
    await as(demo, (work) => playOtherInstitutions(work, { until }));
    told = await as(demo, listTold);
  });
  afterAll(() => database.drop());

  test('are accepted by the engine and stand in the states that were meant', () => {
    expect(statesOf(told, 'leader-instruction')).toEqual([
      'awaitingSignature',
      'closed',
      'feedbackGiven',
      'handling',
      'issued',
    ]);
    expect(statesOf(told, 'supervision-order')).toEqual(['answered', 'closed', 'ordered', 'ordered']);
    expect(statesOf(told, 'benefit-determination')).toEqual([
      'applied',
      'assessed',
      'awaitingDecision',
      'granted',
      'objected',
      'posted',
    ]);
    expect(statesOf(told, 'petition')).toEqual(['concluded', 'forwarded', 'handling', 'objected', 'reviewing']);
  });

  test('are overdue where that was meant and nowhere else', () => {
    const overdue = told.filter(({ clocks }) => clocks !== null);
    expect(overdue).toMatchObject([{ procedure: 'supervision-order', state: 'ordered', clocks: ['answering'] }]);
  });

  test('have three limits that end when the office closes next', async () => {
    const calendar = await as(demo, calendarOf);
    const day = nextClosingDay(calendar, until);
    const closing = calendar.instantOf(day, calendar.closingMinuteOn(day));
    const due = await as(demo, async ({ db }) =>
      sql<{ clock: string }>`
        select clock from matters.clocks where ended_at is null and due_at = ${closing} order by clock`.execute(db),
    );
    const clocks = due.rows.map(({ clock }) => clock);
    expect(clocks).toEqual(expect.arrayContaining(['answering', 'handling', 'verification']));
  });

  test('leave nothing after the end, and every timeline fits', async () => {
    for (const { openedAt, lastAt } of told) {
      expect(openedAt < until).toBe(true);
      expect(lastAt <= until).toBe(true);
    }
    expect(await as(demo, verifyTimelines)).toMatchObject({ matters: told.length, misfits: [] });
  });

  test('are the same for the same instant, each step after the one before', async () => {
    const calendar = await as(demo, calendarOf);
    const histories = inventOtherInstitutions(calendar, until);
    expect(inventOtherInstitutions(calendar, until)).toEqual(histories);
    for (const { openedAt, steps, title } of histories) {
      const times = [openedAt, ...steps.map(({ at }) => at)].map((at) => at.getTime());
      expect(times, title).toEqual([...new Set(times)].toSorted((a, b) => a - b));
    }
  });

  test.each<[string, QueueName, string[]]>([
    ['departmentClerk', 'toAccept', ['已转送，待受理', '待签收']],
    ['departmentClerk', 'handling', ['已受理，办理中', '督办中']],
    ['departmentHead', 'toSign', ['反馈待签发']],
    ['dispatchLead', 'toDecide', ['反馈待审看']],
    ['dispatchLead', 'handling', ['有异议，待核实']],
    ['dispatchLead', 'toSign', ['复查中']],
    ['taskGroupLiaison', 'handling', ['办理中', '督办中']],
    ['taskGroupLead', 'toDecide', ['待审定']],
    ['director', 'toSign', ['异议核实中']],
    ['neighbourDirector', 'toSign', ['待报街道']],
    ['clerk', 'handling', ['待评议']],
    ['clerk', 'awaiting', ['公示中']],
    ['supervisor', 'firstContact', ['待核查', '督办中', '督办中']],
    ['supervisor', 'overdue', ['督办中']],
  ])('%s finds in %s: %s', async (key, queue, names) => {
    const signIn = signIns.find((one) => one.key === key);
    const actor = (await as(demo, async (work) => signIn && findActor(work, signIn))) as Actor;
    const listed = await as(actor, (work) => listMatters(work, { queue, limit: 50 }));
    const found = listed.ok ? listed.value.rows.map(({ stateName }) => stateName.zh) : [];
    expect(found.toSorted()).toEqual(names.toSorted());
  });
});
