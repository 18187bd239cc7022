import { sql, type RawBuilder } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import { THRESHOLD } from '../rules/repeats.ts';
import { repeatsSince } from './compared-days.ts';

/** Both ways in which requests belong together, of rows `r` with a place and a subject. */
const bothWays = sql`cross join lateral (
  select true as by_place, r.place_key as key where r.place_key <> ''
  union all select false, '' where r.subject <> '') w`;

/** What the sums are made of: rows of `community_code, subject, place_key, opened_at, n, open`. */
const asSums = (rows: RawBuilder<unknown>) => sql`
  select w.by_place, r.community_code, r.subject, w.key collate "C" as place_key, sum(r.n)::int as n, sum(r.open)::int as open,
    max(r.opened_at) as last_at
  from (${rows}) r ${bothWays} group by 1, 2, 3, 4`;

const ADD = sql`on conflict (district_id, by_place, community_code, subject, place_key) do update
  set n = a.n + excluded.n, open = a.open + excluded.open, last_at = greatest(a.last_at, excluded.last_at)`;

const add = ({ districtId }: Work, sums: RawBuilder<unknown>) => sql`
  insert into coordination.alike as a (district_id, by_place, community_code, subject, place_key, n, open, last_at)
  select ${districtId}::int, by_place, community_code, subject, place_key, n, open, last_at from (${sums}) s
  where n <> 0 or open <> 0 ${ADD}`;

const occurrences = ({ districtId }: Work, of: 1 | -1, from: Date, until?: Date) => sql`
  select community_code, subject, place_key, opened_at, ${sql.lit(of)} as n, ${sql.lit(of)} * is_open::int as open
  from coordination.occurrences where district_id = ${districtId} and opened_at >= ${from}
    ${until ? sql`and opened_at < ${until}` : sql``}`;

async function findSince({ db, districtId }: Work): Promise<Date | undefined> {
  const { rows } = await sql<{ since: Date }>`
    select since from coordination.alike_since where district_id = ${districtId}`.execute(db);
  return rows[0]?.since;
}

/** Whether the sums are over just the days since then; right after midnight they are not, until the timer came by. */
export const areSummedSince = async (work: Work, since: Date): Promise<boolean> =>
  (await findSince(work))?.getTime() === since.getTime();

/** Lets only one at a time write sums of a district; whoever takes a step waits for neither. */
const lock = ({ districtId }: Work) => sql`hashtextextended(${`alike:${districtId}`}, 0)`;
/** What many came at once is folded in several rounds, each within the time that a statement may take. */
const FOLDED_AT_ONCE = 20_000;

/**
 * Folds what changed into the sums of what comes again (反复计数归并), and takes out what became too old to be compared. A second one at
 * the same time does nothing. Read as the whole district.
 *
 * @returns how many changes were folded
 */
export async function foldAlike(work: Work): Promise<number> {
  const { db, districtId } = work;
  const locked = await sql<{ is: boolean }>`select pg_try_advisory_xact_lock(${lock(work)}) as is`.execute(db);
  if (!locked.rows[0]?.is) return 0;
  const from = await findSince(work);
  const since = await repeatsSince(work);
  if (!from || from > since) return makeAll(work, since);
  const some = sql`and id in (select id from coordination.alike_changes where district_id = ${districtId} order by id limit ${FOLDED_AT_ONCE})`;
  const folded = await fold(work, from, some);
  // What became too old is in the sums only when nothing that anybody sees waits beside them: both are one statement.
  if (folded < FOLDED_AT_ONCE && from < since) {
    await fold(work, from, sql``, occurrences(work, -1, from, since));
    await sql`update coordination.alike_since set since = ${since} where district_id = ${districtId}`.execute(db);
  }
  await sql`delete from coordination.alike where district_id = ${districtId} and n = 0`.execute(db);
  return folded;
}

async function fold(work: Work, from: Date, some: RawBuilder<unknown>, aged?: RawBuilder<unknown>): Promise<number> {
  const too = aged ? sql`union all ${aged}` : sql``;
  const { rows } = await sql<{ folded: number }>`
    with gone as (
      delete from coordination.alike_changes where district_id = ${work.districtId} ${some}
      returning community_code, subject, place_key, opened_at, n, open),
    folded as (${add(work, asSums(sql`select * from gone where opened_at >= ${from} ${too}`))})
    select count(*)::int as folded from gone
  `.execute(work.db);
  return rows[0]?.folded ?? 0;
}

