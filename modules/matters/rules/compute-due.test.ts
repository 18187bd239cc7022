import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarDays, hours, sameDay, workingDays, workingHours, type Duration } from '../kit/duration.ts';
import type { Pause } from '../kit/matter.ts';
import { at, calendar } from '../testing/library-desk.ts';
import { statutoryCalendar } from './calendar.ts';
import { computeDue } from './compute-due.ts';

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

describe('for any start, limit and pauses', () => {
  const minute = 60_000;
  const begin = at('2025-06-01 00:00').getTime();
  const starts = fc.integer({ min: 0, max: 700 * 1440 }).map((minutes) => new Date(begin + minutes * minute));
  const makers = [workingDays, workingHours, calendarDays, hours];
  const limits = fc.oneof(
    fc.constant(sameDay()),
    fc.tuple(fc.constantFrom(...makers), fc.integer({ min: 1, max: 12 })).map(([make, amount]) => make(amount)),
  );
  /** Gaps and lengths in turn, in quarters of an hour, so that pauses never touch and often meet a closing. */
  const spans = fc.array(fc.tuple(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 400 })), {
    maxLength: 4,
  });
  const lay = (from: Date, parts: readonly (readonly [number, number])[]): Pause[] => {
    let time = from.getTime();
    return parts.map(([gap, length]) => {
      const start = time + gap * 15 * minute;
      time = start + length * 15 * minute;
      return { from: new Date(start), to: new Date(time) };
    });
  };
  const compute = (within: Duration, start: Date, pauses: readonly Pause[]): number => {
    const { dueAt } = computeDue(within, start, pauses, calendar);
    if (!dueAt) throw new Error('stands still');
    return dueAt.getTime();
  };
  const holds = <Ts extends [unknown, ...unknown[]]>(...args: Parameters<typeof fc.property<Ts>>) =>
    fc.assert(fc.property<Ts>(...args), { numRuns: 1500 });

  test('pausing and resuming never brings the end nearer', () => {
    holds(limits, starts, spans, (within, start, parts) => {
      const pauses = lay(start, parts);
      for (let n = 1; n <= pauses.length; n += 1)
        expect(compute(within, start, pauses.slice(0, n))).toBeGreaterThanOrEqual(
          compute(within, start, pauses.slice(0, n - 1)),
        );
    });
  });

  test('a pause of no length changes nothing', () => {
    holds(limits, starts, spans, fc.nat(60 * 1440), (within, start, parts, later) => {
      const pauses = lay(start, parts);
      const instant = new Date(start.getTime() + later * minute);
      const atEnd = new Date(compute(within, start, pauses));
      for (const point of [instant, atEnd])
        expect(compute(within, start, [...pauses, { from: point, to: point }])).toBe(compute(within, start, pauses));
    });
  });

  test('a pause cut in two that touch changes nothing', () => {
    holds(limits, starts, spans, fc.double({ min: 0, max: 1, noNaN: true }), (within, start, parts, share) => {
      const pauses = lay(start, parts);
      const cut = pauses.flatMap(({ from, to }) => {
        const length = (to as Date).getTime() - from.getTime();
        const middle = new Date(from.getTime() + Math.round((length * share) / minute) * minute);
        return [
          { from, to: middle },
          { from: middle, to },
        ];
      });
      expect(compute(within, start, cut)).toBe(compute(within, start, pauses));
    });
  });

  test('a pause wholly before the start or after the end changes nothing', () => {
    holds(
      limits,
      starts,
      spans,
      fc.integer({ min: 1, max: 9999 }),
      fc.nat(9999),
      (within, start, parts, length, away) => {
        const pauses = lay(start, parts);
        const end = compute(within, start, pauses);
        const before = {
          from: new Date(start.getTime() - (length + away) * minute),
          to: new Date(start.getTime() - away * minute),
        };
        const behind = { from: new Date(end + (away + 1) * minute), to: new Date(end + (away + 1 + length) * minute) };
        expect(compute(within, start, [before, ...pauses, behind])).toBe(end);
      },
    );
  });

  test('who starts later or has more time ends later or at the same time', () => {
    holds(limits, starts, spans, fc.nat(5000), (within, start, parts, later) => {
      const pauses = lay(start, parts);
      const end = compute(within, start, pauses);
      expect(compute(within, new Date(start.getTime() + later * minute), pauses)).toBeGreaterThanOrEqual(end);
      const more = within.unit === 'sameDay' ? within : { ...within, amount: within.amount + 1 };
      expect(compute(more, start, pauses)).toBeGreaterThanOrEqual(end);
      expect(end).toBeGreaterThan(start.getTime());
    });
  });
});
