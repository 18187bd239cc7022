import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import type { FirstContact, HeldPost, NewAppointment, NewPost, Vacancy } from '../contract/post.ts';
import type { Rung } from '../rules/first-contact-ladder.ts';

export async function savePosts(work: Work, rows: readonly NewPost[]): Promise<void> {
  await sql`
    insert into bodies.posts (district_id, id, body_id, kind, name_zh, name_en, area_code, is_head, tenure, phone_public, duty)
    select ${work.districtId}::int, r.id, r."bodyId", r.kind, r."nameZh", r."nameEn", r."areaCode", r."isHead", r.tenure,
      r."phonePublic", r.duty
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (
      id uuid, "bodyId" uuid, kind text, "nameZh" text, "nameEn" text, "areaCode" text, "isHead" boolean, tenure text,
      "phonePublic" text, duty text)
  `.execute(work.db);
}

export async function saveAppointments(work: Work, rows: readonly NewAppointment[]): Promise<void> {
  await sql`
    insert into bodies.appointments (district_id, id, post_id, account_id, from_on, to_on)
    select ${work.districtId}::int, r.id, r."postId", r."accountId", r."fromOn", r."toOn"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (
      id uuid, "postId" uuid, "accountId" uuid, "fromOn" date, "toOn" date)
  `.execute(work.db);
}

/** Posts people hold on the district's own today, the first made first; one person's, or several people's. */
export async function loadHeldPosts(
  work: Work,
  accountIds: readonly string[],
): Promise<(HeldPost & { readonly accountId: string; readonly personZh: string })[]> {
  const { rows } = await sql<HeldPost & { readonly accountId: string; readonly personZh: string }>`
    select t.account_id as "accountId", c.name_zh as "personZh",
      p.id as "postId", p.kind, p.name_zh as "nameZh", p.name_en as "nameEn", p.is_head as "isHead",
      p.area_code as "areaCode", a.name_zh as "areaNameZh", a.name_en as "areaNameEn",
      p.body_id as "bodyId", b.kind as "bodyKind", b.name_zh as "bodyNameZh", b.name_en as "bodyNameEn"
    from bodies.appointments t
    join accounts.accounts c on c.district_id = t.district_id and c.id = t.account_id
    join bodies.posts p on p.district_id = t.district_id and p.id = t.post_id
    join bodies.bodies b on b.district_id = p.district_id and b.id = p.body_id
    join territory.areas a on a.district_id = p.district_id and a.code = p.area_code
    join territory.districts d on d.district_id = t.district_id
    where t.district_id = ${work.districtId} and t.account_id = any(${accountIds}::uuid[]) and ${inForce(work)}
    order by p.id
  `.execute(work.db);
  return rows;
}

/** The holder of the first rung that has one; several posts on a rung: the first made. */
export async function loadFirstHolder(work: Work, ladder: readonly Rung[]): Promise<FirstContact | undefined> {
  const { rows } = await sql<FirstContact>`
    select t.account_id as "accountId", c.name_zh as name, c.name_en as "nameEn", p.id as "postId", p.body_id as "bodyId"
    from unnest(${ladder.map((rung) => rung.areaCode)}::text[], ${ladder.map((rung) => rung.kind)}::text[])
      with ordinality as rung (area_code, kind, height)
    join bodies.posts p
      on p.district_id = ${work.districtId} and p.area_code = rung.area_code collate "C" and p.kind = rung.kind
    join bodies.appointments t on t.district_id = p.district_id and t.post_id = p.id
    join accounts.accounts c on c.district_id = t.district_id and c.id = t.account_id
    join territory.districts d on d.district_id = t.district_id
    where ${inForce(work)}
    order by rung.height, p.id
    limit 1
  `.execute(work.db);
  return rows[0];
}

/** The account of a body's head today. */
export async function loadHeadOf(work: Work, bodyId: string): Promise<string | undefined> {
  const { rows } = await sql<{ accountId: string }>`
    select t.account_id as "accountId"
    from bodies.posts p
    join bodies.appointments t on t.district_id = p.district_id and t.post_id = p.id
    join territory.districts d on d.district_id = t.district_id
    where p.district_id = ${work.districtId} and p.body_id = ${bodyId}::uuid and p.is_head and ${inForce(work)}
    limit 1
  `.execute(work.db);
  return rows[0]?.accountId;
}

export async function loadVacancies(work: Work, underArea: string): Promise<Vacancy[]> {
  const { rows } = await sql<Vacancy>`
    select p.id as "postId", p.kind, p.name_zh as "nameZh", p.name_en as "nameEn", p.area_code as "areaCode",
      p.body_id as "bodyId", b.name_zh as "bodyNameZh", b.name_en as "bodyNameEn"
    from bodies.posts p
    join bodies.bodies b on b.district_id = p.district_id and b.id = p.body_id
    join territory.districts d on d.district_id = p.district_id
    where p.district_id = ${work.districtId} and p.area_code >= ${underArea} and p.area_code < ${`${underArea}~`}
      and not exists (
        select from bodies.appointments t
        where t.district_id = p.district_id and t.post_id = p.id and ${inForce(work)})
    order by p.area_code, p.id
  `.execute(work.db);
  return rows;
}

/** Appointment `t` counts today, by the clock of district `d`. */
export const inForce = (work: Work) => sql<boolean>`(
  t.from_on <= (${work.now}::timestamptz at time zone d.time_zone)::date
  and (t.to_on is null or t.to_on >= (${work.now}::timestamptz at time zone d.time_zone)::date)
)`;

export async function loadPost(work: Work, postId: string): Promise<{ readonly id: string } | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from bodies.posts where district_id = ${work.districtId} and id = ${postId}::uuid
  `.execute(work.db);
  return rows[0];
}
