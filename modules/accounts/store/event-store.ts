import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import type { Work } from '../../../platform/work.ts';
import type { AccountEvent, AccountEventKind } from '../contract/event.ts';

export type NewEvent = {
  readonly accountId: string;
  readonly kind: AccountEventKind;
  /** The administrator; left out: the person themself. */
  readonly byAccountId?: string;
  readonly reason?: string;
  /** The command that did it, for actions that may be sent twice. */
  readonly id?: string;
};

/** Writes down what was done to an account; what others did waits to be told. */
export async function saveEvent(work: Work, event: NewEvent): Promise<void> {
  const { id = newId(), accountId, kind, byAccountId = null, reason = null } = event;
  await sql`
    insert into accounts.account_events (district_id, id, account_id, at, kind, by_account_id, reason, told_at)
    values (${work.districtId}, ${id}::uuid, ${accountId}::uuid, ${work.now}, ${kind}, ${byAccountId}::uuid, ${reason},
      ${byAccountId === null ? work.now : null})
  `.execute(work.db);
}

/** Whether the command of this id was carried out before, and on whom. */
export async function findEvent(work: Work, id: string): Promise<{ accountId: string; kind: string } | undefined> {
  const { rows } = await sql<{ accountId: string; kind: string }>`
    select account_id as "accountId", kind from accounts.account_events
    where district_id = ${work.districtId} and id = ${id}::uuid
  `.execute(work.db);
  return rows[0];
}

const event = sql.raw(`
  e.id, e.at, e.kind, e.reason,
  case when e.by_account_id is not null then b.name_zh end as "byZh",
  case when e.by_account_id is not null then b.name_en end as "byEn"`);

/** What was done to an account, the latest first. */
export async function loadEvents(work: Work, accountId: string, limit: number): Promise<AccountEvent[]> {
  const { rows } = await sql<AccountEvent>`
    select ${event} from accounts.account_events e
    left join accounts.accounts b on b.district_id = e.district_id and b.id = e.by_account_id
    where e.district_id = ${work.districtId} and e.account_id = ${accountId}::uuid
    order by e.at desc, e.id desc
    limit ${limit}
  `.execute(work.db);
  return rows;
}

/** What others did and the person has not been told yet, the earliest first; the making of the account is no news. */
export async function loadUntold(work: Work, accountId: string): Promise<AccountEvent[]> {
  const { rows } = await sql<AccountEvent>`
    select ${event} from accounts.account_events e
    left join accounts.accounts b on b.district_id = e.district_id and b.id = e.by_account_id
    where e.district_id = ${work.districtId} and e.account_id = ${accountId}::uuid and e.told_at is null and e.kind <> 'created'
    order by e.at, e.id
    limit 20
  `.execute(work.db);
  return rows;
}

export async function saveTold(work: Work, accountId: string): Promise<void> {
  await sql`
    update accounts.account_events set told_at = ${work.now}
    where district_id = ${work.districtId} and account_id = ${accountId}::uuid and told_at is null
  `.execute(work.db);
}
