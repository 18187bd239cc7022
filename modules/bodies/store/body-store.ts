import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import { factsOfKind, type BodyKind } from '../contract/body-kinds.ts';
import type { Body, BodyLink, BodyName, NewBody } from '../contract/body.ts';

export async function saveBodies(work: Work, rows: readonly NewBody[]): Promise<void> {
  await sql`
    insert into bodies.bodies (district_id, id, kind, name_zh, name_en, area_code, phone_public, duties, is_only)
    select ${work.districtId}::int, r.id, r.kind, r."nameZh", r."nameEn", r."areaCode", r."phonePublic", r.duties, r."isOnly"
    from jsonb_to_recordset(${JSON.stringify(rows.map((row) => ({ ...row, isOnly: factsOfKind(row.kind).onePerArea })))}::jsonb) as r (
      id uuid, kind text, "nameZh" text, "nameEn" text, "areaCode" text, "phonePublic" text, duties text[], "isOnly" boolean)
  `.execute(work.db);
}

export async function saveBodyLinks(work: Work, rows: readonly BodyLink[]): Promise<void> {
  await sql`
    insert into bodies.links (district_id, from_body_id, to_body_id, kind)
    select ${work.districtId}::int, r."fromBodyId", r."toBodyId", r.kind
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r ("fromBodyId" uuid, "toBodyId" uuid, kind text)
    on conflict on constraint links_pk do nothing
  `.execute(work.db);
}

export async function removeBodyLink(work: Work, link: BodyLink): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from bodies.links
    where district_id = ${work.districtId} and from_body_id = ${link.fromBodyId}::uuid
      and to_body_id = ${link.toBodyId}::uuid and kind = ${link.kind}
  `.execute(work.db);
  return (numAffectedRows ?? 0n) > 0n;
}

const bodyColumns = sql`
  select id as "bodyId", kind, name_zh as "nameZh", name_en as "nameEn", area_code as "areaCode",
    phone_public as "phonePublic", duties
  from bodies.bodies
`;

export async function loadBody(work: Work, bodyId: string): Promise<Body | undefined> {
  const { rows } = await sql<Body>`
    ${bodyColumns} where district_id = ${work.districtId} and id = ${bodyId}::uuid
  `.execute(work.db);
  return rows[0];
}

export async function loadBodyOfArea(
  work: Work,
  place: { kinds: readonly BodyKind[]; areaCode: string },
): Promise<Body | undefined> {
  const { rows } = await sql<Body>`
    ${bodyColumns}
    where district_id = ${work.districtId} and kind in (${sql.join(place.kinds)}) and area_code = ${place.areaCode}
      and succeeded_by is null
    order by id limit 1
  `.execute(work.db);
  return rows[0];
}

/** Bodies of these kinds and at or below an area, in the order of area and name. */
export async function loadBodies(
  work: Work,
  filter: { kinds: readonly BodyKind[] | null; underArea: string | null },
): Promise<Body[]> {
  const { rows } = await sql<Body>`
    ${bodyColumns}
    where district_id = ${work.districtId} and succeeded_by is null
      and (${filter.kinds}::text[] is null or kind = any(${filter.kinds}))
      and (${filter.underArea}::text is null or (area_code >= ${filter.underArea} and area_code < ${`${filter.underArea}~`}))
    order by area_code, id
  `.execute(work.db);
  return rows;
}

export async function loadDepartmentFor(work: Work, category: string): Promise<Body | undefined> {
  const { rows } = await sql<Body>`
    ${bodyColumns}
    where district_id = ${work.districtId} and succeeded_by is null and kind = 'department' and ${category} = any(duties)
    order by id limit 1
  `.execute(work.db);
  return rows[0];
}

export async function loadBodyNames(work: Work, bodyIds: readonly string[]): Promise<BodyName[]> {
  const { rows } = await sql<BodyName>`
    select id as "bodyId", kind, name_zh as "nameZh", name_en as "nameEn"
    from bodies.bodies
    where district_id = ${work.districtId} and id = any(${bodyIds}::uuid[])
  `.execute(work.db);
  return rows;
}

/** Links of one body, at either end. */
export const loadLinksOf = (work: Work, bodyId: string): Promise<BodyLink[]> => loadLinks(work, bodyId);

/** Every link of the district, or those of one body. */
export async function loadLinks(work: Work, bodyId: string | null = null): Promise<BodyLink[]> {
  const { rows } = await sql<BodyLink>`
    select from_body_id as "fromBodyId", to_body_id as "toBodyId", kind
    from bodies.links
    where district_id = ${work.districtId} and (${bodyId}::uuid is null or from_body_id = ${bodyId}::uuid or to_body_id = ${bodyId}::uuid)
    order by kind, from_body_id, to_body_id
  `.execute(work.db);
  return rows;
}
