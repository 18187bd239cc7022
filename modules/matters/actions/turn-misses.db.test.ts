import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { findMatterPage } from '../queries/get-matter-page.ts';
import { verifyTimelines } from '../queries/verify-timeline.ts';
import { FaultyProcedure, installProcedures } from '../rules/engine.ts';
import { libraries } from '../testing/library-desk.ts';
import { as, asSystem, go, open, readerOf, setUpLibraryDistrict, staff } from '../testing/library-district.ts';
import { libraryInquiry, watchedCard } from '../testing/watched-card.ts';
import { fireClocksOf } from './fire-clocks.ts';
import { findMattersNear, remindNearOf } from './remind-near.ts';
import { recomputeClocks } from './recompute-clocks.ts';
import { setCalendarDay } from './set-calendar.ts';
import { listenToRecorded } from './recorded.ts';
import { findMattersToTurn, turnMissesOf } from './turn-misses.ts';

let database: TestDatabase;
const reminded: string[] = [];
beforeAll(async () => {
  database = await freshDatabase();
  await setUpLibraryDistrict(database.db);
  installProcedures([watchedCard, libraryInquiry]);
  listenToRecorded('turn-misses.test', async (_, { after, near = [] }) => {
    reminded.push(...near.map(({ clock, run }) => `${after.id} ${clock} ${run}`));
  });
});
afterAll(() => database.drop());

const timer = <T>(now: string, run: Parameters<typeof asSystem<T>>[2]) => asSystem(database.db, now, run);
const openWatched = (at?: string) => open(database.db, 'north', at, { procedureVersion: 2 });
const page = async (id: string) => (await timer('2027-01-04 10:00', (work) => findMatterPage(work, id)))!;
const near = (now: string) => timer(now, (work) => findMattersNear(work, 100));
const remind = (id: string, now: string) => timer(now, (work) => remindNearOf(work, id));
const toTurn = (now: string) => timer(now, (work) => findMattersToTurn(work, 100));
const turn = (id: string, now: string) => timer(now, (work) => turnMissesOf(work, id));
const searching = async () => {
  const id = await openWatched('2026-11-16 10:00');
  await go(database.db, id, [staff('north'), '2026-11-16 11:00', 'take']);
  return id;
};

describe('a limit that is near (将到期)', () => {
  test('is found from its minute on, and those concerned are reminded once', async () => {
    const id = await searching(); // five working days: until Monday the 23rd at 18:00; two of them begin on the 19th
    expect(await near('2026-11-18 23:59')).not.toContain(id);
    expect(await near('2026-11-19 00:00')).toContain(id);
    expect((await Promise.all([1, 2, 3].map(() => remind(id, '2026-11-19 00:00')))).sort()).toEqual([0, 0, 1]);
    expect(await near('2026-11-19 00:01')).not.toContain(id);
    expect(await remind(id, '2026-11-20 09:00')).toBe(0);
    expect(reminded.filter((one) => one.startsWith(id))).toEqual([`${id} search 1`]);
  });

  test('leaves nothing on the timeline', async () => {
    const id = await searching();
    await remind(id, '2026-11-20 09:00');
    expect((await page(id)).timeline.map(({ kind }) => kind)).toEqual(['opened', 'stepTaken']);
  });

  test('is worked out anew when the limit is made longer before', async () => {
    const id = await searching();
    await near('2026-11-17 09:00');
    const lengthen = { length: 'three', reason: '书在外面借着' };
    await go(database.db, id, [staff('north', 'chief'), '2026-11-17 10:00', 'prolong', lengthen]);
    expect(await near('2026-11-19 09:00')).not.toContain(id);
    expect(await remind(id, '2026-11-19 09:00')).toBe(0);
    expect(await near('2026-11-24 09:00')).toContain(id);
  });

  test('is worked out anew when the calendar brings it nearer', async () => {
    const boss = staff('centre', 'chief');
    const setBoth = (works: boolean) =>
      as(database.db, boss, '2026-11-16 12:00', async (work) => {
        for (const day of ['2026-11-19', '2026-11-20'])
          await setCalendarDay(work, { day, works, reason: '庙会', source: '通知' });
        return recomputeClocks(work);
      });
    await setBoth(false);
    const id = await searching(); // until Wednesday the 25th, and near from Monday the 23rd
    expect(await near('2026-11-17 09:00')).not.toContain(id);
    expect(await setBoth(true)).toBeGreaterThan(0);
    expect(await near('2026-11-18 23:59')).not.toContain(id);
    expect(await near('2026-11-19 00:00')).toContain(id);
  });

  test('is not reminded of when it was missed already, nor where nobody is to be reminded', async () => {
    const id = await searching();
    expect(await near('2026-12-24 09:00')).not.toContain(id);
    const plain = await open(database.db, 'north', '2026-11-16 10:00');
    await go(database.db, plain, [staff('north'), '2026-11-16 11:00', 'take']);
    expect(await near('2026-11-23 09:00')).not.toContain(plain);
  });
});

