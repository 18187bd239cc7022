import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import type { PostKind, Tenure } from '../contract/post.ts';
import type { EndGround, StaffChangeKind } from '../contract/staffing.ts';
import { inForce, standsIn } from './post-store.ts';

export type StaffRow = {
  readonly postId: string;
  readonly bodyId: string;
  readonly kind: PostKind;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly isHead: boolean;
  readonly tenure: Tenure;
  readonly areaCode: string;
  readonly areaZh: string;
  readonly areaEn: string;
  readonly appointmentId: string | null;
  readonly holderId: string | null;
  readonly holderZh: string | null;
  readonly holderEn: string | null;
  readonly fromOn: string | null;
  readonly toOn: string | null;
  readonly deputyId: string | null;
  readonly deputyZh: string | null;
  readonly deputyEn: string | null;
  readonly deputyUntilOn: string | null;
  readonly maySign: boolean | null;
};

/** The open posts of bodies, with holder and deputy of today; heads first, then those made first. */
export async function loadStaff(work: Work, bodyIds: readonly string[]): Promise<StaffRow[]> {
  const { rows } = await sql<StaffRow>`
    select p.id as "postId", p.body_id as "bodyId", p.kind, p.name_zh as "nameZh", p.name_en as "nameEn",
      p.is_head as "isHead", p.tenure, p.area_code as "areaCode", a.name_zh as "areaZh", a.name_en as "areaEn",
      t.id as "appointmentId", t.account_id as "holderId", c.name_zh as "holderZh", c.name_en as "holderEn",
      to_char(t.from_on, 'YYYY-MM-DD') as "fromOn", to_char(t.to_on, 'YYYY-MM-DD') as "toOn",
      s.id as "deputyId", sc.name_zh as "deputyZh", sc.name_en as "deputyEn",
      to_char(s.to_on, 'YYYY-MM-DD') as "deputyUntilOn", s.may_sign as "maySign"
    from bodies.posts p
    join territory.districts d on d.district_id = p.district_id
    join territory.areas a on a.district_id = p.district_id and a.code = p.area_code
    left join bodies.appointments t on t.district_id = p.district_id and t.post_id = p.id and ${inForce(work)}
    left join accounts.accounts c on c.district_id = t.district_id and c.id = t.account_id
    left join bodies.deputies s on s.district_id = t.district_id and s.appointment_id = t.id and ${standsIn(work)}
    left join accounts.accounts sc on sc.district_id = s.district_id and sc.id = s.account_id
    where p.district_id = ${work.districtId} and p.body_id = any(${bodyIds}::uuid[]) and p.closed_on is null
    order by not p.is_head, p.id
  `.execute(work.db);
  return rows;
}

export type PersonRow = { readonly accountId: string; readonly nameZh: string; readonly nameEn: string };

/** People whose name or sign-in name holds the words; the first twenty by name. */
export async function loadPeopleByWords(work: Work, words: string): Promise<PersonRow[]> {
  const { rows } = await sql<PersonRow>`
    select id as "accountId", name_zh as "nameZh", name_en as "nameEn"
    from accounts.accounts
    where district_id = ${work.districtId}
      and (strpos(name_zh, ${words}) > 0 or strpos(lower(name_en), lower(${words})) > 0 or login = lower(${words}))
    order by name_zh, id
    limit 20
  `.execute(work.db);
  return rows;
}

/** People who hold a post of a body today. */
export async function loadColleagues(work: Work, bodyId: string): Promise<PersonRow[]> {
  const { rows } = await sql<PersonRow>`
    select distinct c.id as "accountId", c.name_zh as "nameZh", c.name_en as "nameEn"
    from bodies.posts p
    join bodies.appointments t on t.district_id = p.district_id and t.post_id = p.id
    join accounts.accounts c on c.district_id = t.district_id and c.id = t.account_id
    join territory.districts d on d.district_id = p.district_id
    where p.district_id = ${work.districtId} and p.body_id = ${bodyId}::uuid and ${inForce(work)}
    order by c.name_zh, c.id
  `.execute(work.db);
  return rows;
}

export type HistoryRow = {
  readonly at: Date;
  readonly kind: StaffChangeKind;
  readonly personZh: string | null;
  readonly personEn: string | null;
  readonly byZh: string;
  readonly byEn: string;
  readonly ground: EndGround | null;
  readonly note: string;
};

/** The log of one post, newest first. */
export async function loadStaffChanges(work: Work, postId: string): Promise<HistoryRow[]> {
  const { rows } = await sql<HistoryRow>`
    select h.at, h.kind, c.name_zh as "personZh", c.name_en as "personEn", b.name_zh as "byZh", b.name_en as "byEn",
      h.ground, h.note
    from bodies.staff_changes h
    join accounts.accounts b on b.district_id = h.district_id and b.id = h.by_account_id
    left join accounts.accounts c on c.district_id = h.district_id and c.id = h.account_id
    where h.district_id = ${work.districtId} and h.post_id = ${postId}::uuid
    order by h.at desc, h.id desc
    limit 100
  `.execute(work.db);
  return rows;
}

export type DeputyRow = {
  readonly id: string;
  readonly postId: string;
  readonly postZh: string;
  readonly postEn: string;
  readonly bodyZh: string;
  readonly bodyEn: string;
  readonly holderId: string;
  readonly holderZh: string;
  readonly holderEn: string;
  readonly accountId: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly fromOn: string;
  readonly toOn: string;
  readonly maySign: boolean;
  readonly reason: string;
};

/** Deputies of now and later in which someone is the holder or the deputy, the next first. */
export async function loadDeputyRows(work: Work, accountId: string, today: string): Promise<DeputyRow[]> {
  const { rows } = await sql<DeputyRow>`
    select s.id, p.id as "postId", p.name_zh as "postZh", p.name_en as "postEn", b.name_zh as "bodyZh",
      b.name_en as "bodyEn", h.id as "holderId", h.name_zh as "holderZh", h.name_en as "holderEn",
      c.id as "accountId", c.name_zh as "nameZh", c.name_en as "nameEn",
      to_char(s.from_on, 'YYYY-MM-DD') as "fromOn", to_char(s.to_on, 'YYYY-MM-DD') as "toOn",
      s.may_sign as "maySign", s.reason
    from bodies.deputies s
    join bodies.appointments t on t.district_id = s.district_id and t.id = s.appointment_id
    join bodies.posts p on p.district_id = t.district_id and p.id = t.post_id
    join bodies.bodies b on b.district_id = p.district_id and b.id = p.body_id
    join accounts.accounts h on h.district_id = t.district_id and h.id = t.account_id
    join accounts.accounts c on c.district_id = s.district_id and c.id = s.account_id
    where s.district_id = ${work.districtId} and s.to_on >= ${today}::date and s.ended_at is null
      and (t.ended_at is null or t.ended_at > ${work.now})
      and (s.account_id = ${accountId}::uuid or t.account_id = ${accountId}::uuid)
    order by s.from_on, s.id
  `.execute(work.db);
  return rows;
}
