import { sql, type RawBuilder } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import { calendarOf } from '../../matters/index.ts';
import { REPEAT_DAYS } from '../rules/repeats.ts';
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

/** The first instant of the days in which requests are compared (比对期): today and the eighty-nine before it. */
export async function repeatsSince(work: Work): Promise<Date> {
  const calendar = await calendarOf(work);
  return calendar.instantOf(calendar.dayOf(work.now) - (REPEAT_DAYS - 1), 0);
}

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
  const threshold = await loadThreshold(work);
  const isPlace = kind === 'place';
  const since = await repeatsSince(work);
  const where = sql`o.district_id = ${work.districtId} and o.opened_at >= ${since} and ${amongWhere(work, among)}`;
  const said = isPlace ? sql`o.place_key <> ''` : sql`o.subject <> ''`;
  const key = sql`o.community_code, o.subject ${isPlace ? sql`, o.place_key` : sql``}`;
  const isFresh = freshSince
    ? sql`and (${key}) in (select ${key} from coordination.occurrences o where ${where} and o.opened_at >= ${freshSince} and ${said})`
    : sql``;
  const counted =
    'area' in among && among.area.length <= 12 && !freshSince
      ? sql`select * from coordination.count_alike(${work.districtId}::int, ${among.area}, ${`${among.area}~`}, ${since}, ${isPlace},
          ${threshold}::int, ${sql.lit(MOST_CLUSTERS)})`
      : sql`
        select o.community_code, o.subject, ${isPlace ? sql`o.place_key` : sql`null::text`} as place_key, count(*)::int as n,
          min(o.opened_at) as first_at, max(o.opened_at) as last_at
        from coordination.occurrences o
        where ${where} and ${said} ${isFresh}
        group by 1, 2, 3 having count(*) >= ${threshold}
        order by 4 desc, 6 desc, 1, 2, 3 ${freshSince ? sql`` : sql`limit ${sql.lit(MOST_CLUSTERS)}`}`;
  const { rows } = await sql<Alike>`
    with alike as (${counted})
    select a.community_code as "communityCode", a.subject, ${isPlace ? sql`x.matters->0->>'place'` : sql`null`} as place,
      a.n as count, x.open, a.first_at as "firstAt", x.matters
    from alike a cross join lateral (
      select count(*) filter (where n.is_open)::int as open,
        json_agg(json_build_object('id', n.matter_id, 'isOpen', n.is_open, 'openedAt', n.opened_at, 'place', n.place)
          order by n.nth) filter (where n.nth <= ${sql.lit(MOST_MATTERS)}) as matters
      from (
        select o.*, row_number() over (order by o.opened_at desc, o.matter_id) as nth from coordination.occurrences o
        where ${where} and o.community_code = a.community_code and o.subject = a.subject
          ${isPlace ? sql`and o.place_key = a.place_key` : sql``}) n) x
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
