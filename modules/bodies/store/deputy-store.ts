import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import type { StandIn } from '../contract/post.ts';
import type { DeputyFacts } from '../contract/staffing.ts';
import { inForce, standsIn } from './post-store.ts';

export type NewDeputy = {
  readonly id: string;
  readonly appointmentId: string;
  readonly accountId: string;
  readonly fromOn: string;
  readonly toOn: string;
  readonly maySign: boolean;
  readonly reason: string;
};

export async function saveDeputy(work: Work, row: NewDeputy): Promise<void> {
  await sql`
    insert into bodies.deputies (district_id, id, appointment_id, account_id, from_on, to_on, may_sign, reason)
    values (${work.districtId}, ${row.id}::uuid, ${row.appointmentId}::uuid, ${row.accountId}::uuid,
      ${row.fromOn}::date, ${row.toOn}::date, ${row.maySign}, ${row.reason})
  `.execute(work.db);
}

export async function saveDeputyEnd(work: Work, deputyId: string): Promise<void> {
  await sql`
    update bodies.deputies set ended_at = ${work.now}
    where district_id = ${work.districtId} and id = ${deputyId}::uuid
  `.execute(work.db);
}

const deputyColumns = sql`
  select s.id, s.appointment_id as "appointmentId", t.post_id as "postId", t.account_id as "holderAccountId",
    s.account_id as "accountId", to_char(s.from_on, 'YYYY-MM-DD') as "fromOn", to_char(s.to_on, 'YYYY-MM-DD') as "toOn",
    s.ended_at as "endedAt"
  from bodies.deputies s
  join bodies.appointments t on t.district_id = s.district_id and t.id = s.appointment_id
`;

export async function loadDeputy(work: Work, deputyId: string): Promise<DeputyFacts | undefined> {
  const { rows } = await sql<DeputyFacts>`
    ${deputyColumns} where s.district_id = ${work.districtId} and s.id = ${deputyId}::uuid
  `.execute(work.db);
  return rows[0];
}

/** Deputies that end on or after a day and concern one of these people, as holder or as deputy. */
export async function loadDeputiesOf(
  work: Work,
  accountIds: readonly string[],
  fromOn: string,
): Promise<DeputyFacts[]> {
  const { rows } = await sql<DeputyFacts>`
    ${deputyColumns}
    where s.district_id = ${work.districtId} and s.to_on >= ${fromOn}::date
      and (s.account_id = any(${accountIds}::uuid[]) or t.account_id = any(${accountIds}::uuid[]))
    order by s.from_on, s.id
  `.execute(work.db);
  return rows;
}

/** Who acts today for these people, by post. */
export async function loadStandIns(work: Work, holderIds: readonly string[]): Promise<StandIn[]> {
  const { rows } = await sql<StandIn>`
    select t.post_id as "postId", p.body_id as "bodyId", t.account_id as "holderAccountId", s.account_id as "accountId",
      c.name_zh as "nameZh", c.name_en as "nameEn", to_char(s.to_on, 'YYYY-MM-DD') as "untilOn", s.may_sign as "maySign"
    from bodies.deputies s
    join bodies.appointments t on t.district_id = s.district_id and t.id = s.appointment_id
    join bodies.posts p on p.district_id = t.district_id and p.id = t.post_id
    join accounts.accounts c on c.district_id = s.district_id and c.id = s.account_id
    join territory.districts d on d.district_id = s.district_id
    where s.district_id = ${work.districtId} and t.account_id = any(${holderIds}::uuid[])
      and ${inForce(work)} and ${standsIn(work)}
  `.execute(work.db);
  return rows;
}

/** Whether someone holds a post of a body on a day. */
export async function holdsPostIn(
  work: Work,
  who: { accountId: string; bodyId: string; day: string },
): Promise<boolean> {
  const { rows } = await sql`
    select from bodies.appointments t
    join bodies.posts p on p.district_id = t.district_id and p.id = t.post_id
    where t.district_id = ${work.districtId} and t.account_id = ${who.accountId}::uuid and p.body_id = ${who.bodyId}::uuid
      and t.from_on <= ${who.day}::date and (t.to_on is null or t.to_on >= ${who.day}::date)
      and (t.ended_at is null or t.ended_at > ${work.now})
    limit 1
  `.execute(work.db);
  return rows.length > 0;
}
