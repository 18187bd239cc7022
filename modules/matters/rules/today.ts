import { dateText, type WorkingCalendar } from './calendar.ts';
import { spanOf } from './day-span.ts';

export type Today = ReturnType<typeof spanOf>;

/** The day on the district's own calendar (今天), from midnight to midnight. */
export const todayOf = (calendar: WorkingCalendar, now: Date): Today => spanOf(calendar, dateText(calendar.dayOf(now)));
