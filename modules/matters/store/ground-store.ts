import type { Work } from '../../../platform/work.ts';
import { findDistrict } from '../../territory/index.ts';
import type { Procedure } from '../kit/define-procedure.ts';
import { calendarIn } from '../rules/engine.ts';
import type { WorkingCalendar } from '../rules/calendar.ts';
import type { Ground } from '../rules/progress.ts';

const timeZones = new Map<number, string>();

/** The calendar of the district the work is for. */
export async function calendarOf(work: Work): Promise<WorkingCalendar> {
  const known = timeZones.get(work.districtId);
  if (known) return calendarIn(known);
  const district = await findDistrict(work);
  if (!district) throw new Error(`district ${work.districtId} was never set up`);
  timeZones.set(work.districtId, district.timeZone);
  return calendarIn(district.timeZone);
}

/** What decisions about matters of this procedure stand on. */
export const groundOf = async (work: Work, procedure: Procedure): Promise<Ground> => ({
  procedure,
  calendar: await calendarOf(work),
  districtId: work.districtId,
});
