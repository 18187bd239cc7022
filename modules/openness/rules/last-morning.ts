import type { WorkingCalendar } from '../../matters/index.ts';

const MORNING_MINUTE = 8 * 60;

/**
 * The last eight o'clock on the district's clock (最近一个早上八点): who hears once a day and was told nothing since then has to be told now;
 * so nobody hears twice in a day, and a day on which no server ran is made up for.
 */
export function lastMorning(now: Date, calendar: Pick<WorkingCalendar, 'dayOf' | 'instantOf'>): Date {
  const day = calendar.dayOf(now);
  const today = calendar.instantOf(day, MORNING_MINUTE);
  return now >= today ? today : calendar.instantOf(day - 1, MORNING_MINUTE);
}
