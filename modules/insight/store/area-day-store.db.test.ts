import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { areaScope, type Work } from '../../../platform/work.ts';
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { countDays, countKinds } from '../queries/count-days.ts';
import type { Reach } from '../queries/read-reach.ts';
import { compareAreaDays, foldAreaDays, rebuildAreaDays } from './area-day-store.ts';
import { addTallies, clearTallies, sumDays, type MatterTally } from './tally-store.ts';

const districtId = 990102;
let database: TestDatabase;
beforeAll(async () => void (database = await freshDatabase('linli_demo')));
afterAll(() => database.drop());

const inDistrict = <T>(run: (work: Work) => Promise<T>, of = districtId): Promise<T> =>
  inTransaction(
    database.db,
    { districtId: of, scope: areaScope(String(of)), actor: { kind: 'system', name: 'timer' }, now: new Date() },
    run,
  );
const ofArea = (...codes: string[]): Reach => ({
  view: { tier: 'district', area: codes[0]!, name: { zh: '', en: '' }, above: [] },
  codes,
  bodyId: null,
});
/** In days on which the demo counted nothing. */
const days = { from: '2031-02-01', until: '2031-02-28' };
const bodyId = randomUUID();

/** Numbers that follow from a seed alone. */
function dice(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
}

/** What the sums are compared with. */
const all: MatterTally[] = [];
const dayOf = ({ at }: MatterTally) => at.toISOString().slice(0, 10);

function expectedDays(codes: readonly string[]) {
  const seen = all.filter(({ openedIn }) => codes.some((code) => openedIn.startsWith(code)));
  const groups = Map.groupBy(seen, (one) => `${dayOf(one)} ${one.measure} ${one.detail}`);
  return Object.fromEntries([...groups].map(([key, { length }]) => [key, length]));
}
function expectedKinds(codes: readonly string[]) {
  const seen = all.filter(
    ({ openedIn, procedureId, measure }) =>
      codes.some((code) => openedIn.startsWith(code)) &&
      procedureId === 'resident-request' &&
      ['in', 'reopened'].includes(measure),
  );
  const groups = Map.groupBy(seen, ({ subject }) => subject);
  return Object.fromEntries(
    [...groups]
      .map(([subject, group]) => [
        subject,
        [
          group.filter((one) => one.measure === 'in' && dayOf(one) >= '2031-02-15').length,
          group.filter((one) => one.measure === 'in' && dayOf(one) < '2031-02-15').length,
          group.filter((one) => one.measure === 'reopened' && dayOf(one) >= '2031-02-15').length,
        ],
      ])
      .filter(([, counts]) => (counts as number[]).some((n) => n > 0)),
  );
}

async function expectSumsOfRows(when: string): Promise<void> {
  for (const codes of [
    ['990102'],
    ['990102001'],
    ['990102001001'],
    ['990102001001', '990102002'],
    ['990102001001001'],
  ]) {
    const { byDay, byKind } = await inDistrict(async (work) => ({
      byDay: await countDays(work, ofArea(...codes), days),
      byKind: await countKinds(work, ofArea(...codes), {
        from: '2031-02-15',
        until: days.until,
        beforeFrom: days.from,
      }),
    }));
    expect({
      when,
      codes,
      days: Object.fromEntries(byDay.map((one) => [`${one.day} ${one.measure} ${one.detail}`, one.n])),
    }).toEqual({
      when,
      codes,
      days: expectedDays(codes),
    });
    expect(Object.fromEntries(byKind.map((one) => [one.subject, [one.now, one.before, one.reopened]]))).toEqual(
      expectedKinds(codes),
    );
  }
  expect(await inDistrict((work) => compareAreaDays(work, 10))).toEqual([]);
}

test.each([1, 2])('sums of areas are what was counted, also before it is folded (seed %i)', async (seed) => {
  const roll = dice(seed);
  const pick = <T>(list: readonly T[]): T => list[roll(list.length)] as T;
  for (let step = 0; step < 25; step += 1) {
    const kind = roll(6);
    if (kind < 3) {
      const matter = {
        matterId: randomUUID(),
        openedIn: pick(['990102001001001', '990102001001', '990102001002001', '990102002001', '990102001', '990102']),
        procedureId: pick(['resident-request', 'escalation']),
        subject: pick(['', 'road', 'lighting']),
      };
      const came = Array.from({ length: 1 + roll(3) }, (_, i): MatterTally => ({
        ...matter,
        seq: i + 1,
        at: new Date(Date.UTC(2031, 1, 1 + roll(28), 4)),
        measure: pick(['in', 'ended', 'reopened', 'rated'] as const),
        detail: pick(['', '5']),
        bodyId,
      }));
      await inDistrict((work) => addTallies(work, came));
      await inDistrict((work) => addTallies(work, came)); // once more counts nothing
      all.push(...came);
    } else if (kind === 3 && all.length > 0) {
      const { matterId } = pick(all);
      await inDistrict(async (work) => {
        await clearTallies(work, [matterId]);
        await sumDays(work);
      });
      all.splice(0, all.length, ...all.filter((one) => one.matterId !== matterId));
    } else if (kind === 4) {
      await Promise.all([inDistrict(foldAreaDays), inDistrict(foldAreaDays)]);
    } else {
      await inDistrict(rebuildAreaDays);
    }
    await expectSumsOfRows(`step ${step}`);
  }
  expect(all.length).toBeGreaterThan(5);
});

test('sums that somebody changed are named, and made again; another district sees none of them', async () => {
  await inDistrict(foldAreaDays);
  await inDistrict(({ db }) => sql`update insight.area_days set n = n + 1 where on_day >= '2031-01-01'`.execute(db));
  await inDistrict(({ db }) => sql`delete from insight.kind_days where on_day >= '2031-01-01'`.execute(db));
  const measures = (await inDistrict((work) => compareAreaDays(work, 1000))).map(({ kept, made }) => kept - made);
  expect(measures.some((by) => by > 0) && measures.some((by) => by < 0)).toBe(true);
  const seen = async (of: number) =>
    (await inDistrict(({ db }) => sql`select from insight.area_days`.execute(db), of)).rows.length;
  expect(await seen(districtId)).toBeGreaterThan(0);
  expect(await seen(990103)).toBe(0);
  await inDistrict(rebuildAreaDays);
  await expectSumsOfRows('made again');
});
