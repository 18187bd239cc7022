import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { areaScope, type Work } from '../../../platform/work.ts';
import { sayRefusal } from '../../../platform/i18n/words.ts';
import type { Refusal } from '../../../platform/result.ts';
import { findMatterPage } from '../queries/get-matter-page.ts';
import { verifyTimelines } from '../queries/verify-timeline.ts';
import { dayNumber } from '../rules/calendar.ts';
import type { Timetable } from '../rules/timetable.ts';
import { calendarOf } from '../store/ground-store.ts';
import { loadMatter } from '../store/matter-store.ts';
import { at } from '../testing/library-desk.ts';
import {
  act,
  as,
  asSystem,
  districtId,
  go,
  open,
  readerOf,
  setUpLibraryDistrict,
  staff,
} from '../testing/library-district.ts';
import { fireClocksOf } from './fire-clocks.ts';
import { findRecount, recomputeClocks, recomputeClocksOf } from './recompute-clocks.ts';
import { announceYear, setCalendarDay, setTimetable, type CalendarDay } from './set-calendar.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await setUpLibraryDistrict(database.db);
});
afterAll(() => database.drop());
beforeEach(async () => {
  const owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  await owner.query('truncate matters.calendars, matters.calendar_days');
  await owner.end();
  await asSystem(database.db, '2026-11-16 09:00', recomputeClocks);
});

const boss = staff('centre', 'chief');
const paper = '区政府办通知〔2026〕9号';
const rest = (day: string, change: Partial<CalendarDay> = {}): CalendarDay => ({
  day,
  works: false,
  reason: '传统庙会',
  source: paper,
  ...change,
});
const asBoss = <T>(run: (work: Work) => Promise<T>, now = '2026-11-16 12:00') => as(database.db, boss, now, run);
const setDay = (day: CalendarDay, now?: string) => asBoss((work) => setCalendarDay(work, day), now);
const recompute = (now = '2026-11-16 12:00') => asSystem(database.db, now, recomputeClocks);
const search = async (id: string) => {
  const loaded = await asSystem(database.db, '2026-11-16 20:00', (work) => loadMatter(work, id));
  return loaded?.matter.clocks.find(({ clock }) => clock === 'search');
};
const taken = async (opened: string, accepted: string) => {
  const id = await open(database.db, 'north', opened);
  await go(database.db, id, [staff('north'), accepted, 'take']);
  return id;
};
const worked = (now: string, ...days: string[]) =>
  asSystem(database.db, now, async (work) => {
    const calendar = await calendarOf(work);
    return days.filter((day) => calendar.isWorkingDay(dayNumber(day)));
  });

