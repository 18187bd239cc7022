import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import type { AppointmentFacts, EndGround, PostFacts, StaffChange } from '../contract/staffing.ts';

/** Makes changes of staff in one district follow each other, so that two cannot each leave the other as the last one. */
export async function queueStaffing(work: Work): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`staffing:${work.districtId}`}, 0))`.execute(work.db);
}

/** The day of `work.now` on the district's own clock. */
export async function loadToday(work: Work): Promise<string> {
  const { rows } = await sql<{ today: string }>`
    select to_char(${work.now}::timestamptz at time zone time_zone, 'YYYY-MM-DD') as today
    from territory.districts where district_id = ${work.districtId}
  `.execute(work.db);
  if (!rows[0]) throw new Error(`district ${work.districtId} was never set up`);
  return rows[0].today;
}

export async function loadPostFacts(work: Work, postId: string): Promise<PostFacts | undefined> {
  const { rows } = await sql<PostFacts>`
    select p.id as "postId", p.body_id as "bodyId", b.kind as "bodyKind", p.kind, p.name_zh as "nameZh",
      p.name_en as "nameEn", p.area_code as "areaCode", p.is_head as "isHead", p.tenure,
      to_char(p.closed_on, 'YYYY-MM-DD') as "closedOn"
    from bodies.posts p
    join bodies.bodies b on b.district_id = p.district_id and b.id = p.body_id
    where p.district_id = ${work.districtId} and p.id = ${postId}::uuid
  `.execute(work.db);
  return rows[0];
}

const appointmentColumns = sql`
  select t.id, t.post_id as "postId", t.account_id as "accountId", to_char(t.from_on, 'YYYY-MM-DD') as "fromOn",
    to_char(t.to_on, 'YYYY-MM-DD') as "toOn", t.ended_at as "endedAt"
  from bodies.appointments t
`;

export async function loadAppointment(work: Work, appointmentId: string): Promise<AppointmentFacts | undefined> {
  const { rows } = await sql<AppointmentFacts>`
    ${appointmentColumns} where t.district_id = ${work.districtId} and t.id = ${appointmentId}::uuid
  `.execute(work.db);
  return rows[0];
}

export async function loadAppointmentsTo(work: Work, postId: string): Promise<AppointmentFacts[]> {
  const { rows } = await sql<AppointmentFacts>`
    ${appointmentColumns} where t.district_id = ${work.districtId} and t.post_id = ${postId}::uuid order by t.from_on
  `.execute(work.db);
  return rows;
}

export async function loadAdministratorAppointments(work: Work): Promise<AppointmentFacts[]> {
  const { rows } = await sql<AppointmentFacts>`
    ${appointmentColumns}
    join bodies.posts p on p.district_id = t.district_id and p.id = t.post_id
    where t.district_id = ${work.districtId} and p.kind = 'districtAdministrator'
  `.execute(work.db);
  return rows;
}

export async function saveEnd(
  work: Work,
  end: { appointmentId: string; lastOn: string; atOnce: boolean; ground: EndGround },
): Promise<void> {
  await sql`
    update bodies.appointments
    set to_on = ${end.lastOn}::date, ended_at = ${end.atOnce ? work.now : null}, end_ground = ${end.ground}
    where district_id = ${work.districtId} and id = ${end.appointmentId}::uuid
  `.execute(work.db);
}

export async function savePostClosed(work: Work, postId: string, closedOn: string): Promise<void> {
  await sql`
    update bodies.posts set closed_on = ${closedOn}::date
    where district_id = ${work.districtId} and id = ${postId}::uuid
  `.execute(work.db);
}

export async function hasOpenHead(work: Work, bodyId: string): Promise<boolean> {
  const { rows } = await sql`
    select from bodies.posts
    where district_id = ${work.districtId} and body_id = ${bodyId}::uuid and is_head and closed_on is null
  `.execute(work.db);
  return rows.length > 0;
}

/** The change that was made under this command id, if there was one. */
export async function findStaffChange(work: Work, commandId: string): Promise<StaffChange | undefined> {
  const { rows } = await sql<StaffChange>`
    select id, kind, post_id as "postId", account_id as "accountId", subject_id as "subjectId", ground, note
    from bodies.staff_changes where district_id = ${work.districtId} and id = ${commandId}::uuid
  `.execute(work.db);
  return rows[0];
}

export async function saveStaffChange(
  work: Work,
  by: { accountId: string; postId: string },
  change: StaffChange,
): Promise<void> {
  await sql`
    insert into bodies.staff_changes
      (district_id, id, at, by_account_id, by_post_id, kind, post_id, account_id, subject_id, ground, note)
    values (${work.districtId}, ${change.id}::uuid, ${work.now}, ${by.accountId}::uuid, ${by.postId}::uuid,
      ${change.kind}, ${change.postId}::uuid, ${change.accountId}::uuid, ${change.subjectId}::uuid, ${change.ground},
      ${change.note})
  `.execute(work.db);
}
