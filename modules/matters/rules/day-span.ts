import { dayNumber, type WorkingCalendar } from './calendar.ts';

/** A local day (当日) as two instants, the second one not included. */
export const spanOf = (calendar: WorkingCalendar, day: string) => ({
  day,
  from: calendar.instantOf(dayNumber(day), 0),
  to: calendar.instantOf(dayNumber(day) + 1, 0),
});
