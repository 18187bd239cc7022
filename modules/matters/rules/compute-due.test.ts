import { describe, expect, test } from 'vitest';
import {
  byDayOfMonth,
  calendarDays,
  hours,
  sameDay,
  workingDays,
  workingHours,
  type Duration,
} from '../kit/duration.ts';
import type { Pause } from '../kit/matter.ts';
import { at, calendar } from '../testing/library-desk.ts';
import { officeCalendar, statutoryCalendar } from './calendar.ts';
import { computeDue, computeDueOf } from './compute-due.ts';

const due = (within: Duration, start: string, pauses: readonly Pause[] = []) =>
  computeDue(within, at(start), pauses, calendar);
const pause = (from: string, to: string | null): Pause => ({ from: at(from), to: to === null ? null : at(to) });
const certain = (end: string) => ({ dueAt: at(end), provisional: false });

describe('working days (工作日) end when the office closes', () => {
  test.each([
    [1, '2026-11-16 10:00', '2026-11-17 18:00', 'Monday to Tuesday'],
    [1, '2026-11-16 00:00', '2026-11-17 18:00', 'from the first minute of Monday'],
    [1, '2026-11-16 17:59', '2026-11-17 18:00', 'just before closing'],
    [1, '2026-11-16 23:59', '2026-11-17 18:00', 'after closing'],
    [5, '2026-11-13 10:00', '2026-11-20 18:00', 'Friday to Friday'],
    [1, '2026-11-14 10:00', '2026-11-16 18:00', 'Saturday to Monday'],
    [1, '2026-11-13 19:00', '2026-11-16 18:00', 'Friday evening to Monday'],
    [5, '2026-09-30 10:00', '2026-10-13 18:00', 'over National Day, with the worked Saturday counted'],
    [1, '2026-10-09 12:00', '2026-10-10 18:00', 'into the worked Saturday'],
    [2, '2026-10-09 12:00', '2026-10-12 18:00', 'past the worked Saturday and the free Sunday'],
    [1, '2026-10-03 10:00', '2026-10-08 18:00', 'begun in the National Day rest'],
    [2, '2026-02-13 10:00', '2026-02-24 18:00', 'over Spring Festival'],
    [1, '2026-02-27 10:00', '2026-02-28 18:00', 'into the Saturday worked after Spring Festival'],
    [1, '2025-12-31 10:00', '2026-01-04 18:00', 'over New Year, to the worked Sunday'],
    [15, '2026-11-16 10:00', '2026-12-07 18:00', 'three plain weeks'],
  ])('%i from %s: %s (%s)', (amount, start, end) => {
    expect(due(workingDays(amount), start)).toEqual(certain(end));
  });
});

describe('a chosen day (选定日期) ends', () => {
  const ends = (startedAt: string, dueOn: string, take?: string) =>
    computeDueOf(
      { within: calendarDays(365), whenMissed: { tell: [], ...(take === undefined ? {} : { take }) } },
      { startedAt: at(startedAt), pauses: [], extensions: [], dueOn },
      calendar,
    );
  test.each<[string, string, string | undefined, string, string]>([
    ['2026-11-27 00:00', '2026-12-18', undefined, '2026-12-18 18:00', 'when the office closes on it'],
    ['2026-11-30 10:00', '2026-12-20', undefined, '2026-12-21 18:00', 'on the Monday after, where it is a Sunday'],
    [
      '2026-11-30 10:00',
      '2026-12-18',
      'review',
      '2026-12-18 09:00',
      'when the office opens, where the timer takes it up',
    ],
    [
      '2026-11-26 23:59',
      '2026-12-18',
      undefined,
      '2026-12-18 09:00',
      'when the office opens, where it began before that was changed',
    ],
  ])('begun %s for %s (%s): %s, %s', (startedAt, dueOn, take, end) => {
    expect(ends(startedAt, dueOn, take)).toEqual(certain(end));
  });
});

