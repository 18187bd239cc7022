import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import type { AlertPace } from '../contract/alerts.ts';

export type Subscription = {
  readonly id: string;
  readonly areaCode: string;
  readonly category: string;
  readonly pace: AlertPace;
  readonly language: 'zh' | 'en';
  readonly state: 'asked' | 'confirmed' | 'ended';
  readonly askedAt: Date;
  readonly toldUntil: Date;
  readonly mailSealed: Uint8Array | null;
};
type New = Pick<Subscription, 'id' | 'areaCode' | 'category' | 'pace' | 'language'> & {
  readonly mailSealed: Uint8Array;
  readonly mailIndex: Uint8Array;
};

const columns = sql`id, area_code as "areaCode", category, pace, language, state, asked_at as "askedAt", told_until as "toldUntil",
  mail_sealed as "mailSealed"`;

/** The subscription of this address for this area and kind, kept for this transaction. */
export async function loadSame(
  work: Work,
  { mailIndex, areaCode, category }: Pick<New, 'mailIndex' | 'areaCode' | 'category'>,
): Promise<Subscription | undefined> {
  const { rows } = await sql<Subscription>`
    select ${columns} from openness.subscriptions
    where district_id = ${work.districtId} and mail_index = ${Buffer.from(mailIndex)} and area_code = ${areaCode}
      and category = ${category} for update
  `.execute(work.db);
  return rows[0];
}

export async function loadSubscription(work: Work, id: string): Promise<Subscription | undefined> {
  const { rows } = await sql<Subscription>`
    select ${columns} from openness.subscriptions where district_id = ${work.districtId} and id = ${id}::uuid
  `.execute(work.db);
  return rows[0];
}

export async function insertSubscription(work: Work, row: New): Promise<void> {
  await sql`
    insert into openness.subscriptions
      (district_id, id, mail_sealed, mail_index, area_code, category, pace, language, state, asked_at, told_until)
    values (${work.districtId}, ${row.id}::uuid, ${Buffer.from(row.mailSealed)}, ${Buffer.from(row.mailIndex)}, ${row.areaCode},
      ${row.category}, ${row.pace}, ${row.language}, 'asked', ${work.now}, ${work.now})
    on conflict do nothing
  `.execute(work.db);
}

export async function saveAskedAgain(work: Work, id: string, pace: AlertPace): Promise<void> {
  await sql`
    update openness.subscriptions set asked_at = ${work.now}, pace = ${pace}
    where district_id = ${work.districtId} and id = ${id}::uuid and state = 'asked'
  `.execute(work.db);
}

/** How many subscriptions of this address wait to be confirmed. */
export async function countUnconfirmed(work: Work, mailIndex: Uint8Array): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from openness.subscriptions
    where district_id = ${work.districtId} and mail_index = ${Buffer.from(mailIndex)} and state = 'asked'
  `.execute(work.db);
  return rows[0]?.n ?? 0;
}

/** From now on there is news; what happened before is on the pages. */
export async function saveConfirmed(work: Work, id: string): Promise<void> {
  await sql`
    update openness.subscriptions set state = 'confirmed', confirmed_at = ${work.now}, told_until = ${work.now}
    where district_id = ${work.districtId} and id = ${id}::uuid and state = 'asked'
  `.execute(work.db);
}

/** Ends a subscription and erases the address. */
export async function saveEnded(work: Work, id: string): Promise<void> {
  await sql`
    update openness.subscriptions set state = 'ended', ended_at = ${work.now}, mail_sealed = null, mail_index = null
    where district_id = ${work.districtId} and id = ${id}::uuid and state <> 'ended'
  `.execute(work.db);
}

/** Takes those who may have to hear something, the longest untold first, and notes that they were looked after until now. */
export async function claimConfirmed(work: Work, before: Date, limit: number): Promise<Subscription[]> {
  const { rows } = await sql<Subscription>`
    with due as materialized (
      select id, told_until from openness.subscriptions
      where district_id = ${work.districtId} and state = 'confirmed' and told_until < ${work.now}
        and (pace = 'atOnce' or told_until < ${before})
      order by told_until limit ${limit} for update skip locked),
    told as (
      update openness.subscriptions s set told_until = ${work.now}
      from due where s.district_id = ${work.districtId} and s.id = due.id
      returning s.id, s.area_code, s.category, s.pace, s.language, s.state, s.asked_at, due.told_until, s.mail_sealed)
    select ${columns} from told order by told_until
  `.execute(work.db);
  return rows;
}

/** Erases what was asked for before an instant and never confirmed. */
export async function deleteUnconfirmed(work: Work, before: Date): Promise<void> {
  await sql`
    delete from openness.subscriptions where district_id = ${work.districtId} and state = 'asked' and asked_at < ${before}
  `.execute(work.db);
}
