import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';

/** Body and area of a post. */
export type Place = { readonly bodyId: string; readonly areaCode: string };

/** The places of every post that somebody held or stood in for, on any day from `since` until today. */
export async function loadPlaces(work: Work, accountId: string, since: Date): Promise<Place[]> {
  const dayOf = (instant: Date) => sql`(${instant}::timestamptz at time zone d.time_zone)::date`;
  const { rows } = await sql<Place>`
    select distinct p.body_id as "bodyId", p.area_code as "areaCode"
    from territory.districts d
    join bodies.posts p on p.district_id = d.district_id
    join bodies.appointments t on t.district_id = p.district_id and t.post_id = p.id
    where d.district_id = ${work.districtId}
      and t.from_on <= ${dayOf(work.now)} and (t.to_on is null or t.to_on >= ${dayOf(since)})
      and (t.account_id = ${accountId}::uuid or exists (
        select from bodies.deputies s
        where s.district_id = t.district_id and s.appointment_id = t.id and s.account_id = ${accountId}::uuid
          and s.from_on <= ${dayOf(work.now)} and s.to_on >= ${dayOf(since)}))
  `.execute(work.db);
  return rows;
}
