import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { getCalendarYear } from '../queries/get-calendar-year.ts';
import type { CalendarChange } from '../contract/calendar.ts';
import { as, asSystem, go, open, setUpLibraryDistrict, staff } from '../testing/library-district.ts';
import { changeCalendar, previewCalendar } from './change-calendar.ts';
import { recomputeClocks } from './recompute-clocks.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await setUpLibraryDistrict(database.db);
  await asSystem(database.db, '2026-11-16 09:00', recomputeClocks);
});
afterAll(() => database.drop());

const now = '2026-11-16 12:00';
const boss = staff('centre', 'chief');
const rest: CalendarChange = {
  kind: 'day',
  day: '2026-11-18',
  works: false,
  reason: '传统庙会',
  source: '区政府办通知〔2026〕9号',
};
const preview = (change: CalendarChange, who = boss) =>
  as(database.db, who, now, (work) => previewCalendar(work, change));
const change = (wanted: CalendarChange, who = boss) =>
  as(database.db, who, now, (work) => changeCalendar(work, wanted));
const year = (who = boss) => as(database.db, who, now, (work) => getCalendarYear(work, 2026));

describe('setting the calendar from the desk (设置日历)', () => {
  test('says before how many limits would move, and moves none; afterwards exactly those have moved', async () => {
    const id = await open(database.db, 'north', '2026-11-16 10:00');
    await go(database.db, id, [staff('north'), '2026-11-16 11:00', 'take']); // two limits run: the search and the total
    expect(await preview(rest)).toEqual({ ok: true, value: { moves: 2 } });
    expect(await preview(rest)).toEqual({ ok: true, value: { moves: 2 } });
    expect((await year()).own).toEqual([]);
    expect((await year()).days.find(({ day }) => day === rest.day)).toMatchObject({ weekday: 3, works: true });
    expect((await year()).isRecounting).toBe(false);

    expect((await change(rest)).ok).toBe(true);
    expect(await year()).toMatchObject({ isRecounting: true, moved: 0, own: [{ day: rest.day, works: false }] });
    expect(await asSystem(database.db, now, recomputeClocks)).toBe(2);
    expect(await year()).toMatchObject({ isRecounting: false, moved: 2 });
    expect((await year()).days.find(({ day }) => day === rest.day)?.works).toBe(false);
  });

  test.each<[string, CalendarChange, string]>([
    ['a day that is none', { ...rest, day: '2026-02-30' }, 'calendar.bad_day'],
    ['no reason', { ...rest, reason: ' ' }, 'calendar.no_reason'],
    ['a past day to be worked', { ...rest, day: '2026-11-15', works: true }, 'calendar.working_day_is_past'],
    ['no hours', { kind: 'hours', timetable: { hours: [] } }, 'calendar.bad_timetable'],
    [
      'a year that is known',
      { kind: 'year', year: 2026, rests: ['2026-05-04'], works: [], reason: '五一', source: '通知' },
      'calendar.already_announced',
    ],
  ])('%s is refused, before and at the change, and changes nothing', async (_, wanted, code) => {
    const before = await year();
    expect(await preview(wanted)).toMatchObject({ ok: false, code });
    expect(await change(wanted)).toMatchObject({ ok: false, code });
    expect(await year()).toEqual(before);
  });

  test('others look and change nothing', async () => {
    const clerk = staff('centre');
    expect((await year(clerk)).maySet).toBe(false);
    expect((await year()).maySet).toBe(true);
    expect(await preview(rest, clerk)).toMatchObject({ ok: false, code: 'calendar.not_yours' });
    expect(await change(rest, clerk)).toMatchObject({ ok: false, code: 'calendar.not_yours' });
  });

  test('a year that nobody announced is entered, and summer hours are kept', async () => {
    const announced: CalendarChange = {
      kind: 'year',
      year: 2031,
      rests: ['2031-10-01', '2031-10-02'],
      works: ['2031-10-11'],
      reason: '2031 年放假安排',
      source: '国办发明电',
    };
    expect((await change(announced)).ok).toBe(true);
    const seen = await as(database.db, boss, now, (work) => getCalendarYear(work, 2031));
    expect([seen.isAnnounced, seen.own.length]).toEqual([true, 3]);
    const hours = [{ fromMinute: 540, toMinute: 720 }];
    const timetable = { hours, summer: { from: '06-01', to: '09-30', hours } };
    expect((await change({ kind: 'hours', timetable })).ok).toBe(true);
    expect((await year()).timetable).toEqual(timetable);
  });
});
