import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Work } from '../../../platform/work.ts';
import type { ChannelName } from '../contract/views.ts';

export type Message = {
  readonly id: string;
  readonly matterId: string;
  readonly procedureId: string;
  readonly number: string;
  readonly channel: ChannelName;
  readonly cause: string;
  /** The try that is being made included. */
  readonly attempts: number;
};
export type NewMessage = Omit<Message, 'id' | 'attempts'> & { readonly nextTryAt: Date };

/** Puts a message into the outbox; nobody gets two for one cause. */
export async function insertMessage(work: Work, message: NewMessage): Promise<void> {
  const { matterId, procedureId, number, cause, channel, nextTryAt } = message;
  await sql`
    insert into notices.messages
      (district_id, id, matter_id, procedure_id, number, cause, channel, made_at, state, next_try_at)
    values (${work.districtId}, ${uuidv7()}::uuid, ${matterId}::uuid, ${procedureId}, ${number}, ${cause}, ${channel},
      ${work.now}, 'waiting', ${nextTryAt})
    on conflict do nothing
  `.execute(work.db);
}

/** Takes the next message that is due for a try of `leaseMs`, past those that another server has; the try is counted. */
export async function claimMessage(work: Work, leaseMs: number): Promise<Message | undefined> {
  const { rows } = await sql<Message>`
    with next as materialized ( -- as a subquery it may run again for each row and take them all
      select id from notices.messages
      where district_id = ${work.districtId} and state = 'waiting' and next_try_at <= ${work.now}
      order by next_try_at for update skip locked limit 1)
    update notices.messages m
    set attempts = m.attempts + 1, next_try_at = ${new Date(work.now.getTime() + leaseMs)}
    from next
    where m.district_id = ${work.districtId} and m.id = next.id
    returning m.id, m.matter_id as "matterId", m.procedure_id as "procedureId", m.number, m.channel, m.cause, m.attempts
  `.execute(work.db);
  return rows[0];
}

export type Ending =
  | { readonly state: 'sent' | 'unwanted' }
  | { readonly state: 'failed'; readonly error: string }
  | { readonly state: 'waiting'; readonly error: string; readonly nextTryAt: Date };

/** Notes how a try ended, unless a later try of the same message has begun meanwhile. */
export async function saveEnding(work: Work, { id, attempts }: Message, ending: Ending): Promise<void> {
  const next = ending.state === 'waiting' ? ending.nextTryAt : null;
  await sql`
    update notices.messages set state = ${ending.state}, next_try_at = ${next},
      last_error = ${'error' in ending ? ending.error : null}, ended_at = ${ending.state === 'waiting' ? null : work.now}
    where district_id = ${work.districtId} and id = ${id}::uuid and state = 'waiting' and attempts = ${attempts}
  `.execute(work.db);
}

/** Puts a failed message back into the queue, with all its tries before it; false when it is not a failed one. */
export async function requeueMessage(work: Work, id: string, nextTryAt: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update notices.messages set state = 'waiting', attempts = 0, next_try_at = ${nextTryAt}, ended_at = null
    where district_id = ${work.districtId} and id = ${id}::uuid and state = 'failed'
  `.execute(work.db);
  return numAffectedRows === 1n;
}

export type MessageRow = Omit<Message, 'matterId' | 'procedureId'> & {
  readonly state: 'waiting' | 'failed';
  readonly madeAt: Date;
  readonly nextTryAt: Date | null;
  readonly error: string | null;
};

/** Messages that failed, the latest first, and those that wait, the next first. */
export async function loadOutbox(work: Work, limit: number): Promise<MessageRow[]> {
  const { rows } = await sql<MessageRow>`
    (select id, number, channel, state, attempts, made_at as "madeAt", next_try_at as "nextTryAt", last_error as error
     from notices.messages where district_id = ${work.districtId} and state = 'failed' order by ended_at desc limit ${limit})
    union all
    (select id, number, channel, state, attempts, made_at, next_try_at, last_error
     from notices.messages where district_id = ${work.districtId} and state = 'waiting' order by next_try_at limit ${limit})
  `.execute(work.db);
  return rows;
}

export type OutboxCounts = { readonly waiting: number; readonly failed: number; readonly oldestAt: Date | null };

export async function countOutbox(work: Work): Promise<OutboxCounts> {
  // Each state by its own index; asked together, all messages that were ever sent would be looked at.
  const { rows } = await sql<OutboxCounts>`
    select w.*, f.failed from (
      select count(*)::int as waiting, min(made_at) as "oldestAt" from notices.messages
      where district_id = ${work.districtId} and state = 'waiting') w, (
      select count(*)::int as failed from notices.messages where district_id = ${work.districtId} and state = 'failed') f
  `.execute(work.db);
  return rows[0] ?? { waiting: 0, failed: 0, oldestAt: null };
}
