import type { Work } from '../../../platform/work.ts';
import { findDistrict } from '../../territory/index.ts';
import type { Procedure } from '../kit/define-procedure.ts';
import { dateText, officeCalendar, type WorkingCalendar } from '../rules/calendar.ts';
import { proceduresHeldOn } from '../rules/engine.ts';
import type { Ground } from '../rules/progress.ts';
import { loadCalendar, loadOwnDays, stampingsIn } from './calendar-store.ts';
import { loadSettings } from './setting-store.ts';

const timeZones = new Map<number, string>();
const calendars = new Map<number, { readonly stamp: string; readonly calendar: WorkingCalendar }>();
const NEVER_SET = 'statutory';

/**
 * The calendar of the district the work is for (本区日历): the statutory one with the district's own days and hours. Built
 * once for each change of it, which every server sees by its stamp.
 */
export function calendarOf(work: Work): Promise<WorkingCalendar> {
  const read = asked.get(work.db);
  if (read?.stampings === stampingsIn(work)) return read.calendar;
  const calendar = readCalendar(work);
  asked.set(work.db, { stampings: stampingsIn(work), calendar });
  return calendar;
}

/** What was read within a transaction; read again once the transaction itself has changed the calendar. */
const asked = new WeakMap<Work['db'], { readonly stampings: number; readonly calendar: Promise<WorkingCalendar> }>();

async function readCalendar(work: Work): Promise<WorkingCalendar> {
  const timeZone = await timeZoneOf(work);
  const kept = await loadCalendar(work);
  const stamp = `${timeZone} ${kept?.stamp ?? NEVER_SET}`;
  const known = calendars.get(work.districtId);
  if (known?.stamp === stamp) return known.calendar;
  const calendar = officeCalendar(timeZone, {
    ...(kept?.timetable ? { timetable: kept.timetable } : {}),
    announcedYears: new Set(kept?.announcedYears),
    days: kept ? await loadOwnDays(work) : new Map(),
  });
  calendars.set(work.districtId, { stamp, calendar });
  return calendar;
}

async function timeZoneOf(work: Work): Promise<string> {
  const known = timeZones.get(work.districtId);
  if (known) return known;
  const district = await findDistrict(work);
  if (!district) throw new Error(`district ${work.districtId} was never set up`);
  timeZones.set(work.districtId, district.timeZone);
  return district.timeZone;
}

/** The version of each procedure that holds in the district today (现行版本): what is opened now is opened under it. */
export async function listHeldProcedures(work: Work): Promise<readonly Procedure[]> {
  const calendar = await calendarOf(work);
  return proceduresHeldOn(dateText(calendar.dayOf(work.now)));
}

/** The version of one procedure that holds today; undefined when none does (yet). */
export const findHeldProcedure = async (work: Work, id: string): Promise<Procedure | undefined> =>
  (await listHeldProcedures(work)).find((procedure) => procedure.id === id);

/** What decisions about matters of this procedure stand on. */
export const groundOf = async (work: Work, procedure: Procedure): Promise<Ground> => ({
  procedure: await withSettings(work, procedure),
  calendar: await calendarOf(work),
  districtId: work.districtId,
});

/** The procedure with what the district has set of its limits; one that lets nothing be set costs no reading. */
async function withSettings(work: Work, procedure: Procedure): Promise<Procedure> {
  const clocks = Object.entries(procedure.clocks);
  if (!clocks.some(([, { districtMay }]) => districtMay)) return procedure;
  const settings = await loadSettings(work, procedure.id);
  const set = clocks.map(([name, clock]) => [
    name,
    clock.districtMay ? { ...clock, settings: settings.filter((one) => one.clock === name) } : clock,
  ]);
  return { ...procedure, clocks: Object.fromEntries(set) };
}
