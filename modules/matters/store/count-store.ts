import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';

/** A count that is not what the matters themselves give. */
export type CountMisfit = {
  readonly area: string;
  readonly procedure: string;
  readonly state: string;
  readonly kept: number;
  readonly found: number;
};

/** What the matters themselves give, by the area in which each was opened; read as the whole district. */
const fromMatters = (work: Work) => sql`
  select left(opened_in, 12) collate "C" as area_code, procedure_id, state, coalesce(outcome, '') as outcome,
    coalesce(first_outcome, '') as first_outcome, reopenings, count(*)::int as n
  from matters.matters where district_id = ${work.districtId} group by 1, 2, 3, 4, 5, 6`;

/** The counts that differ from the matters (计数核对); none when they fit. */
export async function findCountMisfits(work: Work): Promise<CountMisfit[]> {
  const { rows } = await sql<CountMisfit>`
    with found as (${fromMatters(work)}),
    kept as (select * from matters.counts where district_id = ${work.districtId})
    select area_code as area, procedure_id as procedure, state, coalesce(k.n, 0) as kept, coalesce(f.n, 0) as found
    from kept k full join found f using (area_code, procedure_id, state, outcome, first_outcome, reopenings)
    where coalesce(k.n, 0) <> coalesce(f.n, 0) order by 1, 2, 3
  `.execute(work.db);
  return rows;
}

/** Counts anew from the matters (计数重建). Steps wait meanwhile, so that none is counted twice or not at all. */
export async function rebuildCounts(work: Work): Promise<void> {
  await sql`lock table matters.counts in share row exclusive mode`.execute(work.db);
  await sql`
    insert into matters.counts (district_id, area_code, procedure_id, state, outcome, first_outcome, reopenings, n)
    select ${work.districtId}::int, area_code, procedure_id, state, outcome, first_outcome, reopenings, n from (${fromMatters(work)}) f
    union all
    select c.district_id, c.area_code, c.procedure_id, c.state, c.outcome, c.first_outcome, c.reopenings, 0
    from matters.counts c where c.district_id = ${work.districtId} and not exists (
      select from (${fromMatters(work)}) f where f.area_code = c.area_code and f.procedure_id = c.procedure_id and f.state = c.state
        and f.outcome = c.outcome and f.first_outcome = c.first_outcome and f.reopenings = c.reopenings)
    on conflict (district_id, area_code, procedure_id, state, outcome, first_outcome, reopenings) do update set n = excluded.n
  `.execute(work.db);
}
