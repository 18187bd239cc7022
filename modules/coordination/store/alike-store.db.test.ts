import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { areaScope, type Work } from '../../../platform/work.ts';
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { areSummedSince, findAlikeMisfits, foldAlike, rebuildAlike } from './alike-store.ts';
import { repeatsSince } from './compared-days.ts';
import { findClusters } from './find-clusters.ts';

const districtId = 990102;
const communities = ['990102001001', '990102001002', '990102002001'] as const;
let database: TestDatabase;
let owner: pg.Client;
beforeAll(async () => {
  database = await freshDatabase('linli_demo');
  owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  // Only how the sums follow the occurrences is looked at; the matters behind them are left out.
  await owner.query('alter table coordination.occurrences drop constraint occurrences_matter_fk');
  await owner.query('delete from coordination.occurrences');
  await owner.query('delete from coordination.alike_changes');
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

/** It never goes back, from one test to the next either. */
let now = Date.parse('2026-11-18T02:00:00Z');
const DAY_MS = 86_400_000;
const within = <T>(area: string, run: (work: Work) => Promise<T>): Promise<T> =>
  inTransaction(
    database.db,
    { districtId, scope: areaScope(area), actor: { kind: 'system', name: 'timer' }, now: new Date(now) },
    run,
  );
const fold = () => within('', foldAlike);
const misfits = () => within('', (work) => findAlikeMisfits(work, 20));

type Occurrence = { id: string; community: string; subject: string; place: string; openedAt: number; isOpen: boolean };
/** What the sums are compared with. */
const all: Occurrence[] = [];

/** Numbers that follow from a seed alone. */
function dice(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
}

const save = ({ id, community, subject, place, openedAt, isOpen }: Occurrence, work: Work) =>
  sql`insert into coordination.occurrences (district_id, matter_id, area_code, community_code, subject, place, place_key, opened_at, is_open)
    values (${districtId}, ${id}::uuid, ${community}, ${community}, ${subject}, ${place}, ${place}, ${new Date(openedAt)}, ${isOpen})
    on conflict (district_id, matter_id) do update set area_code = excluded.area_code, community_code = excluded.community_code,
      is_open = excluded.is_open`.execute(work.db);

function clustersOf(area: string, kind: 'place' | 'theme', since: number) {
  const seen = all.filter(
    ({ community, openedAt, place, subject }) =>
      community.startsWith(area) && openedAt >= since && (kind === 'place' ? place : subject) !== '',
  );
  const groups = Map.groupBy(seen, (one) => `${one.community} ${one.subject} ${kind === 'place' ? one.place : ''}`);
  return [...groups.values()]
    .filter(({ length }) => length >= 5)
    .map((group) => ({
      of: `${group[0]!.community} ${group[0]!.subject} ${kind === 'place' ? group[0]!.place : ''}`,
      count: group.length,
      open: group.filter(({ isOpen }) => isOpen).length,
      firstAt: Math.min(...group.map(({ openedAt }) => openedAt)),
      newest: group
        .toSorted((a, b) => b.openedAt - a.openedAt || a.id.localeCompare(b.id))
        .slice(0, 30)
        .map(({ id }) => id),
    }))
    .toSorted((a, b) => a.of.localeCompare(b.of));
}

/** @returns whether it was read from the sums */
async function expectClustersOfRows(area: string, when: string): Promise<boolean> {
  return within(area, async (work) => {
    const since = await repeatsSince(work);
    for (const kind of ['place', 'theme'] as const) {
      const found = (await findClusters(work, kind, { area })).map((one) => ({
        of: `${one.communityCode} ${one.subject} ${one.place ?? ''}`,
        count: one.count,
        open: one.open,
        firstAt: one.firstAt.getTime(),
        newest: one.matters.map(({ id }) => id),
      }));
      const counts = found.map(({ count }) => count);
      expect(counts).toEqual(counts.toSorted((a, b) => b - a));
      const sorted = found.toSorted((a, b) => a.of.localeCompare(b.of));
      expect({ when, area, kind, found: sorted }).toEqual({
        when,
        area,
        kind,
        found: clustersOf(area, kind, since.getTime()),
      });
    }
    return areSummedSince(work, since);
  });
}

class GivenUp extends Error {}

test.each([1, 2, 3])(
  'the sums are what the occurrences give, whatever comes, ends, passes on and grows old (seed %i)',
  async (seed) => {
    const roll = dice(seed);
    const pick = <T>(list: readonly T[]): T => list[roll(list.length)] as T;
    let fromSums = 0;
    await fold();
    for (let step = 0; step < 50; step += 1) {
      const kind = roll(12);
      const one = pick(all.length === 0 ? [undefined] : all);
      if (kind < 4 || !one) {
        const alike = {
          community: pick(communities),
          subject: pick(['', 'lighting', 'road']),
          place: pick(['', '3号楼', '门口']),
        };
        const come = Array.from({ length: 1 + roll(6) }, () => ({
          id: randomUUID(),
          ...alike,
          openedAt: now - roll(100) * DAY_MS - roll(86_400) * 1000,
          isOpen: roll(2) === 0,
        }));
        await within('', async (work) => {
          for (const occurrence of come) await save(occurrence, work);
        });
        all.push(...come);
      } else if (kind < 6) {
        one.isOpen = !one.isOpen;
        await within('', (work) => save(one, work));
      } else if (kind === 6) {
        one.community = pick(communities);
        await within('', (work) => save(one, work));
      } else if (kind === 7) {
        all.splice(all.indexOf(one), 1);
        await within('', ({ db }) =>
          sql`delete from coordination.occurrences where matter_id = ${one.id}::uuid`.execute(db),
        );
      } else if (kind === 8) {
        const fails = within('', async (work) => {
          await save({ ...one, isOpen: !one.isOpen }, work);
          throw new GivenUp();
        });
        const failure: unknown = await fails.catch((error: unknown) => error);
        if (!(failure instanceof GivenUp)) throw failure;
      } else if (kind === 9) {
        now += roll(3) * DAY_MS;
      } else {
        await fold();
      }
      for (const area of ['990102', '990102001', ...communities])
        if (await expectClustersOfRows(area, `step ${step}`)) fromSums += 1;
      expect(await misfits()).toEqual([]);
    }
    expect(fromSums).toBeGreaterThan(50);
  },
);

test('two who fold at once fold nothing twice, and steps that go on meanwhile wait for nobody', async () => {
  const come = () => ({
    id: randomUUID(),
    community: communities[0],
    subject: 'noise',
    place: '',
    openedAt: now,
    isOpen: true,
  });
  const [first, second] = [come(), come()];
  await within('', async (work) => {
    await save(first, work);
    await Promise.all([fold(), fold(), within('', rebuildAlike)]);
    await within('', async (other) => {
      await sql`set local lock_timeout = '2s'`.execute(other.db);
      await save(second, other);
    });
  });
  all.push(first, second);
  expect(await misfits()).toEqual([]);
  await fold();
  expect(await misfits()).toEqual([]);
});

test('sums that somebody changed are named, and made again; another district sees none of them', async () => {
  await fold();
  const { rowCount } = await owner.query('update coordination.alike set n = n + 1 where by_place');
  expect(rowCount).toBeGreaterThan(0);
  expect((await misfits()).length).toBeGreaterThan(0);
  await within('', rebuildAlike);
  expect(await misfits()).toEqual([]);
  const seen = (of: number) =>
    inTransaction(
      database.db,
      { districtId: of, scope: areaScope(String(of)), actor: { kind: 'public' }, now: new Date(now) },
      async ({ db }) => (await sql`select from coordination.alike`.execute(db)).rows.length,
    );
  expect(await seen(districtId)).toBeGreaterThan(0);
  expect(await seen(990103)).toBe(0);
});
