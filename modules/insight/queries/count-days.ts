import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import type { DaySum } from '../rules/sum-days.ts';
import { partDigits, tallyWhere, type Reach } from './read-reach.ts';

type Days = { readonly from: string; readonly until: string };

/** Counts what happened in a reach by day (每日汇总), from the roll-up. */
export async function countDays(work: Work, reach: Reach, { from, until }: Days): Promise<DaySum[]> {
  const { rows } = await sql<DaySum>`
    select t.on_day::text as day, '' as part, t.measure, t.detail, sum(t.n)::int as n from insight.days t
    where t.district_id = ${work.districtId} and t.on_day >= ${from}::date and t.on_day <= ${until}::date and ${tallyWhere(reach)}
    group by 1, 3, 4 having sum(t.n) <> 0
  `.execute(work.db);
  return rows;
}

/** The same of a whole stretch, by part of the area. */
export async function countDaysByPart(work: Work, reach: Reach, { from, until }: Days): Promise<DaySum[]> {
  const { rows } = await sql<DaySum>`
    select ${until} as day, left(t.area_code, ${partDigits[reach.view.tier]}) as part, t.measure, t.detail, sum(t.n)::int as n
    from insight.days t
    where t.district_id = ${work.districtId} and t.on_day >= ${from}::date and t.on_day <= ${until}::date and ${tallyWhere(reach)}
    group by 2, 3, 4 having sum(t.n) <> 0
  `.execute(work.db);
  return rows;
}

/** Counts how many stood open at the end of a day, from all the days of the roll-up until then. */
export async function countOpenAt(work: Work, reach: Reach, until: string): Promise<DaySum[]> {
  return countDaysByPart(work, reach, { from: '1900-01-01', until });
}

export type KindSum = {
  readonly subject: string;
  readonly now: number;
  readonly before: number;
  readonly reopened: number;
};

/** Counts residents' requests of a stretch by kind, beside the stretch before it; those of no kind come last. */
export async function countKinds(
  work: Work,
  reach: Reach,
  { from, until, beforeFrom }: Days & { readonly beforeFrom: string },
): Promise<KindSum[]> {
  const opened = sql`t.measure = ${reach.bodyId === null ? 'in' : 'taken'}`;
  const { rows } = await sql<KindSum>`
    select t.subject, count(*) filter (where ${opened} and t.on_day >= ${from}::date)::int as now,
      count(*) filter (where ${opened} and t.on_day < ${from}::date)::int as before,
      count(*) filter (where t.measure = 'reopened' and t.on_day >= ${from}::date)::int as reopened
    from insight.tallies t
    where t.district_id = ${work.districtId} and t.measure in (${reach.bodyId === null ? 'in' : 'taken'}, 'reopened')
      and t.on_day >= ${beforeFrom}::date and t.on_day <= ${until}::date and t.procedure_id = 'resident-request' and ${tallyWhere(reach)}
    group by 1 order by t.subject = '', 2 desc, 1
  `.execute(work.db);
  return rows.filter(({ now, before, reopened }) => now + before + reopened > 0);
}
