import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';

/** The procedure of what is compared: what residents ask for, not what offices make of it. */
export const COMPARED = 'resident-request';

/** One request as it is compared with others (反复比对). */
export type Occurrence = {
  readonly matterId: string;
  readonly areaCode: string;
  readonly subject: string;
  readonly place: string;
  readonly openedAt: Date;
  readonly isOpen: boolean;
};

/** Keeps a request as it stands now; one that lies in no community is compared with nothing. */
export async function keepOccurrence(work: Work, row: Occurrence): Promise<void> {
  const { matterId, areaCode, subject, place, openedAt, isOpen } = row;
  if (areaCode.length < 12) return;
  await sql`
    insert into coordination.occurrences as o
      (district_id, matter_id, area_code, community_code, subject, place, place_key, opened_at, is_open)
    values (${work.districtId}, ${matterId}::uuid, ${areaCode}, ${areaCode.slice(0, 12)}, ${subject}, ${place},
      ${place.replaceAll(/\s/g, '')}, ${openedAt}, ${isOpen})
    on conflict (district_id, matter_id) do update set
      area_code = excluded.area_code, community_code = excluded.community_code, is_open = excluded.is_open
  `.execute(work.db);
}

/** What the matters themselves give; read as the whole district. */
const fromMatters = ({ districtId }: Work) => sql`
  select m.district_id, m.id as matter_id, m.area_code, m.community_code, m.subject, m.place,
    regexp_replace(m.place, '\\s', '', 'g') collate "C" as place_key, m.opened_at, m.stage <> 'final' as is_open
  from matters.matters m
  where m.district_id = ${districtId} and m.procedure_id = ${COMPARED} and m.community_code is not null`;

/** Ids of requests that are not kept as the matters give them (比对核对); none when all fit. */
export async function findOccurrenceMisfits(work: Work, limit: number): Promise<string[]> {
  const kept = sql`select * from coordination.occurrences where district_id = ${work.districtId}`;
  const made = fromMatters(work);
  const { rows } = await sql<{ id: string }>`
    select distinct matter_id as id from ((${made} except ${kept}) union all (${kept} except ${made})) x order by 1 limit ${limit}
  `.execute(work.db);
  return rows.map(({ id }) => id);
}

/** Makes them all again from the matters (比对重建). Steps wait meanwhile. */
export async function rebuildOccurrences(work: Work): Promise<void> {
  await sql`lock table coordination.occurrences in share row exclusive mode`.execute(work.db);
  await sql`delete from coordination.occurrences where district_id = ${work.districtId}`.execute(work.db);
  await sql`insert into coordination.occurrences ${fromMatters(work)}`.execute(work.db);
}
