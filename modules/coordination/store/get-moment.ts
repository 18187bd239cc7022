import type { Work } from '../../../platform/work.ts';
import { calendarOf } from '../../matters/index.ts';

/** Gets the minute it is on the clock of the district, `YYYY-MM-DD HH:MM`. */
export async function getMoment(work: Work): Promise<string> {
  const { timeZone } = await calendarOf(work);
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(work.now);
}