async function makeAll(work: Work, since: Date): Promise<number> {
  const { db, districtId } = work;
  await sql`delete from coordination.alike where district_id = ${districtId}`.execute(db);
  const { rows } = await sql<{ n: number }>`
    with gone as (delete from coordination.alike_changes where district_id = ${districtId} returning id),
    made as (${add(work, asSums(occurrences(work, 1, since)))})
    select count(*)::int as n from gone
  `.execute(db);
  await sql`
    insert into coordination.alike_since (district_id, since) values (${districtId}, ${since})
    on conflict (district_id) do update set since = excluded.since`.execute(db);
  return rows[0]?.n ?? 0;
}

/** Makes the sums again from the occurrences (反复计数重建), while steps go on. */
export async function rebuildAlike(work: Work): Promise<void> {
  await sql`select pg_advisory_xact_lock(${lock(work)})`.execute(work.db);
  await makeAll(work, await repeatsSince(work));
}

/** A sum that is not what the occurrences give (反复计数不符). */
export type AlikeMisfit = {
  readonly community: string;
  readonly subject: string;
  readonly place: string;
  readonly kept: number;
  readonly found: number;
};

/** The sums that differ from the occurrences (反复计数核对); none when they fit, or are not made yet. One statement, so that it sees one moment. */
export async function findAlikeMisfits(work: Work, limit: number): Promise<AlikeMisfit[]> {
  const since = await findSince(work);
  if (!since) return [];
  const kept = sql`
    select by_place, community_code, subject, place_key, sum(n) as n, sum(open) as open from (
      select by_place, community_code, subject, place_key, n, open from coordination.alike where district_id = ${work.districtId}
      union all select by_place, community_code, subject, place_key, n, open from (${asSums(waiting(work, since))}) p
    ) s group by 1, 2, 3, 4`;
  const { rows } = await sql<AlikeMisfit>`
    select community_code as community, subject, place_key as place, coalesce(k.n, 0)::int as kept, coalesce(f.n, 0)::int as found
    from (${kept}) k full join (${asSums(occurrences(work, 1, since))}) f using (by_place, community_code, subject, place_key)
    where coalesce(k.n, 0) <> coalesce(f.n, 0) or coalesce(k.open, 0) <> coalesce(f.open, 0)
    order by 1, 2, 3 limit ${limit}
  `.execute(work.db);
  return rows;
}

const waiting = ({ districtId }: Work, since: Date) => sql`
  select community_code, subject, place_key, opened_at, n, open from coordination.alike_changes
  where district_id = ${districtId} and opened_at >= ${since}`;

/**
 * The most frequent of an area by its sums, with what waits beside them, as `community_code, subject, place_key, n, open`. What waits can push
 * no more than as many out of the first as there are changes, so that many more are looked at.
 *
 * @param area a district, a sub-district or a community
 */
export function mostAlike(
  work: Work,
  {
    byPlace,
    area,
    since,
    atLeast,
    upTo,
  }: {
    readonly byPlace: boolean;
    readonly area: string;
    readonly since: Date;
    readonly atLeast: number;
    readonly upTo: number;
  },
): RawBuilder<unknown> {
  const columns = sql`by_place, community_code, subject, place_key, n, open, last_at`;
  const level = area.length >= 12 ? 'community_code' : 'subdistrict_code';
  const within = area.length >= 9 ? sql`and ${sql.ref(level)} = ${area}` : sql``;
  const pending = asSums(sql`${waiting(work, since)} and community_code >= ${area} and community_code < ${`${area}~`}`);
  const best = sql`order by n desc, last_at desc, community_code, subject, place_key`;
  return sql`
    with pending as materialized (select * from (${pending}) p where by_place = ${byPlace}),
    most as (
      select ${columns} from coordination.alike
      where district_id = ${work.districtId} and by_place = ${byPlace} ${within} and n >= ${sql.lit(THRESHOLD.least)} and n >= ${atLeast}
      ${best} limit ${sql.lit(upTo)} + (select count(*) from pending)),
    touched as (
      select a.by_place, a.community_code, a.subject, a.place_key, a.n, a.open, a.last_at
      from pending p join coordination.alike a on a.district_id = ${work.districtId} and a.by_place = p.by_place
        and a.community_code = p.community_code and a.subject = p.subject and a.place_key = p.place_key)
    select community_code, subject, place_key, sum(n)::int as n, sum(open)::int as open, max(last_at) as last_at
    from (select * from most union select * from touched union all select ${columns} from pending) s
    group by 1, 2, 3 having sum(n) >= ${atLeast}
    order by 4 desc, 6 desc, 1, 2, 3 limit ${sql.lit(upTo)}`;
}
