import type { WorkingCalendar } from '../../modules/matters/index.ts';
import { nextClosingDay, officeMinutesBefore, workingDayBefore } from './month-time.ts';

export type Moment = {
  readonly calendar: WorkingCalendar;
  /** Nothing happens after it. */
  readonly until: Date;
  /** When the next thing happens; for the last one it is `until`. */
  readonly next: Date;
};
/** When something happens, said from what comes after it: a history is told from its end backwards. */
export type When = (moment: Moment) => Date;

const atTen = 10 * 60;

export const officeMinutesAgo =
  (minutes: number): When =>
  ({ calendar, until }) =>
    officeMinutesBefore(calendar, until, minutes);

export const officeMinutesEarlier =
  (minutes: number): When =>
  ({ calendar, next }) =>
    officeMinutesBefore(calendar, next, minutes);

/** In minutes of the clock on the wall: a day that began before office hours stays the same day. */
export const minutesEarlier =
  (minutes: number): When =>
  ({ next }) =>
    new Date(next.getTime() - minutes * 60_000);

/** At ten on that day; where it is a rest day, when the office last closed before it. */
export const daysAgo =
  (days: number): When =>
  ({ calendar, until }) =>
    officeMinutesBefore(calendar, calendar.instantOf(calendar.dayOf(until) - days, atTen), 0);

/** So that a limit of this length that starts then ends when the office closes next. */
export const soThatItEndsToday =
  (workingDays: number): When =>
  ({ calendar, until }) =>
    calendar.instantOf(workingDayBefore(calendar, nextClosingDay(calendar, until), workingDays), atTen);

/** So that a time of this length in calendar days is over on the working day before the next thing happens. */
export const soThatItIsJustOver =
  (days: number): When =>
  ({ calendar, next }) =>
    calendar.instantOf(workingDayBefore(calendar, calendar.dayOf(next), 1) - days, atTen);

/** Places things that happened one after the other, oldest first. */
export function placeInTime(calendar: WorkingCalendar, until: Date, whens: readonly When[]): Date[] {
  let next = until;
  return whens
    .toReversed()
    .map((when) => (next = when({ calendar, until, next })))
    .toReversed();
}
