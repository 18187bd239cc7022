import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import type { CallError } from '../rules/next-try.ts';

export type HandoffState = 'waiting' | 'sent' | 'closed' | 'rejected' | 'failed' | 'dropped';

/** One time that the system of an outside body is asked for something (送一次). */
export type Handoff = {
  readonly taskId: string;
  readonly round: number;
  readonly bodyId: string;
  readonly state: HandoffState;
  /** The try that is being made included. */
  readonly attempts: number;
  readonly madeAt: Date;
  readonly nextTryAt: Date | null;
  readonly error: CallError | null;
  readonly sentAt: Date | null;
  readonly reference: string | null;
  readonly token: string | null;
  readonly seen: string | null;
};

const columns = sql`h.task_id as "taskId", h.round, h.body_id as "bodyId", h.state, h.attempts, h.made_at as "madeAt",
  h.next_try_at as "nextTryAt", h.last_error as error, h.sent_at as "sentAt", h.reference, h.token, h.seen`;

/** Puts a task into the outbox for its body's system, as one round more. */
export async function insertHandoff(work: Work, taskId: string, bodyId: string): Promise<void> {
  await sql`
    insert into partners.handoffs (district_id, task_id, round, body_id, made_at, state, next_try_at)
    select ${work.districtId}, ${taskId}::uuid,
      1 + coalesce((select max(round) from partners.handoffs where district_id = ${work.districtId} and task_id = ${taskId}::uuid), 0),
      ${bodyId}::uuid, ${work.now}, 'waiting', ${work.now}
  `.execute(work.db);
}

/**
 * Takes the next one that is due, past those that another server has; the try is counted. A paused connection waits.
 *
 * @param except bodies whose systems fail just now
 */
export async function claimHandoff(
  work: Work,
  leaseMs: number,
  except: readonly string[],
): Promise<Handoff | undefined> {
  const { rows } = await sql<Handoff>`
    with next as materialized ( -- as a subquery it may run again for each row and take them all
      select w.task_id, w.round from partners.handoffs w
      join partners.connections c on c.district_id = w.district_id and c.body_id = w.body_id and not c.is_paused
      where w.district_id = ${work.districtId} and w.state = 'waiting' and w.next_try_at <= ${work.now}
        and w.body_id <> all(${[...except]}::uuid[])
      order by w.next_try_at for update of w skip locked limit 1)
    update partners.handoffs h
    set attempts = h.attempts + 1, next_try_at = ${new Date(work.now.getTime() + leaseMs)}
    from next where h.district_id = ${work.districtId} and h.task_id = next.task_id and h.round = next.round
    returning ${columns}
  `.execute(work.db);
  return rows[0];
}

/** How one try ended. */
export type Ending =
  | { readonly state: 'sent'; readonly reference: string | null; readonly token: string | null }
  | { readonly state: 'rejected' }
  | { readonly state: 'failed'; readonly error: CallError }
  | { readonly state: 'waiting'; readonly error: CallError; readonly nextTryAt: Date };

/** Notes how a try ended, unless a later try of the same has begun meanwhile. What was dropped while it was sent stays dropped, with their number. */
export async function saveEnding(work: Work, { taskId, round, attempts }: Handoff, ending: Ending): Promise<void> {
  const { reference, token } = ending.state === 'sent' ? ending : { reference: null, token: null };
  await sql`
    update partners.handoffs set state = case when state = 'dropped' then state else ${ending.state} end,
      next_try_at = case when state = 'dropped' then null else ${ending.state === 'waiting' ? ending.nextTryAt : null}::timestamptz end,
      last_error = ${'error' in ending ? ending.error : null},
      sent_at = ${ending.state === 'sent' ? work.now : null}, reference = ${reference}, token = ${token},
      ended_at = case when state = 'dropped' or ${ending.state === 'rejected' || ending.state === 'failed'} then ${work.now}::timestamptz end
    where district_id = ${work.districtId} and task_id = ${taskId}::uuid and round = ${round}
      and state in ('waiting', 'dropped') and attempts = ${attempts}
  `.execute(work.db);
}

