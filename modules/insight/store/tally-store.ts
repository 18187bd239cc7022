import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import type { Tally } from '../rules/tally-entries.ts';

/** The matter that tallies are of, as they are counted for good. */
export type TalliedMatter = {
  readonly matterId: string;
  readonly openedIn: string;
  readonly procedureId: string;
  readonly subject: string;
};
export type MatterTally = TalliedMatter & Tally;

const columns = sql`district_id, matter_id, seq, measure, detail, at, on_day, area_code, body_id, procedure_id, subject`;

/** Keeps tallies and adds them to the sums of their days, in one statement; one that is there already adds nothing. */
export async function addTallies(work: Work, tallies: readonly MatterTally[]): Promise<void> {
  if (tallies.length === 0) return;
  await sql`
    with added as (
      insert into insight.tallies (${columns}) ${asRows(work, tallies)}
      on conflict do nothing
      returning on_day, area_code, body_id, procedure_id, measure, detail)
    insert into insight.days as d (district_id, on_day, area_code, body_id, procedure_id, measure, detail, n)
    select ${work.districtId}, on_day, area_code, body_id, procedure_id, measure, detail, count(*)
    from added group by 2, 3, 4, 5, 6, 7 order by 2, 3, 4, 5, 6, 7
    on conflict (district_id, on_day, area_code, body_id, procedure_id, measure, detail) do update set n = d.n + excluded.n
  `.execute(work.db);
}

/** Keeps tallies without adding them to the sums of their days, which {@link sumDays} makes when all are there. */
export async function insertTallies(work: Work, tallies: readonly MatterTally[]): Promise<void> {
  if (tallies.length === 0) return;
  await sql`insert into insight.tallies (${columns}) ${asRows(work, tallies)}`.execute(work.db);
}

/** Makes the sums of all days from the tallies, at once: a sum that is added to batch by batch in one transaction grows slow. */
export async function sumDays({ db, districtId }: Work): Promise<void> {
  await sql`delete from insight.days where district_id = ${districtId}`.execute(db);
  await sql`
    insert into insight.days (district_id, on_day, area_code, body_id, procedure_id, measure, detail, n)
    select district_id, on_day, area_code, body_id, procedure_id, measure, detail, count(*)
    from insight.tallies where district_id = ${districtId} group by 1, 2, 3, 4, 5, 6, 7
  `.execute(db);
}

function asRows({ districtId }: Work, tallies: readonly MatterTally[]) {
  return sql`
    select d.district_id, r."matterId", r.seq, r.measure, r.detail, r.at, (r.at at time zone d.time_zone)::date,
      r."openedIn", r."bodyId", r."procedureId", r.subject
    from territory.districts d,
      jsonb_to_recordset(${JSON.stringify(tallies)}::jsonb) as r ("matterId" uuid, seq int, measure text, detail text,
        at timestamptz, "openedIn" text, "bodyId" uuid, "procedureId" text, subject text)
    where d.district_id = ${districtId}`;
}

/** Throws the tallies of some matters away. */
export async function clearTallies({ db, districtId }: Work, matterIds: readonly string[]): Promise<void> {
  if (matterIds.length === 0) return;
  await sql`
    delete from insight.tallies where district_id = ${districtId} and matter_id = any (${[...matterIds]}::uuid[])
  `.execute(db);
}

/** Throws the tallies of matters away that are not in the record. */
export async function clearStrayTallies({ db, districtId }: Work): Promise<void> {
  await sql`
    delete from insight.tallies t where t.district_id = ${districtId}
      and not exists (select from matters.matters m where m.district_id = t.district_id and m.id = t.matter_id)
  `.execute(db);
}

/** Whether the district has matters but no tallies: they came before there were any. */
export async function lacksTallies({ db, districtId }: Work): Promise<boolean> {
  const { rows } = await sql<{ lacks: boolean }>`
    select exists (select from matters.matters where district_id = ${districtId})
      and not exists (select from insight.tallies where district_id = ${districtId}) as lacks`.execute(db);
  return rows[0]?.lacks === true;
}

/** A tally that the record gives and that is not kept, or the other way round. */
export type TallyMisfit = { readonly matterId: string; readonly seq: number; readonly measure: string };

/** Compares the tallies kept of some matters with those that their record gives. */
export async function compareTallies(
  work: Work,
  matterIds: readonly string[],
  made: readonly MatterTally[],
): Promise<TallyMisfit[]> {
  const { rows } = await sql<TallyMisfit>`
    with made (${columns}) as (${asRows(work, made)}),
    kept as (select ${columns} from insight.tallies
      where district_id = ${work.districtId} and matter_id = any (${[...matterIds]}::uuid[]))
    select matter_id as "matterId", seq, measure from (
      (select * from made except select * from kept) union (select * from kept except select * from made)) x
    order by 1, 2, 3
  `.execute(work.db);
  return rows;
}

/** A sum of a day that is not what its tallies add up to. */
export type DayMisfit = {
  readonly day: string;
  readonly area: string;
  readonly measure: string;
  readonly kept: number;
  readonly made: number;
};

/** Compares the sums of the days with the tallies (汇总核对); they fit when it gives no row. */
export async function compareDays({ db, districtId }: Work, limit: number): Promise<DayMisfit[]> {
  const { rows } = await sql<DayMisfit>`
    with made as (
      select on_day, area_code, body_id, procedure_id, measure, detail, count(*)::int as n
      from insight.tallies where district_id = ${districtId} group by 1, 2, 3, 4, 5, 6),
    kept as (
      select on_day, area_code, body_id, procedure_id, measure, detail, n
      from insight.days where district_id = ${districtId} and n <> 0)
    select on_day::text as day, area_code as area, measure, coalesce(k.n, 0) as kept, coalesce(m.n, 0) as made
    from made m full join kept k using (on_day, area_code, body_id, procedure_id, measure, detail)
    where m.n is distinct from k.n order by 1, 2, 3 limit ${limit}
  `.execute(db);
  return rows;
}
