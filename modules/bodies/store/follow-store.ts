import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import type { Move } from '../rules/follow-areas.ts';

export type StandingBody = {
  readonly bodyId: string;
  readonly kind: string;
  readonly areaCode: string;
  readonly isOnly: boolean;
};
export type StandingPost = {
  readonly postId: string;
  readonly bodyId: string;
  readonly areaCode: string;
  readonly isHead: boolean;
  readonly tenure: string;
};

/** Bodies that answer for exactly these areas, those that were succeeded left out. */
export async function loadBodiesAt(work: Work, codes: readonly string[]): Promise<StandingBody[]> {
  const { rows } = await sql<StandingBody>`
    select id as "bodyId", kind, area_code as "areaCode", is_only as "isOnly" from bodies.bodies
    where district_id = ${work.districtId} and area_code = any(${[...codes]}::text[]) and succeeded_by is null
    order by id
  `.execute(work.db);
  return rows;
}

export async function loadPostsAt(work: Work, codes: readonly string[]): Promise<StandingPost[]> {
  const { rows } = await sql<StandingPost>`
    select id as "postId", body_id as "bodyId", area_code as "areaCode", is_head as "isHead", tenure from bodies.posts
    where district_id = ${work.districtId} and area_code = any(${[...codes]}::text[]) order by id
  `.execute(work.db);
  return rows;
}

/** Writes where bodies and posts answer from now on, and where they did before. */
export async function saveMoves(work: Work, changeId: string, moves: readonly Move[]): Promise<void> {
  await sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) as r (
        subject text, "subjectId" uuid, "fromArea" text, "toArea" text, "fromBody" uuid, "toBody" uuid)),
    kept as (
      insert into bodies.moves (district_id, change_id, subject_id, subject, from_area, to_area, from_body, to_body, at)
      select ${work.districtId}::int, ${changeId}::uuid, "subjectId", subject, "fromArea", "toArea", "fromBody", "toBody",
        ${work.now}::timestamptz from given),
    seated as (
      update bodies.bodies b set area_code = g."toArea" from given g
      where g.subject = 'body' and b.district_id = ${work.districtId} and b.id = g."subjectId")
    update bodies.posts p set area_code = g."toArea", body_id = g."toBody" from given g
    where g.subject = 'post' and p.district_id = ${work.districtId} and p.id = g."subjectId"
  `.execute(work.db);
}

export async function saveSuccessor(work: Work, bodyId: string, successorId: string): Promise<void> {
  await sql`
    update bodies.bodies set succeeded_by = ${successorId}::uuid
    where district_id = ${work.districtId} and id = ${bodyId}::uuid and succeeded_by is null
  `.execute(work.db);
}

export async function loadSuccessor(work: Work, bodyId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`
    select succeeded_by as id from bodies.bodies where district_id = ${work.districtId} and id = ${bodyId}::uuid
  `.execute(work.db);
  return rows[0]?.id ?? null;
}

/** People in a post of a body on the district's own today. */
export async function loadPeopleOf(work: Work, bodyId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct t.account_id as id
    from bodies.posts p
    join bodies.appointments t on t.district_id = p.district_id and t.post_id = p.id
    join territory.districts d on d.district_id = t.district_id
    where p.district_id = ${work.districtId} and p.body_id = ${bodyId}::uuid
      and t.from_on <= (${work.now}::timestamptz at time zone d.time_zone)::date
      and (t.to_on is null or t.to_on >= (${work.now}::timestamptz at time zone d.time_zone)::date)
  `.execute(work.db);
  return rows.map(({ id }) => id);
}