describe('a day of the district’s own (本区放假或上班)', () => {
  test('moves running limits that contain it, says so on the timeline, and the chain holds', async () => {
    const id = await taken('2026-11-16 10:00', '2026-11-16 11:00');
    expect((await search(id))?.dueAt).toEqual(at('2026-11-23 18:00'));
    expect(await setDay(rest('2026-11-20'))).toEqual({ ok: true, value: null });
    expect(await recompute()).toBe(2);
    expect(await recompute()).toBe(0);
    expect((await search(id))?.dueAt).toEqual(at('2026-11-24 18:00'));
    const page = await as(database.db, readerOf(id), '2026-11-16 13:00', (work) => findMatterPage(work, id));
    expect(page?.timeline.at(-1)).toMatchObject({
      seq: 4,
      kind: 'dueMoved',
      by: { role: { zh: '系统自动' }, worker: null },
      sentence: {
        zh: '放假或作息安排有变，找书时限重新计算：原为 2026年11月23日 18:00，现为 2026年11月24日 18:00。',
        en: expect.stringContaining('it was 23 Nov 2026 18:00 and is now 24 Nov 2026 18:00'),
      },
    });
    expect(await asSystem(database.db, '2026-11-16 13:00', (work) => verifyTimelines(work))).toMatchObject({
      misfits: [],
    });
  });

  test('moves the place of a matter in the queues', async () => {
    const id = await taken('2026-11-16 10:00', '2026-11-16 11:00');
    const nextDue = () =>
      asSystem(database.db, '2026-11-16 12:00', ({ db }) =>
        db
          .selectFrom('matters.matters')
          .select('next_due_at')
          .where('id', '=', id)
          .executeTakeFirstOrThrow()
          .then((row) => row.next_due_at),
      );
    expect(await nextDue()).toEqual(at('2026-11-23 18:00'));
    await setDay(rest('2026-11-23'));
    await recompute();
    expect(await nextDue()).toEqual(at('2026-11-24 18:00'));
  });

  test('is seen at once by what begins after it, and by nothing when it was rolled back', async () => {
    await setDay(rest('2026-11-18'));
    expect(await worked('2026-11-16 12:00', '2026-11-18', '2026-11-19')).toEqual(['2026-11-19']);
    const id = await taken('2026-11-16 10:00', '2026-11-16 11:00');
    expect((await search(id))?.dueAt).toEqual(at('2026-11-24 18:00'));
    const rolledBack = asBoss(async (work) => {
      await setCalendarDay(work, rest('2026-11-19'));
      expect((await calendarOf(work)).isWorkingDay(dayNumber('2026-11-19'))).toBe(false);
      throw new Error('power cut');
    });
    await expect(rolledBack).rejects.toThrow('power cut');
    expect(await worked('2026-11-16 12:00', '2026-11-18', '2026-11-19')).toEqual(['2026-11-19']);
  });

  test('can be taken back, and never makes anything due earlier while it is added', async () => {
    const ids = [await taken('2026-11-16 10:00', '2026-11-16 11:00'), await open(database.db, 'south')];
    const dues = async () => {
      const loaded = await asSystem(database.db, '2026-11-16 20:00', (work) =>
        Promise.all(ids.map((id) => loadMatter(work, id))),
      );
      return loaded.flatMap((each) => each?.matter.clocks.map(({ dueAt }) => dueAt?.getTime() ?? 0) ?? []);
    };
    const first = await dues();
    let before = first;
    for (let n = 17; n <= 28; n += 1) {
      await setDay(rest(`2026-11-${n}`));
      await recompute();
      const now = await dues();
      expect(now.every((due, i) => due >= before[i]!)).toBe(true);
      before = now;
    }
    expect(before).not.toEqual(first);
    for (let n = 17; n <= 28; n += 1) {
      const works = ![21, 22, 28].includes(n);
      await setDay(rest(`2026-11-${n}`, { works, reason: '更正' }));
    }
    await recompute();
    expect(await dues()).toEqual(first);
  });

  test('keeps who set it, why, and by which paper', async () => {
    await setDay(rest('2026-11-20', { reason: ' 传统庙会 ' }));
    const row = await asSystem(database.db, '2026-11-16 12:00', ({ db }) =>
      db.selectFrom('matters.calendar_days').selectAll().executeTakeFirstOrThrow(),
    );
    expect(row).toMatchObject({ works: false, reason: '传统庙会', source: paper, set_by: boss.accountId });
    expect(row.set_at).toEqual(at('2026-11-16 12:00'));
  });

  test.each<[string, CalendarDay]>([
    ['calendar.bad_day', rest('2026-02-30')],
    ['calendar.bad_day', rest('tomorrow')],
    ['calendar.no_reason', rest('2026-11-20', { reason: ' ' })],
    ['calendar.no_reason', rest('2026-11-20', { source: '' })],
    ['calendar.working_day_is_past', rest('2026-11-15', { works: true })],
    ['calendar.working_day_is_past', rest('2026-11-16', { works: true })],
  ])('is refused with %s: %j', async (code, day) => {
    const refused = await setDay(day);
    expect(refused).toMatchObject({ ok: false, code });
    expect(sayRefusal(refused as Refusal).zh).toMatch(/^[^{]+。$/);
    expect(await worked('2026-11-16 12:00', '2026-11-20')).toEqual(['2026-11-20']);
  });

  test('may be a rest day that is over: an office that was shut by a storm', async () => {
    expect(await setDay(rest('2026-11-13'))).toMatchObject({ ok: true });
  });

  test.each([
    ['a clerk of the centre', staff('centre')],
    ['the head of a branch', staff('north', 'chief')],
    ['the person who asked', readerOf('01900000-0000-7000-8000-000000000001')],
  ])('is not for %s', async (_, actor) => {
    const tries = [
      (work: Work) => setCalendarDay(work, rest('2026-11-20')),
      (work: Work) => announceYear(work, 2027, [rest('2027-01-01')]),
      (work: Work) => setTimetable(work, { hours: [{ fromMinute: 540, toMinute: 1080 }] }),
    ];
    for (const attempt of tries)
      expect(await as(database.db, actor, '2026-11-16 12:00', attempt)).toMatchObject({ code: 'calendar.not_yours' });
  });
});

describe('a year that is announced (公布放假安排)', () => {
  const days = ['2027-01-01', '2027-01-02', '2027-01-03'].map((day) => rest(day, { reason: '元旦' }));
  const announce = () => asBoss((work) => announceYear(work, 2027, days), '2026-12-29 09:00');

  test('makes provisional limits firm and moves those it concerns', async () => {
    const moves = await taken('2026-12-28 10:00', '2026-12-28 11:00');
    expect(await search(moves)).toMatchObject({ dueAt: at('2027-01-04 18:00'), provisional: true });
    expect(await announce()).toMatchObject({ ok: true });
    expect(await recompute('2026-12-29 10:00')).toBeGreaterThan(0);
    expect(await search(moves)).toMatchObject({ dueAt: at('2027-01-05 18:00'), provisional: false });
    const page = await as(database.db, readerOf(moves), '2026-12-29 10:05', (work) => findMatterPage(work, moves));
    expect(page?.clocks.filter(({ provisional }) => provisional)).toEqual([]);
  });

  test('makes a limit firm without an entry when nothing moves', async () => {
    await asSystem(database.db, '2026-12-27 09:00', recomputeClocks);
    const id = await taken('2027-01-04 10:00', '2027-01-04 11:00');
    expect(await search(id)).toMatchObject({ dueAt: at('2027-01-11 18:00'), provisional: true });
    await announce();
    expect(await asSystem(database.db, '2027-01-04 12:00', (work) => recomputeClocksOf(work, id))).toBe(0);
    expect(await search(id)).toMatchObject({ dueAt: at('2027-01-11 18:00'), provisional: false });
    const page = await as(database.db, readerOf(id), '2027-01-04 12:05', (work) => findMatterPage(work, id));
    expect(page?.seq).toBe(2);
  });

  test('is refused for a year that is known, days of another year, and no days', async () => {
    const tries = await asBoss(async (work) => [
      await announceYear(work, 2026, days),
      await announceYear(work, 2027, [rest('2028-01-01'), rest('2027-02-05'), rest('春节')]),
      await announceYear(work, 2027, []),
    ]);
    expect(tries.map((each) => !each.ok && each.code)).toEqual([
      'calendar.already_announced',
      'calendar.bad_day',
      'calendar.no_reason',
    ]);
    expect(tries[1]).toMatchObject({ details: { day: '2028-01-01、春节' } }); // every day that is wrong, and no other
  });
});

describe('office hours (作息时间)', () => {
  const timetable: Timetable = {
    hours: [{ fromMinute: 540, toMinute: 1050 }],
    summer: { from: '05-01', to: '09-30', hours: [{ fromMinute: 510, toMinute: 1095 }] },
  };

  test('end working days when the office closes by them, in winter and in summer', async () => {
    const winter = await taken('2026-11-16 10:00', '2026-11-16 11:00');
    const summer = await taken('2026-07-06 10:00', '2026-07-06 11:00');
    expect(await asBoss((work) => setTimetable(work, timetable))).toMatchObject({ ok: true });
    await recompute();
    expect((await search(winter))?.dueAt).toEqual(at('2026-11-23 17:30'));
    expect((await search(summer))?.dueAt).toEqual(at('2026-07-13 18:15'));
  });

  test('are refused when nobody could count by them', async () => {
    expect(await asBoss((work) => setTimetable(work, { hours: [] }))).toMatchObject({ code: 'calendar.bad_timetable' });
  });
});

describe('counting anew (期限重算)', () => {
  test('has to be done once for each change of the calendar, and finished to count as done', async () => {
    const todo = () => asSystem(database.db, '2026-11-16 12:00', findRecount);
    expect(await todo()).toBeUndefined();
    await setDay(rest('2026-11-20'));
    const [one, two] = [await todo(), await todo()];
    expect(one?.matterIds.length).toBeGreaterThan(0);
    expect(two).toEqual(one);
    await recompute();
    expect(await todo()).toBeUndefined();
  });

  test('twice at once moves each limit once', async () => {
    const id = await taken('2026-11-16 10:00', '2026-11-16 11:00');
    await setDay(rest('2026-11-19'));
    const again = () => asSystem(database.db, '2026-11-16 12:00', (work) => recomputeClocksOf(work, id));
    expect((await Promise.all([again(), again(), again()])).sort()).toEqual([0, 0, 2]);
  });

  test('lets a limit that ran out by the old calendar run again', async () => {
    const id = await taken('2026-11-16 10:00', '2026-11-16 11:00');
    const fire = (now: string) => asSystem(database.db, now, (work) => fireClocksOf(work, id));
    expect(await fire('2026-11-23 18:05')).toBe(1);
    await setDay(rest('2026-11-23', { reason: '大雪停工' }), '2026-11-23 20:00');
    await recompute('2026-11-23 20:05');
    expect(await search(id)).toMatchObject({ dueAt: at('2026-11-24 18:00'), missedAt: null });
    expect(await fire('2026-11-24 18:00')).toBe(0);
    expect(await fire('2026-11-24 18:05')).toBe(1);
  });

  test('of a matter that nobody knows is none', async () => {
    const none = '01900000-0000-7000-8000-00000000ffff';
    expect(await asSystem(database.db, '2026-11-16 12:00', (work) => recomputeClocksOf(work, none))).toBe(0);
  });
});

describe('an extension (延期) in the database', () => {
  const chief = staff('north', 'chief');
  const prolong = (matterId: string, now: string, length = 'three') =>
    act(database.db, chief, now, { matterId, step: 'prolong', input: { length, reason: '书在修补' } });

  test('is kept with its run, told with its reason and until when, and counted anew with it', async () => {
    const id = await taken('2026-11-16 10:00', '2026-11-16 11:00');
    expect(await prolong(id, '2026-11-17 10:00')).toMatchObject({ ok: true });
    expect(await search(id)).toMatchObject({
      dueAt: at('2026-11-26 18:00'),
      extensions: [{ at: at('2026-11-17 10:00'), by: { unit: 'workingDays', amount: 3 } }],
    });
    const page = await as(database.db, readerOf(id), '2026-11-17 11:00', (work) => findMatterPage(work, id));
    expect(page?.timeline.at(-1)).toMatchObject({
      sentence: { zh: '找书期延到 2026年11月26日 18:00。', en: 'Prolonged until 26 Nov 2026 18:00.' },
      words: [{ name: 'reason', text: '书在修补' }],
      tells: [{ zh: '读者' }],
    });
    expect(page?.clocks.find(({ clock }) => clock === 'search')).toMatchObject({
      limit: { unit: 'workingDays', amount: 5 },
      extensions: [{ at: at('2026-11-17 10:00').toISOString(), unit: 'workingDays', amount: 3 }],
    });
    await setDay(rest('2026-11-25'));
    await recompute('2026-11-17 12:00');
    expect((await search(id))?.dueAt).toEqual(at('2026-11-27 18:00'));
  });

  test('is refused after the end, for too long, and once too often, and the button says so', async () => {
    const late = await taken('2026-11-16 10:00', '2026-11-16 11:00');
    expect(await prolong(late, '2026-11-23 18:01')).toMatchObject({ code: 'limit.already_overdue' });
    const id = await taken('2026-11-16 10:00', '2026-11-16 11:00');
    await prolong(id, '2026-11-17 10:00', 'five');
    expect(await prolong(id, '2026-11-17 11:00', 'five')).toMatchObject({ code: 'limit.extension_too_long' });
    expect(await prolong(id, '2026-11-17 12:00')).toMatchObject({ ok: true });
    expect(await prolong(id, '2026-11-17 13:00')).toMatchObject({ code: 'limit.already_extended' });
    const page = await as(database.db, chief, '2026-11-17 14:00', (work) => findMatterPage(work, id));
    expect(page?.steps.find(({ step }) => step === 'prolong')?.refusal).toMatchObject({
      code: 'limit.already_extended',
      message: { zh: '“找书时限”最多延期 2 次，已经用完了。请在期限内办结。' },
    });
  });
});

test('the calendar of one district is unseen from another', async () => {
  await setDay(rest('2026-11-20'));
  const countIn = (district: number) =>
    inTransaction(
      database.db,
      { districtId: district, actor: boss, scope: areaScope(''), now: at('2026-11-16 12:00') },
      async ({ db }) => [
        (await db.selectFrom('matters.calendar_days').select('day').execute()).length,
        (await db.selectFrom('matters.calendars').select('stamp').execute()).length,
      ],
    );
  expect(await countIn(districtId)).toEqual([1, 1]);
  expect(await countIn(990178)).toEqual([0, 0]);
});
