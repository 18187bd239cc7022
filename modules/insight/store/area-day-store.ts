import { sql, type RawBuilder } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import type { DayMisfit } from './tally-store.ts';

/** How many digits the areas have that are summed: districts, sub-districts, communities. */
const SUMMED_DIGITS = [6, 9, 12];
/** Whether there are sums of just these areas. */
export const areSummed = (codes: readonly string[]): boolean => codes.every(({ length }) => isSummed(length));
export const isSummed = (digits: number): boolean => SUMMED_DIGITS.includes(digits);

const levels = sql`(values ${sql.join(SUMMED_DIGITS.map((digits) => sql`(${sql.lit(digits)})`))}) d (digits)`;
const ofKinds = sql`r.procedure_id = 'resident-request' and r.measure in ('in', 'reopened')`;
const asAreaDays = (rows: RawBuilder<unknown>) => sql`
  select left(r.area_code, d.digits) collate "C" as area_code, r.on_day, r.measure, r.detail, sum(r.n)::int as n
  from (${rows}) r join ${levels} on length(r.area_code) >= d.digits group by 1, 2, 3, 4`;
const asKindDays = (rows: RawBuilder<unknown>) => sql`
  select left(r.area_code, d.digits) collate "C" as area_code, r.on_day, r.measure, r.subject, sum(r.n)::int as n
  from (${rows}) r join ${levels} on length(r.area_code) >= d.digits where ${ofKinds} group by 1, 2, 3, 4`;

const tallies = ({ districtId }: Work) => sql`
  select area_code, on_day, procedure_id, measure, detail, subject, 1 as n from insight.tallies where district_id = ${districtId}`;
const changes = ({ districtId }: Work) => sql`
  select area_code, on_day, procedure_id, measure, detail, subject, n from insight.day_changes where district_id = ${districtId}`;

/** Adds what `gone` holds to both sums. */
const added = ({ districtId }: Work, rows: RawBuilder<unknown>) => sql`
  of_areas as (
    insert into insight.area_days as a (district_id, area_code, on_day, measure, detail, n)
    select ${districtId}::int, * from (${asAreaDays(rows)}) s where n <> 0
    on conflict (district_id, area_code, on_day, measure, detail) do update set n = a.n + excluded.n),
  of_kinds as (
    insert into insight.kind_days as k (district_id, area_code, on_day, measure, subject, n)
    select ${districtId}::int, * from (${asKindDays(rows)}) s where n <> 0
    on conflict (district_id, area_code, on_day, measure, subject) do update set n = k.n + excluded.n)`;

/** Lets only one at a time write sums of a district; whoever takes a step waits for neither. */
const lock = ({ districtId }: Work) => sql`hashtextextended(${`area-days:${districtId}`}, 0)`;
/** What many counted at once is folded in several rounds, each within the time that a statement may take. */
const FOLDED_AT_ONCE = 20_000;

/**
 * Folds what was counted into the sums of the areas (片区汇总归并). A second one at the same time does nothing.
 *
 * @returns how many changes were folded
 */
export async function foldAreaDays(work: Work): Promise<number> {
  const { db, districtId } = work;
  const locked = await sql<{ is: boolean }>`select pg_try_advisory_xact_lock(${lock(work)}) as is`.execute(db);
  if (!locked.rows[0]?.is) return 0;
  const { rows } = await sql<{ folded: number }>`
    with gone as (
      delete from insight.day_changes where district_id = ${districtId} and id in (
        select id from insight.day_changes where district_id = ${districtId} order by id limit ${FOLDED_AT_ONCE})
      returning area_code, on_day, procedure_id, measure, detail, subject, n),
    ${added(work, sql`select * from gone`)}
    select count(*)::int as folded from gone
  `.execute(db);
  return rows[0]?.folded ?? 0;
}

