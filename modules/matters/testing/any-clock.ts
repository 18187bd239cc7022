import fc from 'fast-check';
import {
  byDayOfMonth,
  calendarDays,
  hours,
  sameDay,
  workingDays,
  workingHours,
  type Duration,
  type Length,
} from '../kit/duration.ts';
import type { Pause } from '../kit/matter.ts';
import { dayNumber, isStatutoryYear, officeCalendar, yearOf, type OwnCalendar } from '../rules/calendar.ts';
import { at, calendar } from './library-desk.ts';

export const MINUTE = 60_000;
const begin = at('2025-06-01 00:00').getTime();
const firstDay = dayNumber('2025-06-01');

/** Starts over 700 days, to the minute; they reach into a year that nobody has announced. */
export const starts = fc.integer({ min: 0, max: 700 * 1440 }).map((minutes) => new Date(begin + minutes * MINUTE));
export const days = fc.integer({ min: firstDay, max: firstDay + 750 });

const unrolled = (amount: number) => calendarDays(amount, { rollsToWorkingDay: false });
export const lengths: fc.Arbitrary<Length> = fc
  .tuple(fc.constantFrom(workingDays, workingHours, calendarDays, hours, unrolled), fc.integer({ min: 1, max: 12 }))
  .map(([make, amount]) => make(amount));
export const limits: fc.Arbitrary<Duration> = fc.oneof(
  { weight: 5, arbitrary: lengths },
  { weight: 1, arbitrary: fc.constant(sameDay()) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.integer({ min: 1, max: 31 }), fc.constantFrom('nextMonth', 'firstToCome'), fc.boolean())
      .map(([day, of, rollsToWorkingDay]) => byDayOfMonth(day, { of, rollsToWorkingDay })),
  },
);

/** Gaps and lengths in turn, in quarters of an hour, so that pauses never touch and often meet a closing. */
export const spans = fc.array(fc.tuple(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 400 })), {
  maxLength: 4,
});
export const lay = (from: Date, parts: readonly (readonly [number, number])[]): Pause[] => {
  let time = from.getTime();
  return parts.map(([gap, length]) => {
    const start = time + gap * 15 * MINUTE;
    time = start + length * 15 * MINUTE;
    return { from: new Date(start), to: new Date(time) };
  });
};

const minutes = (fromMinute: number, toMinute: number) => ({ fromMinute, toMinute });
const timetable = {
  hours: [minutes(540, 720), minutes(840, 1050)],
  summer: { from: '05-01', to: '09-30', hours: [minutes(510, 720), minutes(870, 1095)] },
};
/** What a district says of its calendar: a few days of its own, with or without summer hours. */
export const ownCalendars: fc.Arbitrary<OwnCalendar> = fc
  .tuple(fc.array(fc.tuple(days, fc.boolean()), { maxLength: 12 }), fc.boolean())
  .map(([own, summer]) => ({ days: new Map(own), ...(summer ? { timetable } : {}) }));
export const calendarFrom = (own: OwnCalendar) => officeCalendar('Asia/Shanghai', own);
/** The same calendar with one more day that is worked or not. */
export const withDay = (own: OwnCalendar, day: number, works: boolean): OwnCalendar => ({
  ...own,
  days: new Map([...(own.days ?? []), [day, works]]),
});

/** Weekend days that the State Council made working days (调休上班). */
export const makeUpDays: readonly number[] = Array.from({ length: 580 }, (_, i) => firstDay + i).filter(
  (day) =>
    isStatutoryYear(yearOf(day)) &&
    calendar.isWorkingDay(day) &&
    [0, 6].includes(new Date(day * 86_400_000).getUTCDay()),
);
