import type { WorkingCalendar } from '../../modules/matters/index.ts';
import type { Random } from './random.ts';

const MINUTE_MS = 60_000;
const wakesAtMinute = 7 * 60 + 30;
const sleepsAtMinute = 22 * 60 + 30;

/** The instant at which so many minutes of office hours have passed. */
export function officeMinutesLater(calendar: WorkingCalendar, from: Date, minutes: number): Date {
  let left = minutes * MINUTE_MS;
  for (let day = calendar.dayOf(from); ; day += 1) {
    for (const [start, end] of stretchesOf(calendar, day)) {
      const at = Math.max(start, from.getTime());
      if (at + left <= end) return new Date(at + left);
      left -= Math.max(0, end - at);
    }
  }
}

/** The instant since which so many minutes of office hours have passed. */
export function officeMinutesBefore(calendar: WorkingCalendar, until: Date, minutes: number): Date {
  let left = minutes * MINUTE_MS;
  for (let day = calendar.dayOf(until); ; day -= 1) {
    for (const [start, end] of stretchesOf(calendar, day).toReversed()) {
      const at = Math.min(end, until.getTime());
      if (at - left >= start) return new Date(at - left);
      left -= Math.max(0, at - start);
    }
  }
}

const stretchesOf = (calendar: WorkingCalendar, day: number): (readonly [number, number])[] =>
  calendar.isWorkingDay(day)
    ? calendar
        .hoursOn(day)
        .map(({ fromMinute, toMinute }) => [
          calendar.instantOf(day, fromMinute).getTime(),
          calendar.instantOf(day, toMinute).getTime(),
        ])
    : [];

/** The working day so many working days before a day. */
export function workingDayBefore(calendar: WorkingCalendar, day: number, workingDays: number): number {
  let at = day;
  for (let left = workingDays; left > 0;) if (calendar.isWorkingDay(--at)) left -= 1;
  return at;
}

/** The next day, this one included, on which the office will still close after this instant. */
export function nextClosingDay(calendar: WorkingCalendar, now: Date): number {
  let day = calendar.dayOf(now);
  while (!calendar.isWorkingDay(day) || calendar.instantOf(day, calendar.closingMinuteOn(day)) <= now) day += 1;
  return day;
}

/** When the office last closed on a day before today: what came in since then may still wait to be accepted. */
export function lastClosing(calendar: WorkingCalendar, now: Date): Date {
  const day = workingDayBefore(calendar, calendar.dayOf(now), 1);
  return calendar.instantOf(day, calendar.closingMinuteOn(day));
}

/** The minute after local midnight. */
export const minuteOf = (calendar: WorkingCalendar, instant: Date): number =>
  (instant.getTime() - calendar.instantOf(calendar.dayOf(instant), 0).getTime()) / MINUTE_MS;

/** The same instant, or, when people sleep, one on the morning after. */
export function whenAwake(calendar: WorkingCalendar, random: Random, instant: Date): Date {
  const minute = minuteOf(calendar, instant);
  if (minute >= wakesAtMinute && minute <= sleepsAtMinute) return instant;
  const day = calendar.dayOf(instant) + (minute > sleepsAtMinute ? 1 : 0);
  return calendar.instantOf(day, wakesAtMinute + random.between(0, 120));
}
