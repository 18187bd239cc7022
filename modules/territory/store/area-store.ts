import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import type { Area, AreaKind, AreaStep, District } from '../contract/area.ts';

export type AreaRow = Area & { readonly foundedOn: string };

export async function saveDistrict(work: Work, district: District): Promise<void> {
  await sql`
    insert into territory.districts (district_id, name_zh, name_en, time_zone)
    values (${district.districtId}, ${district.nameZh}, ${district.nameEn}, ${district.timeZone})
  `.execute(work.db);
}

export async function saveAreas(work: Work, rows: readonly AreaRow[]): Promise<void> {
  await sql`
    insert into territory.areas (district_id, code, kind, parent_code, name_zh, name_en, addresses, founded_on)
    select ${work.districtId}::int, r.code, r.kind, r."parentCode", r."nameZh", r."nameEn", r.addresses, r."foundedOn"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (
      code text, kind text, "parentCode" text, "nameZh" text, "nameEn" text, addresses text[], "foundedOn" date)
  `.execute(work.db);
}

export async function saveCorrectedAreas(
  work: Work,
  rows: readonly Pick<Area, 'code' | 'nameZh' | 'nameEn' | 'addresses'>[],
): Promise<void> {
  await sql`
    update territory.areas a
    set name_zh = r."nameZh", name_en = r."nameEn", addresses = r.addresses
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (code text, "nameZh" text, "nameEn" text, addresses text[])
    where a.district_id = ${work.districtId} and a.code = r.code
  `.execute(work.db);
}

const districtColumns = sql`
  select district_id as "districtId", name_zh as "nameZh", name_en as "nameEn", time_zone as "timeZone"
  from territory.districts
`;

export async function loadDistrict(work: Work): Promise<District | undefined> {
  const { rows } = await sql<District>`${districtColumns} where district_id = ${work.districtId}`.execute(work.db);
  return rows[0];
}

export async function loadDistricts(work: Work): Promise<District[]> {
  const { rows } = await sql<District>`${districtColumns} order by district_id`.execute(work.db);
  return rows;
}

/** Areas that exist on the district's own today, below `under` (itself not included), in the order of their codes. */
export async function loadAreas(work: Work, filter: { kind: AreaKind | null; under: string | null }): Promise<Area[]> {
  const { rows } = await sql<Area>`
    ${areaColumns}
    where a.district_id = ${work.districtId} and ${existsToday(work)}
      and (${filter.kind}::text is null or a.kind = ${filter.kind})
      and (${filter.under}::text is null or (a.code > ${filter.under} and a.code < ${`${filter.under}~`}))
    order by a.code
  `.execute(work.db);
  return rows;
}

export async function loadArea(work: Work, code: string): Promise<Area | undefined> {
  const { rows } = await sql<Area>`
    ${areaColumns}
    where a.district_id = ${work.districtId} and a.code = ${code} and ${existsToday(work)}
  `.execute(work.db);
  return rows[0];
}

/** Ended areas too: an old matter keeps its place's name. */
export async function loadSteps(work: Work, codes: readonly string[]): Promise<AreaStep[]> {
  const { rows } = await sql<AreaStep>`
    select code, kind, name_zh as "nameZh", name_en as "nameEn"
    from territory.areas
    where district_id = ${work.districtId} and code = any(${codes}::text[])
    order by code
  `.execute(work.db);
  return rows;
}

const areaColumns = sql`
  select a.code, a.kind, a.parent_code as "parentCode", a.name_zh as "nameZh", a.name_en as "nameEn", a.addresses
  from territory.areas a join territory.districts d on d.district_id = a.district_id
`;

/** Area `a` has not ended, by the clock of district `d`. */
export const existsToday = (work: Work) => sql<boolean>`
  (a.ended_on is null or a.ended_on > (${work.now}::timestamptz at time zone d.time_zone)::date)
`;

/** The day it is in the district, by its own clock (ISO date). */
export async function loadToday(work: Work): Promise<string> {
  return (await loadMoment(work)).slice(0, 10);
}

/** The minute it is in the district, `YYYY-MM-DD HH:MM`. */
export async function loadMoment(work: Work): Promise<string> {
  const { rows } = await sql<{ moment: string }>`
    select to_char(${work.now}::timestamptz at time zone time_zone, 'YYYY-MM-DD HH24:MI') as moment
    from territory.districts where district_id = ${work.districtId}
  `.execute(work.db);
  const [row] = rows;
  if (!row) throw new Error(`district ${work.districtId} was never set up`);
  return row.moment;
}
