import { dateText, dayNumber, type DayNumber, type WorkingCalendar } from './calendar.ts';

/** The day of a date, `YYYY-MM-DD`; undefined for what is not a date of this or the coming times (日期). */
export function readDay(text: string): DayNumber | undefined {
  if (!/^20\d\d-\d\d-\d\d$/.test(text)) return undefined;
  const day = dayNumber(text);
  return !Number.isNaN(day) && dateText(day) === text ? day : undefined;
}

/** From which instant on what is set for a day holds (自何时起): today means from now, another day from its midnight; undefined for no date. */
export function readSince(text: string, calendar: WorkingCalendar, now: Date): Date | undefined {
  const day = readDay(text);
  if (day === undefined) return undefined;
  return day === calendar.dayOf(now) ? now : calendar.instantOf(day, 0);
}
