import { dateText, dayNumber, type DayNumber } from './calendar.ts';

/** The day of a date, `YYYY-MM-DD`; undefined for what is not a date of this or the coming times (日期). */
export function readDay(text: string): DayNumber | undefined {
  if (!/^20\d\d-\d\d-\d\d$/.test(text)) return undefined;
  const day = dayNumber(text);
  return !Number.isNaN(day) && dateText(day) === text ? day : undefined;
}
