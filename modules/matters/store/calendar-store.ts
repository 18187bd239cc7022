import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Work } from '../../../platform/work.ts';
import { dateText, dayNumber, type DayNumber, type OwnCalendar } from '../rules/calendar.ts';
import { asRun } from './matter-row.ts';
import type { Timetable } from '../rules/timetable.ts';

/** The calendar of a district as it is kept (本区日历), without its days. */
export type KeptCalendar = {
  readonly stamp: string;
  readonly timetable: Timetable | null;
  readonly announcedYears: readonly number[];
  /** The mark of the calendar by which all running limits were last counted. */
  readonly countedBy: string | null;
  /** How many limits moved since it was set last. */
  readonly moved: number;
};

export async function loadCalendar(work: Work): Promise<KeptCalendar | undefined> {
  const { rows } = await sql<KeptCalendar>`
    select stamp, timetable, announced_years as "announcedYears", counted_by as "countedBy", moved
    from matters.calendars where district_id = ${work.districtId}
  `.execute(work.db);
  return rows[0];
}

/** The days on which a district works or rests of its own. */
export async function loadOwnDays(work: Work): Promise<NonNullable<OwnCalendar['days']>> {
  const { rows } = await sql<{ day: string; works: boolean }>`
    select day::text as day, works from matters.calendar_days where district_id = ${work.districtId}
  `.execute(work.db);
  return new Map(rows.map(({ day, works }) => [dayNumber(day), works]));
}

/** The days of a year that the district has set itself, each with its reason and paper. */
export async function loadOwnDaysOf(
  work: Work,
  year: number,
): Promise<{ day: string; works: boolean; reason: string; source: string; setAt: Date }[]> {
  const { rows } = await sql<{ day: string; works: boolean; reason: string; source: string; setAt: Date }>`
    select day::text as day, works, reason, source, set_at as "setAt" from matters.calendar_days
    where district_id = ${work.districtId} and day >= ${`${year}-01-01`}::date and day < ${`${year + 1}-01-01`}::date
    order by day
  `.execute(work.db);
  return rows;
}

/** Every limit that runs in the scope of the work, with the procedure that it stands under. */
export async function loadRunningClocks(work: Work) {
  const rows = await work.db
    .selectFrom('matters.clocks as c')
    .innerJoin('matters.matters as m', (join) =>
      join.onRef('m.district_id', '=', 'c.district_id').onRef('m.id', '=', 'c.matter_id'),
    )
    .selectAll('c')
    .select(['m.procedure_id as procedureId', 'm.procedure_version as procedureVersion'])
    .where('c.district_id', '=', work.districtId)
    .where('c.ended_at', 'is', null)
    .where('m.stage', '<>', 'final')
    .execute();
  return rows.map(({ procedureId, procedureVersion, ...row }) => ({ run: asRun(row), procedureId, procedureVersion }));
}

/** Counts up the limits that moved because the calendar was set. */
export async function addMoved(work: Work, moved: number): Promise<void> {
  await sql`
    update matters.calendars set moved = moved + ${moved} where district_id = ${work.districtId}
  `.execute(work.db);
}

export type OwnDay = {
  readonly day: DayNumber;
  readonly works: boolean;
  readonly reason: string;
  readonly source: string;
};

const setter = (work: Work): string | null => (work.actor.kind === 'worker' ? work.actor.accountId : null);

/** Writes days of one's own; what was said of a day before gives way. */
export async function saveOwnDays(work: Work, days: readonly OwnDay[]): Promise<void> {
  const rows = days.map((own) => ({ ...own, day: dateText(own.day) }));
  await sql`
    insert into matters.calendar_days (district_id, day, works, reason, source, set_by, set_at)
    select ${work.districtId}::int, r.day, r.works, r.reason, r.source, ${setter(work)}::uuid, ${work.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (day date, works boolean, reason text, source text)
    on conflict (district_id, day) do update set works = excluded.works, reason = excluded.reason,
      source = excluded.source, set_by = excluded.set_by, set_at = excluded.set_at
  `.execute(work.db);
}

/** How often the calendar was stamped in this transaction. */
export const stampingsIn = ({ db }: Work): number => stampings.get(db) ?? 0;
const stampings = new WeakMap<Work['db'], number>();
const noteStamping = (work: Work): void => void stampings.set(work.db, stampingsIn(work) + 1);

/** Writes what is given of the calendar and stamps it anew, so that every server reads it again. */
export async function stampCalendar(
  work: Work,
  change: { readonly timetable?: Timetable; readonly announcedYear?: number } = {},
): Promise<void> {
  noteStamping(work);
  const timetable = change.timetable ? JSON.stringify(change.timetable) : null;
  const years = change.announcedYear === undefined ? [] : [change.announcedYear];
  await sql`
    insert into matters.calendars as c (district_id, stamp, timetable, announced_years, set_by, set_at)
    values (${work.districtId}, ${uuidv7()}::uuid, ${timetable}::jsonb, ${years}::int[], ${setter(work)}::uuid, ${work.now})
    on conflict (district_id) do update set stamp = excluded.stamp,
      timetable = coalesce(excluded.timetable, c.timetable),
      announced_years = array(select distinct unnest(c.announced_years || excluded.announced_years) order by 1),
      set_by = excluded.set_by, set_at = excluded.set_at, moved = 0
  `.execute(work.db);
}

/** Notes the calendar by which all running limits have been counted. */
export async function saveCountedBy(work: Work, print: string): Promise<void> {
  noteStamping(work);
  await sql`
    insert into matters.calendars (district_id, stamp, counted_by, set_at)
    values (${work.districtId}, ${uuidv7()}::uuid, ${print}, ${work.now})
    on conflict (district_id) do update set counted_by = excluded.counted_by
  `.execute(work.db);
}
