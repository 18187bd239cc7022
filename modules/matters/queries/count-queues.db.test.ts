import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor, Work } from '../../../platform/work.ts';
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { fireClocksOf } from '../actions/fire-clocks.ts';
import { watchMatter } from '../actions/keep-desk.ts';
import { takeStep } from '../actions/take-step.ts';
import { queues } from '../contract/views.ts';
import { calendarOf } from '../store/ground-store.ts';
import { findScopeCountMisfits, foldScopeCounts, rebuildScopeCounts } from '../store/scope-count-store.ts';
import { sayToldBy } from '../store/told-source.ts';
import { libraryCard } from '../testing/library-card.ts';
import { libraries } from '../testing/library-desk.ts';
import { as, asSystem, districtId, open, readerOf, setUpLibraryDistrict, staff } from '../testing/library-district.ts';
import { countQueues } from './count-queues.ts';
import { queueWhere } from './queue-where.ts';

let database: TestDatabase;
const ids: string[] = [];
let told: string[] = [];
let now = 0;
beforeAll(async () => {
  database = await freshDatabase();
  await setUpLibraryDistrict(database.db);
  sayToldBy(() => Promise.resolve(told));
});
afterAll(async () => {
  sayToldBy(() => Promise.resolve([]));
  await database.drop();
});
beforeEach(() => {
  told = [];
});

/** A community, a task group, a district's centre, a department that only sees what it was given, and posts that see otherwise than their colleagues. */
const readers: Readonly<Record<string, Actor>> = {
  northClerk: staff('north'),
  northChief: staff('north', 'chief'),
  southClerk: staff('south'),
  mainChief: staff('main', 'chief'),
  archiveClerk: staff('archive'),
  archiveChief: staff('archive', 'chief'),
  centreChief: staff('centre', 'chief'),
  partyMemberInNorth: { ...staff('north'), postKind: 'partyMember' },
  gridWorkerOfAnotherBody: { ...staff('archive'), postKind: 'gridWorker', areaCode: '990177001001001' },
  administrator: { ...staff('centre'), postKind: 'districtAdministrator' },
  public: { kind: 'public' },
};
const minutes = (n: number) => new Date(new Date('2026-11-16T02:00:00Z').getTime() + n * 60_000);

/** How many rows each queue would list, seen through row security. */
async function countRows(work: Work): Promise<Record<string, number>> {
  const calendar = await calendarOf(work);
  const parts = queues.map(
    (queue) => sql`select ${queue}::text as queue, count(*)::int as n from matters.matters m
      where m.district_id = ${work.districtId} and ${queueWhere(queue, work, calendar, told)}`,
  );
  const { rows } = await sql<{ queue: string; n: number }>`${sql.join(parts, sql` union all `)}`.execute(work.db);
  return Object.fromEntries(rows.map(({ queue, n }) => [queue, n]));
}
const counted = async (work: Work) =>
  Object.fromEntries((await countQueues(work)).map(({ queue, n }) => [queue, n] as const));

async function expectCountsOfRows(now: Date, when: string): Promise<void> {
  for (const [name, actor] of Object.entries(readers)) {
    const { kept, rows } = await as(database.db, actor, now, async (work) => ({
      kept: await counted(work),
      rows: await countRows(work),
    }));
    expect({ when, name, ...kept }).toEqual({ when, name, ...rows });
  }
}
/** On the clock of the district, to the minute. */
const openAt = (library: 'north' | 'south', now: Date) =>
  open(database.db, library, new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' '));
const fold = (now: Date) => asSystem(database.db, now, foldScopeCounts);
const misfits = (now: Date) => asSystem(database.db, now, (work) => findScopeCountMisfits(work, 20));

/** Numbers that follow from a seed alone. */
function dice(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
}

class GivenUp extends Error {}

/** Something that may happen in the district: a matter comes in, somebody tries a step, a limit runs out, sums are folded, a transaction fails. */
async function happen(roll: (below: number) => number, now: Date): Promise<string> {
  const pick = <T>(list: readonly T[]): T => list[roll(list.length)] as T;
  const matterId = pick(ids);
  const input = {
    reason: '不归我们管',
    reply: '没有找到，真有志气',
    note: '已电话联系',
    mark: 1 + roll(5),
    weeks: 'two',
    body: pick(Object.values(libraries)).bodyId,
  };
  const people = [...Object.values(readers).slice(0, 7), readerOf(matterId)];
  const step = pick(Object.keys(libraryCard.steps));
  const kind = roll(20);
  if (ids.length < 4 || kind < 3) {
    ids.push(await openAt(pick(['north', 'south'] as const), now));
    return 'opened';
  }
  if (kind === 3) return `folded ${await fold(now)}`;
  if (kind === 4) return `clocks ${await asSystem(database.db, now, (work) => fireClocksOf(work, matterId))}`;
  if (kind === 5) {
    told = roll(2) ? [matterId] : [];
    return 'told';
  }
  if (kind === 6) {
    await as(database.db, pick(people), now, (work) => watchMatter(work, matterId, true));
    return 'watched';
  }
  if (kind === 7) {
    const fails = as(database.db, pick(people), now, async (work) => {
      await takeStep(work, { matterId, step, commandId: crypto.randomUUID(), seenSeq: 999, input });
      throw new GivenUp();
    });
    const failure: unknown = await fails.catch((error: unknown) => error);
    if (!(failure instanceof GivenUp)) throw failure;
    return `given up: ${step}`;
  }
  for (const actor of people)
    for (const one of [step, ...Object.keys(libraryCard.steps).toSorted(() => roll(3) - 1)]) {
      const taken = await as(database.db, actor, now, (work) =>
        takeStep(work, {
          matterId,
          step: one,
          commandId: crypto.randomUUID(),
          seenSeq: 999,
          input: inputOf(one, input),
        }),
      );
      if (taken.ok) return one;
    }
  return 'nothing';
}

