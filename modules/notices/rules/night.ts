import type { WorkingCalendar } from '../../matters/index.ts';

const FROM_MINUTE = 22 * 60;
const TO_MINUTE = 7 * 60;

/**
 * Puts an instant of the night off to the morning (夜间不打扰): from 22:00 to 7:00 on the clock of the district nobody gets a
 * message; any other instant stays.
 */
export function deferNight(at: Date, calendar: Pick<WorkingCalendar, 'dayOf' | 'instantOf'>): Date {
  const day = calendar.dayOf(at);
  if (at < calendar.instantOf(day, TO_MINUTE)) return calendar.instantOf(day, TO_MINUTE);
  return at >= calendar.instantOf(day, FROM_MINUTE) ? calendar.instantOf(day + 1, TO_MINUTE) : at;
}