describe('same day (当日) ends at midnight', () => {
  test.each([
    ['2026-11-16 10:00', '2026-11-17 00:00', 'in office hours'],
    ['2026-11-16 00:00', '2026-11-17 00:00', 'before opening'],
    ['2026-11-16 17:59', '2026-11-17 00:00', 'just before closing'],
    ['2026-11-16 18:00', '2026-11-18 00:00', 'at closing, so on Tuesday'],
    ['2026-11-16 23:59', '2026-11-18 00:00', 'at night, so on Tuesday'],
    ['2026-11-20 19:00', '2026-11-24 00:00', 'Friday after closing, so on Monday'],
    ['2026-11-21 10:00', '2026-11-24 00:00', 'on Saturday, so on Monday'],
    ['2026-11-22 23:00', '2026-11-24 00:00', 'on Sunday evening, so on Monday'],
    ['2026-10-10 09:00', '2026-10-11 00:00', 'on a worked Saturday'],
    ['2026-10-10 18:30', '2026-10-13 00:00', 'after closing of a worked Saturday, so on Monday'],
    ['2026-10-01 10:00', '2026-10-09 00:00', 'on National Day, so on the Thursday after'],
  ])('from %s: %s (%s)', (start, end) => {
    expect(due(sameDay(), start)).toEqual(certain(end));
  });
});

describe('working hours (工作时) pass only while the office is open', () => {
  test.each([
    [4, '2026-11-16 09:00', '2026-11-16 15:00', 'over lunch'],
    [4, '2026-11-16 07:00', '2026-11-16 15:00', 'from before opening'],
    [3, '2026-11-16 09:00', '2026-11-16 12:00', 'exactly to lunch'],
    [4, '2026-11-16 11:30', '2026-11-16 17:30', 'from late morning'],
    [4, '2026-11-16 12:30', '2026-11-16 18:00', 'from lunch exactly to closing'],
    [4, '2026-11-16 16:00', '2026-11-17 11:00', 'into the next morning'],
    [4, '2026-11-16 18:00', '2026-11-17 15:00', 'from closing'],
    [4, '2026-11-20 17:00', '2026-11-23 12:00', 'over the weekend'],
    [4, '2026-11-21 10:00', '2026-11-23 15:00', 'from Saturday'],
    [4, '2026-09-30 17:00', '2026-10-08 12:00', 'over National Day'],
    [4, '2026-10-09 17:00', '2026-10-10 12:00', 'into a worked Saturday'],
    [14, '2026-11-16 09:00', '2026-11-17 18:00', 'two whole days'],
  ])('%i from %s: %s (%s)', (amount, start, end) => {
    expect(due(workingHours(amount), start)).toEqual(certain(end));
  });
});

describe('calendar days (自然日) end at midnight, on a working day', () => {
  test.each([
    [1, '2026-11-16 10:00', '2026-11-18 00:00', 'Monday: Tuesday is the day'],
    [1, '2026-11-16 23:59', '2026-11-18 00:00', 'Monday night just so'],
    [3, '2026-11-11 10:00', '2026-11-17 00:00', 'ending on Saturday, so on Monday'],
    [4, '2026-11-11 10:00', '2026-11-17 00:00', 'ending on Sunday, so on Monday'],
    [15, '2026-09-20 10:00', '2026-10-09 00:00', 'ending in the National Day rest, so on Thursday'],
    [10, '2026-09-30 10:00', '2026-10-11 00:00', 'ending on the worked Saturday'],
    [14, '2026-11-16 10:00', '2026-12-01 00:00', 'two weeks on a Monday'],
  ])('%i from %s: %s (%s)', (amount, start, end) => {
    expect(due(calendarDays(amount), start)).toEqual(certain(end));
  });
});

describe('calendar days that end where they end (不顺延)', () => {
  test.each([
    [3, '2026-11-11 10:00', '2026-11-15 00:00', 'on Saturday'],
    [15, '2026-09-20 10:00', '2026-10-06 00:00', 'in the National Day rest'],
  ])('%i from %s: %s (%s)', (amount, start, end) => {
    expect(due(calendarDays(amount, { rollsToWorkingDay: false }), start)).toEqual(certain(end));
  });

  test('are not provisional in a year that nobody has announced', () => {
    expect(due(calendarDays(3, { rollsToWorkingDay: false }), '2026-12-30 10:00')).toEqual(certain('2027-01-03 00:00'));
  });
});