const inputOf = (step: string, all: Readonly<Record<string, unknown>>) => {
  const asks = (libraryCard.steps as Readonly<Record<string, { asks?: object }>>)[step]?.asks ?? {};
  return Object.fromEntries(Object.keys(asks).flatMap((name) => (name in all ? [[name, all[name]]] : [])));
};

describe('the counts of the queues (待办数)', () => {
  test.each([11, 12])(
    'are those of the rows after each thing that happens, for every kind of reader (%i)',
    async (seed) => {
      const roll = dice(seed);
      const seen = new Set<string>();
      for (let n = 0; n < 40; n += 1) {
        now += roll(6) === 0 ? roll(3000) : roll(120);
        const what = await happen(roll, minutes(now));
        seen.add(what.split(' ')[0] as string);
        await expectCountsOfRows(minutes(now), `${n} ${what}`);
      }
      expect(await misfits(minutes(now))).toEqual([]);
      await fold(minutes(now));
      await expectCountsOfRows(minutes(now), 'folded at the end');
      await expectCountsOfRows(minutes(now + 9000), 'a week later');
      expect(await misfits(minutes(now + 9000))).toEqual([]);
      expect(seen.size).toBeGreaterThan(5);
    },
  );
});

describe('two at once', () => {
  const take = (work: Work, matterId: string) =>
    takeStep(work, { matterId, step: 'take', commandId: crypto.randomUUID(), seenSeq: 999, input: {} });
  const openOf = async (actor: Actor) => (await as(database.db, actor, minutes(now), counted))['toAccept'] as number;

  test('what is not committed is counted by nobody else, and by everybody afterwards, also when sums are folded meanwhile', async () => {
    const matterId = await openAt('north', minutes(now));
    const before = await openOf(staff('north'));
    await as(database.db, staff('north'), minutes(now), async (work) => {
      expect(await take(work, matterId)).toMatchObject({ ok: true });
      expect((await counted(work))['toAccept']).toBe(before - 1);
      expect(await countRows(work)).toEqual(await counted(work));
      await expectCountsOfRows(minutes(now), 'before the commit');
      await fold(minutes(now));
      await expectCountsOfRows(minutes(now), 'folded before the commit');
    });
    expect(await openOf(staff('north'))).toBe(before - 1);
    await expectCountsOfRows(minutes(now), 'after the commit');
    expect(await misfits(minutes(now))).toEqual([]);
  });

  test('two that change matters of one community do not wait for each other, nor for who folds or counts anew', async () => {
    const [first, second] = [await openAt('north', minutes(now)), await openAt('north', minutes(now))];
    const wait = (work: Work, matterId: string) =>
      sql`update matters.matters set stage = 'waiting' where district_id = ${districtId} and id = ${matterId}::uuid`.execute(
        work.db,
      );
    await asSystem(database.db, minutes(now), async (work) => {
      await wait(work, first);
      await asSystem(database.db, minutes(now), async (other) => {
        await sql`set local lock_timeout = '2s'`.execute(other.db);
        await wait(other, second);
      });
      expect(await fold(minutes(now))).toBeGreaterThan(0);
      await asSystem(database.db, minutes(now), rebuildScopeCounts);
    });
    await expectCountsOfRows(minutes(now), 'both committed');
    expect(await misfits(minutes(now))).toEqual([]);
  });

  test('two who fold at once fold nothing twice', async () => {
    await openAt('south', minutes(now));
    await Promise.all([
      fold(minutes(now)),
      fold(minutes(now)),
      asSystem(database.db, minutes(now), rebuildScopeCounts),
    ]);
    await fold(minutes(now));
    expect(await misfits(minutes(now))).toEqual([]);
    await expectCountsOfRows(minutes(now), 'folded at once');
  });
});

test('sums that somebody changed are named, and made again from the matters', async () => {
  await openAt('north', minutes(now));
  await openAt('south', minutes(now));
  await fold(minutes(now));
  await asSystem(database.db, minutes(now), async ({ db }) => {
    await sql`update matters.scope_counts set n = n + 2 where area_code = '990177001001' and stage = 'open' and due_on > '-infinity'`.execute(
      db,
    );
    await sql`delete from matters.scope_counts where area_code = '990177001002'`.execute(db);
  });
  const found = await misfits(minutes(now));
  expect(found).toContainEqual(expect.objectContaining({ area: '990177001001', stage: 'open' }));
  expect(found).toContainEqual(expect.objectContaining({ area: '990177001002', kept: 0 }));
  await asSystem(database.db, minutes(now), rebuildScopeCounts);
  expect(await misfits(minutes(now))).toEqual([]);
  await expectCountsOfRows(minutes(now), 'made again');
});