describe('a missed limit that turns into another matter (超时转督办)', () => {
  test('opens it once, for the body above that may be addressed, and both say so', async () => {
    const id = await searching();
    expect(await toTurn('2026-11-23 18:01')).not.toContain(id); // not before the miss is noted
    await timer('2026-11-23 18:01', (work) => fireClocksOf(work, id));
    expect(await toTurn('2026-11-23 18:02')).toContain(id);
    const opened = await Promise.all([1, 2, 3].map(() => turn(id, '2026-11-23 18:02')));
    expect(opened.sort()).toEqual([0, 0, 1]);
    expect(await toTurn('2026-11-23 18:03')).not.toContain(id);

    const last = (await page(id)).timeline.at(-1)!;
    expect(last.kind).toBe('turnedInto');
    const [number] = /\d{4}-\d+-?\w*/.exec(last.sentence.zh) ?? [];
    expect(last.sentence.zh).toBe(`找书时限已过，已转询问 ${number}，由main馆限期办结。`);
    const inquiry = await timer('2026-11-23 18:05', async (work) => {
      const row = await work.db.selectFrom('matters.matters').select('id').where('number', '=', number!).execute();
      return (await findMatterPage(work, row[0]!.id))!;
    });
    expect([inquiry.procedure.id, inquiry.state, inquiry.holder.body.id]).toEqual([
      'library-inquiry',
      'asked',
      libraries.main.bodyId, // a branch is guided, not asked: the library above it answers
    ]);
    expect(inquiry.timeline[0]!.words.map(({ name, text }) => [name, text])).toEqual([
      ['what', '《旧县志》找了太久，2026-11-23 就该找到。'],
      ['card', (await page(id)).number],
    ]);
    expect(inquiry.timeline[0]!.by).toMatchObject({ role: { zh: '询问人' }, worker: null });
    expect(inquiry.timeline[0]!.sentence.zh).toBe('到期自动询问main馆。');
    expect(inquiry.firstContact.body.id).toBe(libraries.centre.bodyId);
  });

  test('is not opened when the step was taken before the timer came, nor for a version that does not ask for it', async () => {
    const late = await searching();
    await timer('2026-11-23 18:01', (work) => fireClocksOf(work, late));
    await go(database.db, late, [staff('north'), '2026-11-23 18:01', 'handOver', { reply: '找到了' }]);
    expect([await toTurn('2026-11-23 18:02'), await turn(late, '2026-11-23 18:02')]).toEqual([[], 0]);
    const plain = await open(database.db, 'north', '2026-11-16 10:00');
    await go(database.db, plain, [staff('north'), '2026-11-16 11:00', 'take']);
    await timer('2026-11-23 18:01', (work) => fireClocksOf(work, plain));
    expect(await toTurn('2026-11-23 18:02')).toEqual([]);
  });

  test('leaves a record that fits, and the person reads it without office words', async () => {
    const id = await searching();
    await timer('2026-11-23 18:01', (work) => fireClocksOf(work, id));
    await turn(id, '2026-11-23 18:02');
    const own = await as(database.db, readerOf(id), '2026-11-24 10:00', (work) => findMatterPage(work, id));
    expect(own!.timeline.at(-1)!.kind).toBe('turnedInto');
    const verified = await timer('2026-11-24 10:00', (work) => verifyTimelines(work));
    expect(verified.misfits).toEqual([]);
  });
});

test('a procedure whose missed limit leads nowhere is not installed', () => {
  const { opens, ...whenMissed } = watchedCard.clocks['search']!.whenMissed;
  const search = {
    ...watchedCard.clocks['search']!,
    whenMissed: { ...whenMissed, opens: { ...opens!, procedure: 'gone' } },
  };
  const astray = { ...watchedCard, version: 9, clocks: { ...watchedCard.clocks, search } };
  expect(() => installProcedures([astray])).toThrow(FaultyProcedure);
});
