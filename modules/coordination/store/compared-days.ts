import type { Work } from '../../../platform/work.ts';
import { calendarOf } from '../../matters/index.ts';
import { REPEAT_DAYS } from '../rules/repeats.ts';

/** The first instant of the days in which requests are compared (比对期): today and the eighty-nine before it. */
export async function repeatsSince(work: Work): Promise<Date> {
  const calendar = await calendarOf(work);
  return calendar.instantOf(calendar.dayOf(work.now) - (REPEAT_DAYS - 1), 0);
}
