import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import type { FirstContact, HeldPost, NewAppointment, NewPost, PostKind, PostName, Vacancy } from '../contract/post.ts';
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

type HeldByOne = Pick<HeldPost, 'kind' | 'isHead' | 'areaCode' | 'bodyId'> & {
  readonly personZh: string;
  readonly forAccountId: string | null;
};
type Acting = HeldPost & { readonly accountId: string; readonly personZh: string };

/**
 * Posts people act in on the district's own today: their own first, the first made first, then those they stand in for.
 */
export async function loadHeldPosts(work: Work, accountIds: readonly string[]): Promise<Acting[]> {
  const { rows } = await sql<Acting>`
    with acting as (
      select t.account_id, t.post_id, null::uuid as for_account_id, true as signs
      from bodies.appointments t
      join territory.districts d on d.district_id = t.district_id
      where t.district_id = ${work.districtId} and t.account_id = any(${accountIds}::uuid[]) and ${inForce(work)}
      union all
      select s.account_id, t.post_id, t.account_id, s.may_sign
      from bodies.deputies s
      join bodies.appointments t on t.district_id = s.district_id and t.id = s.appointment_id
      join territory.districts d on d.district_id = t.district_id
      where s.district_id = ${work.districtId} and s.account_id = any(${accountIds}::uuid[])
        and ${inForce(work)} and ${standsIn(work)}
    )
    select x.account_id as "accountId", c.name_zh as "personZh",
      p.id as "postId", p.kind, p.name_zh as "nameZh", p.name_en as "nameEn", p.is_head and x.signs as "isHead",
      p.area_code as "areaCode", a.name_zh as "areaNameZh", a.name_en as "areaNameEn",
      p.body_id as "bodyId", b.kind as "bodyKind", b.name_zh as "bodyNameZh", b.name_en as "bodyNameEn",
      case when x.for_account_id is not null
        then jsonb_build_object('accountId', f.id, 'nameZh', f.name_zh, 'nameEn', f.name_en) end as "deputyFor"
    from acting x
    join accounts.accounts c on c.district_id = ${work.districtId} and c.id = x.account_id
    left join accounts.accounts f on f.district_id = ${work.districtId} and f.id = x.for_account_id
    join bodies.posts p on p.district_id = ${work.districtId} and p.id = x.post_id
    join bodies.bodies b on b.district_id = p.district_id and b.id = p.body_id
    join territory.areas a on a.district_id = p.district_id and a.code = p.area_code
    order by x.for_account_id is not null, p.id
  `.execute(work.db);
  return rows;
}

/** What somebody is in one post on the district's own today: its holder, else a deputy of its holder; undefined when neither. */
export async function loadHeldPost(
  work: Work,
  { accountId, postId }: { readonly accountId: string; readonly postId: string },
): Promise<HeldByOne | undefined> {
  const { rows } = await sql<HeldByOne>`
    select c.name_zh as "personZh", p.kind, p.is_head and (x.for_account_id is null or x.may_sign) as "isHead",
      p.area_code as "areaCode", p.body_id as "bodyId", x.for_account_id as "forAccountId"
    from bodies.posts p
    join territory.districts d on d.district_id = p.district_id
    join accounts.accounts c on c.district_id = p.district_id and c.id = ${accountId}::uuid
    cross join lateral (
      select null::uuid as for_account_id, true as may_sign
      from bodies.appointments t
      where t.district_id = p.district_id and t.post_id = p.id and t.account_id = c.id and ${inForce(work)}
      union all
      select t.account_id, s.may_sign
      from bodies.appointments t
      join bodies.deputies s on s.district_id = t.district_id and s.appointment_id = t.id and s.account_id = c.id
      where t.district_id = p.district_id and t.post_id = p.id and ${inForce(work)} and ${standsIn(work)}) x
    where p.district_id = ${work.districtId} and p.id = ${postId}::uuid
    order by x.for_account_id is not null limit 1
  `.execute(work.db);
  return rows[0];
}

/** The holder of the first rung that has one; several posts on a rung: the first made. */
export async function loadFirstHolder(work: Work, ladder: readonly Rung[]): Promise<FirstContact | undefined> {
  if (ladder.length === 0) return undefined;
  const { rows } = await sql<FirstContact & Rung>`
    select t.account_id as "accountId", c.name_zh as name, c.name_en as "nameEn", p.id as "postId", p.body_id as "bodyId",
      p.area_code as "areaCode", p.kind
    from bodies.posts p
    join bodies.appointments t on t.district_id = p.district_id and t.post_id = p.id
    join accounts.accounts c on c.district_id = t.district_id and c.id = t.account_id
    join territory.districts d on d.district_id = t.district_id
    where p.district_id = ${work.districtId} and p.area_code in (${sql.join([...new Set(ladder.map((rung) => rung.areaCode))])})
      and p.kind in (${sql.join([...new Set(ladder.map((rung) => rung.kind))])}) and ${inForce(work)}
    order by p.id
  `.execute(work.db);
  for (const rung of ladder) {
    const held = rows.find(({ areaCode, kind }) => areaCode === rung.areaCode && kind === rung.kind);
    if (!held) continue;
    const { areaCode: _code, kind: _kind, ...contact } = held;
    return contact;
  }
  return undefined;
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
      and p.closed_on is null
      and not exists (
        select from bodies.appointments t
        where t.district_id = p.district_id and t.post_id = p.id and ${inForce(work)})
    order by p.area_code, p.id
  `.execute(work.db);
  return rows;
}

export async function loadPostsIn(
  work: Work,
  bodyId: string,
  kinds: readonly PostKind[],
): Promise<{ postId: string; bodyId: string; kind: PostKind }[]> {
  const { rows } = await sql<{ postId: string; bodyId: string; kind: PostKind }>`
    select id as "postId", body_id as "bodyId", kind
    from bodies.posts
    where district_id = ${work.districtId} and body_id = ${bodyId}::uuid and kind = any(${kinds}::text[]) and closed_on is null
    order by id
  `.execute(work.db);
  return rows;
}

/** The names of posts, closed ones too: history speaks of them. */
export async function loadPostNames(work: Work, postIds: readonly string[]): Promise<PostName[]> {
  const { rows } = await sql<PostName>`
    select id as "postId", name_zh as "nameZh", name_en as "nameEn"
    from bodies.posts
    where district_id = ${work.districtId} and id = any(${postIds}::uuid[])
  `.execute(work.db);
  return rows;
}

/** Appointment `t` counts now, by the clock of district `d`. */
export const inForce = (work: Work) => sql<boolean>`(
  t.from_on <= (${work.now}::timestamptz at time zone d.time_zone)::date
  and (t.to_on is null or t.to_on >= (${work.now}::timestamptz at time zone d.time_zone)::date)
  and (t.ended_at is null or t.ended_at > ${work.now})
)`;

/** Deputy `s` acts now, by the clock of district `d`. */
export const standsIn = (work: Work) => sql<boolean>`(
  s.from_on <= (${work.now}::timestamptz at time zone d.time_zone)::date
  and s.to_on >= (${work.now}::timestamptz at time zone d.time_zone)::date
  and (s.ended_at is null or s.ended_at > ${work.now})
)`;

export async function loadPost(work: Work, postId: string): Promise<{ readonly id: string } | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from bodies.posts where district_id = ${work.districtId} and id = ${postId}::uuid
  `.execute(work.db);
  return rows[0];
}
