import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';

/** Stands for all of an area, where else a body stands. */
export const WHOLE_AREA = '00000000-0000-0000-0000-000000000000';

/** Days before this one are kept as one: whatever was due then is overdue by now. */
const pastOf = ({ now }: Work) => new Date(now.getTime() - 2 * 86_400_000).toISOString().slice(0, 10);

const bucket = (work: Work) => sql`case when due_on < ${pastOf(work)}::date then '-infinity'::date else due_on end`;

/** A sum that is not what the matters give (范围计数不符). */
export type ScopeCountMisfit = {
  readonly area: string;
  /** Null for all of the area. */
  readonly bodyId: string | null;
  readonly stage: string;
  readonly dueOn: string;
  readonly kept: number;
  readonly found: number;
};

/** Rows of `area_code, body_ids, stage, due_on, n` as sums are kept: once for the area, once for each body. */
const asSums = (work: Work, rows: ReturnType<typeof sql>) => sql`
  select b.body_id, left(r.area_code, 12) collate "C" as area_code, r.stage, ${bucket(work)} as due_on, sum(r.n)::int as n
  from (${rows}) r cross join lateral unnest(${WHOLE_AREA}::uuid || r.body_ids) as b (body_id)
  group by 1, 2, 3, 4`;

/** What the matters give beside what is kept, where they differ; one statement, so that it sees one moment. Read as the whole district. */
const misfits = (work: Work) => sql`
  select body_id, area_code, stage, due_on, coalesce(k.n, 0)::int as kept, coalesce(f.n, 0)::int as found
  from (
    select body_id, area_code, stage, due_on, sum(n) as n from (
      select body_id, area_code, stage, ${bucket(work)} as due_on, n from matters.scope_counts where district_id = ${work.districtId}
      union all ${asSums(work, sql`select area_code, body_ids, stage, due_on, n from matters.scope_changes where district_id = ${work.districtId}`)}
    ) s group by 1, 2, 3, 4) k
  full join (${asSums(
    work,
    sql`select area_code, body_ids, stage, matters.due_bucket(stage, next_due_at) as due_on, 1 as n
      from matters.matters where district_id = ${work.districtId}`,
  )}) f using (body_id, area_code, stage, due_on)
  where coalesce(k.n, 0) <> coalesce(f.n, 0)`;

/** The sums that differ from the matters (范围计数核对); none when they fit. */
export async function findScopeCountMisfits(work: Work, limit: number): Promise<ScopeCountMisfit[]> {
  const { rows } = await sql<ScopeCountMisfit>`
    select area_code as area, nullif(body_id, ${WHOLE_AREA}::uuid) as "bodyId", stage, due_on::text as "dueOn", kept, found
    from (${misfits(work)}) x order by area_code, body_id, stage, due_on limit ${limit}
  `.execute(work.db);
  return rows;
}

const ADD = sql`on conflict (district_id, body_id, area_code, stage, due_on) do update set n = c.n + excluded.n`;

/** Lets only one at a time write sums of a district; whoever takes a step waits for neither. */
const lock = ({ districtId }: Work) => sql`hashtextextended(${`scope-counts:${districtId}`}, 0)`;

/** What many came at once is folded in several rounds, each within the time that a statement may take. */
const FOLDED_AT_ONCE = 20_000;

/**
 * Folds what changed into the sums (计数归并), and the days gone by into one. A second one at the same time does nothing.
 *
 * @returns how many changes were folded
 */
export async function foldScopeCounts(work: Work): Promise<number> {
  const { db, districtId } = work;
  const locked = await sql<{ is: boolean }>`select pg_try_advisory_xact_lock(${lock(work)}) as is`.execute(db);
  if (!locked.rows[0]?.is) return 0;
  const { rows } = await sql<{ folded: number }>`
    with gone as (
      delete from matters.scope_changes where district_id = ${districtId} and id in (
        select id from matters.scope_changes where district_id = ${districtId} order by id limit ${FOLDED_AT_ONCE})
      returning area_code, body_ids, stage, due_on, n),
    folded as (
      insert into matters.scope_counts as c (district_id, body_id, area_code, stage, due_on, n)
      select ${districtId}::int, * from (${asSums(work, sql`select * from gone`)}) s where n <> 0
      ${ADD})
    select count(*)::int as folded from gone
  `.execute(db);
  const folded = rows[0]?.folded ?? 0;
  if (folded > 0) await tidy(work);
  return folded;
}

/** Sums of days gone by become one, and those of nothing go. */
async function tidy(work: Work): Promise<void> {
  await sql`
    with gone as (
      delete from matters.scope_counts
      where district_id = ${work.districtId} and (n = 0 or (due_on < ${pastOf(work)}::date and due_on > '-infinity'))
      returning body_id, area_code, stage, n)
    insert into matters.scope_counts as c (district_id, body_id, area_code, stage, due_on, n)
    select ${work.districtId}::int, body_id, area_code, stage, '-infinity', sum(n) from gone where n <> 0 group by 2, 3, 4
    ${ADD}
  `.execute(work.db);
}

/** Makes the sums again from the matters (范围计数重建), while steps go on: it adds what is missing, seen in one moment. */
export async function rebuildScopeCounts(work: Work): Promise<void> {
  await sql`select pg_advisory_xact_lock(${lock(work)})`.execute(work.db);
  await sql`
    insert into matters.scope_counts as c (district_id, body_id, area_code, stage, due_on, n)
    select ${work.districtId}::int, body_id, area_code, stage, due_on, found - kept from (${misfits(work)}) x
    ${ADD}
  `.execute(work.db);
  await tidy(work);
}