describe('by the Nth of a month (某日前) ends with that day', () => {
  const roll = { rollsToWorkingDay: true } as const;
  const first = { of: 'firstToCome' } as const;
  test.each<[Duration, string, string, string]>([
    [byDayOfMonth(5), '2026-11-16 10:00', '2026-12-06 00:00', 'of the next month, on a Saturday'],
    [byDayOfMonth(5, roll), '2026-11-16 10:00', '2026-12-08 00:00', 'that Saturday gives way to Monday'],
    [byDayOfMonth(5), '2026-11-01 10:00', '2026-12-06 00:00', 'of the next month, also early in this one'],
    [byDayOfMonth(10), '2026-12-31 23:59', '2027-01-11 00:00', 'over the end of the year'],
    [byDayOfMonth(31), '2026-08-20 10:00', '2026-10-01 00:00', 'a short month ends with its last day'],
    [byDayOfMonth(30), '2027-01-30 10:00', '2027-03-01 00:00', 'February too'],
    [byDayOfMonth(30), '2028-01-30 10:00', '2028-03-01 00:00', 'and the one of a leap year'],
    [byDayOfMonth(25, first), '2026-11-16 10:00', '2026-11-26 00:00', 'still to come in this month'],
    [byDayOfMonth(25, first), '2026-11-25 08:00', '2026-12-26 00:00', 'the day of the start is not counted'],
    [byDayOfMonth(31, first), '2026-11-30 08:00', '2027-01-01 00:00', 'the last day of this month has begun'],
    [byDayOfMonth(3, { ...first, ...roll }), '2026-09-16 10:00', '2026-10-09 00:00', 'past the National Day rest'],
  ])('%j from %s: %s (%s)', (within, start, end) => {
    expect(due(within, start)).toEqual(certain(end));
  });

  test('is put off by a pause over its end to the first day that ends while it runs', () => {
    const over = [pause('2026-12-04 10:00', '2026-12-07 10:00')];
    expect(due(byDayOfMonth(5), '2026-11-16 10:00', over)).toEqual(certain('2026-12-08 00:00'));
    expect(due(byDayOfMonth(5), '2026-11-16 10:00', [pause('2026-12-04 10:00', null)]).dueAt).toBeNull();
  });

  test('is provisional where a year that nobody has announced decides', () => {
    expect(due(byDayOfMonth(1, roll), '2026-12-16 10:00').provisional).toBe(true);
    expect(due(byDayOfMonth(1), '2026-12-16 10:00').provisional).toBe(false);
  });
});

describe('an office with summer hours (夏令作息), half past eight to six fifteen from May to September', () => {
  const minutes = (from: number, to: number) => ({ fromMinute: from, toMinute: to });
  const timetable = {
    hours: [minutes(540, 720), minutes(840, 1050)],
    summer: { from: '05-01', to: '09-30', hours: [minutes(510, 720), minutes(870, 1095)] },
  };
  const office = officeCalendar('Asia/Shanghai', { timetable });
  test.each<[Duration, string, string, string]>([
    [workingDays(1), '2026-07-01 10:00', '2026-07-02 18:15', 'closes later in summer'],
    [workingDays(1), '2026-09-30 10:00', '2026-10-08 17:30', 'closes earlier after it'],
    [workingHours(4), '2026-07-01 10:07', '2026-07-01 16:37', 'to the minute'],
    [workingHours(4), '2026-09-30 17:15', '2026-10-08 12:00', 'one hour of summer, three of winter'],
    [sameDay(), '2026-07-01 18:00', '2026-07-02 00:00', 'still open at six in summer'],
    [sameDay(), '2026-11-16 17:30', '2026-11-18 00:00', 'closed at half past five in winter'],
  ])('%j from %s: %s (%s)', (within, start, end) => {
    expect(computeDue(within, at(start), [], office)).toEqual(certain(end));
  });
});

test.each([
  [24, '2026-11-20 17:30', '2026-11-21 17:30'],
  [1, '2026-10-01 23:30', '2026-10-02 00:30'],
])('%i hours from %s pass by day and night: %s', (amount, start, end) => {
  expect(due(hours(amount), start)).toEqual(certain(end));
});

