import { createHash } from 'node:crypto';
import { dateText, dayNumber, type WorkingCalendar } from './calendar.ts';

const YEARS_AROUND = [-1, 3] as const;

/**
 * Computes a short mark of a calendar (日历特征) that differs when limits of a year and the years around it may have to be
 * counted anew: another zone, other hours, another rest day, a year announced.
 */
export function printCalendar(calendar: WorkingCalendar, year: number): string {
  const hash = createHash('sha256').update(calendar.timeZone);
  const last = dayNumber(`${year + YEARS_AROUND[1]}-12-31`);
  for (let day = dayNumber(`${year + YEARS_AROUND[0]}-01-01`); day <= last; day += 1)
    hash.update(
      JSON.stringify([
        dateText(day),
        calendar.isWorkingDay(day),
        calendar.isAnnounced(day),
        calendar.hoursOn(day).flatMap(({ fromMinute, toMinute }) => [fromMinute, toMinute]),
      ]),
    );
  return hash.digest('base64url');
}
