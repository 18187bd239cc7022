import { sql, type RawBuilder } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import { areSummedSince, mostAlike } from './alike-store.ts';
import { repeatsSince } from './compared-days.ts';
import { loadThreshold } from './threshold-store.ts';

const MOST_CLUSTERS = 30;
const MOST_MATTERS = 30;

/** Requests that belong together (反复出现) by place or by theme. */
export type Alike = {
  readonly communityCode: string;
  /** Empty for those of no kind. */
  readonly subject: string;
  /** As it was written last; null for a theme. */
  readonly place: string | null;
  readonly count: number;
  readonly open: number;
  readonly firstAt: Date;
  /** The newest first, and no more than thirty. */
  readonly matters: readonly { readonly id: string; readonly isOpen: boolean; readonly openedAt: string }[];
};

/** Of which requests it is asked: those of an area, or those that a body holds or was offered. */
export type Among = { readonly area: string } | { readonly bodyId: string };

/**
 * Finds what comes again and again (反复出现) by the one rule there is: requests of one community and one kind, by place or by theme,
 * from the number on that the district chose, those with the most first. Who joined in, or was merged, counts: each is
 * somebody who asked.
 *
 * @param freshSince only those of which one came since then, all of them; else those with the most
 */
export async function findClusters(
  work: Work,
  kind: 'place' | 'theme',
  among: Among,
  freshSince?: Date,
): Promise<Alike[]> {
  const atLeast = await loadThreshold(work);
  const since = await repeatsSince(work);
  const byPlace = kind === 'place';
  const area = freshSince ? undefined : summedArea(among);
  if (area !== undefined && (await areSummedSince(work, since))) {
    const most = mostAlike(work, { byPlace, area, since, atLeast, upTo: MOST_CLUSTERS });
    return withNewest(work, most, { byPlace, since });
  }
  return countAlike(work, among, { byPlace, since, atLeast, freshSince });
}

/** A district, a sub-district or a community, of which the requests are counted whole; undefined for a grid and for a body. */
const summedArea = (among: Among): string | undefined =>
  'area' in among && among.area.length <= 12 ? among.area : undefined;

type Compared = { readonly byPlace: boolean; readonly since: Date };

/** What the sums say, with the newest of each; those before them are counted only. */
async function withNewest(work: Work, most: RawBuilder<unknown>, { byPlace, since }: Compared): Promise<Alike[]> {
  const same = sql`o.district_id = ${work.districtId} and o.opened_at >= ${since} and o.community_code = a.community_code
    and o.subject = a.subject ${byPlace ? sql`and o.place_key = a.place_key` : sql``}`;
  const { rows } = await sql<Alike>`
    with alike as materialized (${most})
    select a.community_code as "communityCode", a.subject, ${byPlace ? sql`x.matters->0->>'place'` : sql`null`} as place,
      a.n as count, a.open, f.opened_at as "firstAt", x.matters
    from alike a
    cross join lateral (select o.opened_at from coordination.occurrences o where ${same} order by o.opened_at limit 1) f
    cross join lateral (
      select json_agg(json_build_object('id', n.matter_id, 'isOpen', n.is_open, 'openedAt', n.opened_at, 'place', n.place)
        order by n.opened_at desc, n.matter_id) as matters
      from (select o.* from coordination.occurrences o where ${same}
        order by o.opened_at desc, o.matter_id limit ${sql.lit(MOST_MATTERS)}) n) x
    order by a.n desc, a.last_at desc, 1, 2, a.place_key
  `.execute(work.db);
  return rows;
}

/** The same counted from the occurrences themselves: of a grid, of a body, where something came lately, and while the sums are of yesterday. */
async function countAlike(
  work: Work,
  among: Among,
  {
    byPlace,
    since,
    atLeast,
    freshSince,
  }: Compared & { readonly atLeast: number; readonly freshSince: Date | undefined },
): Promise<Alike[]> {
  const where = sql`o.district_id = ${work.districtId} and o.opened_at >= ${since} and ${amongWhere(work, among)}`;
  const said = byPlace ? sql`o.place_key <> ''` : sql`o.subject <> ''`;
  const key = sql`o.community_code, o.subject ${byPlace ? sql`, o.place_key` : sql``}`;
  const isFresh = freshSince
    ? sql`and (${key}) in (select ${key} from coordination.occurrences o where ${where} and o.opened_at >= ${freshSince} and ${said})`
    : sql``;
  const area = freshSince ? undefined : summedArea(among);
  const counted =
    area !== undefined
      ? sql`select * from coordination.count_alike(${work.districtId}::int, ${area}, ${`${area}~`}, ${since}, ${byPlace},
          ${atLeast}::int, ${sql.lit(MOST_CLUSTERS)})`
      : sql`
        select o.community_code, o.subject, ${byPlace ? sql`o.place_key` : sql`null::text`} as place_key, count(*)::int as n,
          min(o.opened_at) as first_at, max(o.opened_at) as last_at
        from coordination.occurrences o
        where ${where} and ${said} ${isFresh}
        group by 1, 2, 3 having count(*) >= ${atLeast}
        order by 4 desc, 6 desc, 1, 2, 3 ${freshSince ? sql`` : sql`limit ${sql.lit(MOST_CLUSTERS)}`}`;
  const { rows } = await sql<Alike>`
    with alike as (${counted})
    select a.community_code as "communityCode", a.subject, ${byPlace ? sql`x.matters->0->>'place'` : sql`null`} as place,
      a.n as count, x.open, a.first_at as "firstAt", x.matters
    from alike a cross join lateral (
      select count(*) filter (where n.is_open)::int as open,
        json_agg(json_build_object('id', n.matter_id, 'isOpen', n.is_open, 'openedAt', n.opened_at, 'place', n.place)
          order by n.nth) filter (where n.nth <= ${sql.lit(MOST_MATTERS)}) as matters
      from (
        select o.*, row_number() over (order by o.opened_at desc, o.matter_id) as nth from coordination.occurrences o
        where ${where} and o.community_code = a.community_code and o.subject = a.subject
          ${byPlace ? sql`and o.place_key = a.place_key` : sql``}) n) x
    order by a.n desc, a.last_at desc, 1, 2, a.place_key
  `.execute(work.db);
  return rows;
}

function amongWhere({ districtId }: Work, among: Among): RawBuilder<boolean> {
  if ('area' in among) {
    const { area } = among;
    const inGrid = area.length > 12 ? sql`and o.area_code >= ${area} and o.area_code < ${`${area}~`}` : sql``;
    if (area.length >= 12) return sql<boolean>`o.community_code = ${area.slice(0, 12)} ${inGrid}`;
    return sql<boolean>`o.community_code >= ${area} and o.community_code < ${`${area}~`}`;
  }
  return sql<boolean>`o.matter_id in (
    select m.id from matters.matters m where m.district_id = ${districtId} and m.procedure_id = 'resident-request'
      and (m.holder_body_id = ${among.bodyId}::uuid or m.offer_body_id = ${among.bodyId}::uuid))`;
}