describe('pauses (暂停)', () => {
  test.each<[string, Duration, string, Pause[], string]>([
    [
      'within one day cost and gain nothing',
      workingDays(2),
      '2026-11-16 10:00',
      [pause('2026-11-17 09:00', '2026-11-17 17:00')],
      '2026-11-18 18:00',
    ],
    [
      'over one closing cost a day',
      workingDays(2),
      '2026-11-16 10:00',
      [pause('2026-11-17 17:00', '2026-11-18 09:00')],
      '2026-11-19 18:00',
    ],
    [
      'over a weekend cost nothing',
      workingDays(2),
      '2026-11-19 10:00',
      [pause('2026-11-20 18:30', '2026-11-23 08:00')],
      '2026-11-23 18:00',
    ],
    [
      'that end at closing cost nothing',
      workingDays(1),
      '2026-11-16 10:00',
      [pause('2026-11-17 10:00', '2026-11-17 18:00')],
      '2026-11-17 18:00',
    ],
    [
      'at closing cost that day',
      workingDays(1),
      '2026-11-16 10:00',
      [pause('2026-11-17 18:00', '2026-11-17 20:00')],
      '2026-11-18 18:00',
    ],
    [
      'over midnight cost a calendar day',
      calendarDays(1),
      '2026-11-16 10:00',
      [pause('2026-11-17 22:00', '2026-11-18 06:00')],
      '2026-11-19 00:00',
    ],
    [
      'over midnight put the same day off',
      sameDay(),
      '2026-11-16 10:00',
      [pause('2026-11-16 22:00', '2026-11-17 06:00')],
      '2026-11-18 00:00',
    ],
    [
      'in office hours cost those hours',
      workingHours(4),
      '2026-11-16 09:00',
      [pause('2026-11-16 11:00', '2026-11-16 15:00')],
      '2026-11-16 17:00',
    ],
    [
      'at lunch cost no working hour',
      workingHours(4),
      '2026-11-16 09:00',
      [pause('2026-11-16 12:00', '2026-11-16 14:00')],
      '2026-11-16 15:00',
    ],
    [
      'cost their length in hours',
      hours(2),
      '2026-11-16 23:00',
      [pause('2026-11-16 23:30', '2026-11-17 00:30'), pause('2026-11-17 01:00', '2026-11-17 03:00')],
      '2026-11-17 04:00',
    ],
  ])('%s', (_, within, start, pauses, end) => {
    expect(due(within, start, pauses)).toEqual(certain(end));
  });

  test.each<[Duration, string]>([
    [workingDays(2), '2026-11-18 17:00'],
    [calendarDays(2), '2026-11-18 17:00'],
    [workingHours(20), '2026-11-18 11:00'],
    [hours(60), '2026-11-18 17:00'],
    [sameDay(), '2026-11-16 11:00'],
  ])('that last leave $unit without an end', (within, from) => {
    expect(due(within, '2026-11-16 10:00', [pause(from, null)])).toEqual({ dueAt: null, provisional: false });
  });

  test.each<[Duration, string]>([
    [workingDays(1), '2026-11-17 18:00'],
    [calendarDays(1), '2026-11-18 00:00'],
    [workingHours(4), '2026-11-16 16:00'],
    [hours(4), '2026-11-16 14:00'],
    [sameDay(), '2026-11-17 00:00'],
  ])('that begin after the end do not stop $unit that ran out', (within, end) => {
    expect(due(within, '2026-11-16 10:00', [pause('2026-11-18 10:00', null)])).toEqual(certain(end));
  });
});

describe('a year whose rest days are not announced is counted by weekday, and says so', () => {
  test.each<[Duration, string, string, boolean]>([
    [workingDays(5), '2026-12-30 10:00', '2027-01-06 18:00', true],
    [workingDays(1), '2026-12-30 10:00', '2026-12-31 18:00', false],
    [workingHours(4), '2026-12-31 17:00', '2027-01-01 12:00', true],
    [sameDay(), '2026-12-31 19:00', '2027-01-02 00:00', true],
    [calendarDays(1), '2026-12-31 10:00', '2027-01-02 00:00', true],
    [workingDays(1), '2028-03-01 10:00', '2028-03-02 18:00', true],
    [hours(24), '2026-12-31 19:00', '2027-01-01 19:00', false],
  ])('%j from %s: %s, provisional %s', (within, start, end, provisional) => {
    expect(due(within, start)).toEqual({ dueAt: at(end), provisional });
  });
});

describe('another time zone', () => {
  const instant = new Date('2026-11-16T23:30:00Z');
  test.each([
    ['Asia/Shanghai', workingDays(1), '2026-11-18T10:00:00Z'],
    ['Asia/Urumqi', workingDays(1), '2026-11-18T12:00:00Z'],
    ['America/New_York', workingDays(1), '2026-11-17T23:00:00Z'],
    ['Asia/Shanghai', sameDay(), '2026-11-17T16:00:00Z'],
    ['America/New_York', sameDay(), '2026-11-18T05:00:00Z'],
    ['America/New_York', workingHours(1), '2026-11-17T15:00:00Z'],
  ])('in %s a limit of %j ends by its own clock', (timeZone, within, end) => {
    expect(computeDue(within, instant, [], statutoryCalendar(timeZone)).dueAt).toEqual(new Date(end));
  });
});