/** Makes the sums of the areas again from the tallies (片区汇总重建). */
export async function rebuildAreaDays(work: Work): Promise<void> {
  const { db, districtId } = work;
  await sql`select pg_advisory_xact_lock(${lock(work)})`.execute(db);
  await sql`delete from insight.area_days where district_id = ${districtId}`.execute(db);
  await sql`delete from insight.kind_days where district_id = ${districtId}`.execute(db);
  await sql`
    with gone as (delete from insight.day_changes where district_id = ${districtId}),
    ${added(work, tallies(work))}
    select
  `.execute(db);
}

/** Compares the sums of the areas with the tallies (片区汇总核对); they fit when it gives no row. Each statement sees one moment. */
export async function compareAreaDays(work: Work, limit: number): Promise<DayMisfit[]> {
  const { db, districtId } = work;
  const compare = async (table: 'area_days' | 'kind_days', column: 'detail' | 'subject', asDays: typeof asAreaDays) => {
    const by = sql`area_code, on_day, measure, ${sql.ref(column)}`;
    const { rows } = await sql<DayMisfit>`
      select on_day::text as day, area_code as area, measure, coalesce(k.n, 0)::int as kept, coalesce(f.n, 0)::int as made
      from (select ${by}, sum(n) as n from (
          select ${by}, n from insight.${sql.ref(table)} where district_id = ${districtId} union all ${asDays(changes(work))}) s group by 1, 2, 3, 4) k
      full join (${asDays(tallies(work))}) f using (${by})
      where coalesce(k.n, 0) <> coalesce(f.n, 0) order by 1, 2, 3 limit ${limit}
    `.execute(db);
    return rows;
  };
  return [
    ...(await compare('area_days', 'detail', asAreaDays)),
    ...(await compare('kind_days', 'subject', asKindDays)),
  ];
}

type Days = { readonly from: string; readonly until: string };
const within = ({ districtId }: Work, { from, until }: Days) =>
  sql`district_id = ${districtId} and on_day >= ${from}::date and on_day <= ${until}::date`;
const below = (codes: readonly string[], area: RawBuilder<unknown> = sql`area_code`) =>
  sql`(${sql.join(
    codes.map((code) => sql`(${area} >= ${code} and ${area} < ${`${code}~`})`),
    sql` or `,
  )})`;

/** The sums of areas by day, with what is not folded yet, as `on_day, measure, detail, n`. */
export const areaDays = (work: Work, codes: readonly string[], days: Days): RawBuilder<unknown> => sql`
  select on_day, measure, detail, n from insight.area_days where ${within(work, days)} and area_code = any (${[...codes]}::text[])
  union all select on_day, measure, detail, n from insight.day_changes where ${within(work, days)} and ${below(codes)}`;

/**
 * The sums of the parts of areas, with what is not folded yet, as `part, measure, detail, n`; and of the areas themselves under their
 * own codes, parts included.
 *
 * @param digits how many digits the parts have, for which there are sums
 */
export const areaDaysByPart = (
  work: Work,
  codes: readonly string[],
  digits: number,
  days: Days,
): RawBuilder<unknown> => sql`
  select area_code as part, measure, detail, n from insight.area_days where ${within(work, days)} and area_code in (
    select code from territory.areas where district_id = ${work.districtId} and length(code) = ${digits} and ${below(codes, sql.ref('code'))}
    union select unnest(${[...codes]}::text[]))
  union all select left(area_code, ${digits}) as part, measure, detail, n from insight.day_changes
    where ${within(work, days)} and ${below(codes)} and length(area_code) >= ${digits}
  union all select c.code as part, r.measure, r.detail, r.n from insight.day_changes r join unnest(${[...codes]}::text[]) as c (code)
    on r.area_code >= c.code and r.area_code < c.code || '~' where ${within(work, days)}`;

/** The same of residents' requests by kind, as `on_day, measure, subject, n`. */
export const kindDays = (work: Work, codes: readonly string[], days: Days): RawBuilder<unknown> => sql`
  select on_day, measure, subject, n from insight.kind_days where ${within(work, days)} and area_code = any (${[...codes]}::text[])
  union all select r.on_day, r.measure, r.subject, r.n from insight.day_changes r
    where ${within(work, days)} and ${below(codes)} and ${ofKinds}`;