/** Keeps the number that was given for a token; false when another server was quicker. */
export async function saveReference(work: Work, { taskId, round }: Handoff, reference: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update partners.handoffs set reference = ${reference}
    where district_id = ${work.districtId} and task_id = ${taskId}::uuid and round = ${round}
      and state = 'sent' and reference is null
  `.execute(work.db);
  return numAffectedRows === 1n;
}

/** Keeps what a system said last; false when that is no news, or another server was quicker. */
export async function saveSeen(
  work: Work,
  { taskId, round }: Handoff,
  { seen, isClosed }: { readonly seen: string; readonly isClosed: boolean },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update partners.handoffs set seen = ${seen}, state = ${isClosed ? 'closed' : 'sent'},
      ended_at = ${isClosed ? work.now : null}
    where district_id = ${work.districtId} and task_id = ${taskId}::uuid and round = ${round}
      and state = 'sent' and seen is distinct from ${seen}
  `.execute(work.db);
  return numAffectedRows === 1n;
}

/** Puts what failed for good back into the outbox, with new tries before it; how many there were. */
export async function requeueFailed(work: Work, bodyId: string): Promise<number> {
  const { numAffectedRows } = await sql`
    update partners.handoffs set state = 'waiting', attempts = 0, next_try_at = ${work.now}, ended_at = null
    where district_id = ${work.districtId} and body_id = ${bodyId}::uuid and state = 'failed'
  `.execute(work.db);
  return Number(numAffectedRows ?? 0n);
}

export type Tally = {
  readonly bodyId: string;
  readonly waiting: number;
  readonly followed: number;
  readonly failed: number;
};

/** How much waits for each system, is followed there, or did not get through; each by its own index. */
export async function countHandoffs(work: Work): Promise<ReadonlyMap<string, Tally>> {
  const { rows } = await sql<Tally>`
    select body_id as "bodyId", count(*) filter (where state = 'waiting')::int as waiting,
      count(*) filter (where state = 'sent')::int as followed, count(*) filter (where state = 'failed')::int as failed
    from partners.handoffs where district_id = ${work.districtId} and state in ('waiting', 'sent', 'failed') group by body_id
  `.execute(work.db);
  return new Map(rows.map((row) => [row.bodyId, row]));
}

/** What of a task still waits or is followed is not sent and followed any more (不再送). */
export async function dropHandoffs(work: Work, taskId: string): Promise<void> {
  await sql`
    update partners.handoffs set state = 'dropped', next_try_at = null, ended_at = ${work.now}
    where district_id = ${work.districtId} and task_id = ${taskId}::uuid and state in ('waiting', 'sent', 'failed')
  `.execute(work.db);
}

/** All rounds of a task, the first first. */
export async function loadHandoffs(work: Work, taskId: string): Promise<Handoff[]> {
  const { rows } = await sql<Handoff>`
    select ${columns} from partners.handoffs h
    where h.district_id = ${work.districtId} and h.task_id = ${taskId}::uuid order by h.round
  `.execute(work.db);
  return rows;
}

/** What is followed in the system of a body, page by page. */
export async function loadFollowed(
  work: Work,
  bodyId: string,
  after: Pick<Handoff, 'taskId' | 'round'> | null,
  limit: number,
): Promise<Handoff[]> {
  const { rows } = await sql<Handoff>`
    select ${columns} from partners.handoffs h
    where h.district_id = ${work.districtId} and h.body_id = ${bodyId}::uuid and h.state = 'sent'
      ${after ? sql`and (h.task_id, h.round) > (${after.taskId}::uuid, ${after.round})` : sql``}
    order by h.task_id, h.round limit ${limit}
  `.execute(work.db);
  return rows;
}
