import { sql, type RawBuilder } from 'kysely';
import type { Actor, Work } from '../../../platform/work.ts';
import type { QueueName } from '../contract/views.ts';
import type { Relation } from '../kit/define-procedure.ts';
import type { WorkingCalendar } from '../rules/calendar.ts';
import { visitorPosts } from '../rules/engine.ts';
import { scopeWhere } from './scope-where.ts';

const awaits = (relation: Relation | 'second') => sql<boolean>`m.awaits = ${relation}`;
const nobody = sql<boolean>`false`;
const isOpen = sql<boolean>`m.stage <> 'final'`;

/**
 * What belongs into a work queue (工作台队列), as a condition on `matters.matters m`: each queue is a question to the
 * matters, never a list of its own.
 *
 * @param told ids of matters of which the post was told and has not read it, for `askedOfMe`
 */
export function queueWhere(
  queue: QueueName,
  work: Work,
  calendar: WorkingCalendar,
  told: readonly string[] = [],
): RawBuilder<boolean> {
  const { actor, now } = work;
  const worker = actor.kind === 'worker' ? actor : null;
  switch (queue) {
    case 'askedOfMe':
      return worker ? sql<boolean>`${isOpen} and m.id in (${askedOf(work, worker, told)})` : nobody;
    case 'returned':
      return worker
        ? sql<boolean>`${isOpen} and m.came_back_at is not null and m.holder_body_id = ${worker.bodyId}`
        : nobody;
    case 'watched':
      return worker
        ? sql<boolean>`m.id in (select w.matter_id from matters.watches w
            where w.district_id = ${work.districtId} and w.account_id = ${worker.accountId})`
        : nobody;
    case 'toAccept':
      return worker ? sql<boolean>`${isOpen} and m.offer_body_id = ${worker.bodyId} and ${awaits('offered')}` : nobody;
    case 'toDecide':
      return worker?.isHead
        ? sql<boolean>`${isOpen} and m.offer_body_id = ${worker.bodyId} and ${awaits('offeredHead')}`
        : nobody;
    case 'toSign':
      return worker?.isHead
        ? sql<boolean>`${isOpen} and m.holder_body_id = ${worker.bodyId} and ${awaits('holderHead')}`
        : nobody;
    case 'toCheck':
      return worker
        ? sql<boolean>`${isOpen} and ${awaits('second')} and m.answered_by is distinct from ${worker.accountId}
            and (m.holder_body_id = ${worker.bodyId} or m.first_contact_post_id = ${worker.postId})`
        : nobody;
    case 'toVisit':
      return worker && visitorPosts().has(worker.postKind)
        ? sql<boolean>`m.drawn_on is not null and m.answered_by is distinct from ${worker.accountId}
            and ${scopeWhere(work)} and starts_with(m.area_code, ${worker.areaCode})`
        : nobody;
    case 'onBooks':
      return worker
        ? sql<boolean>`m.stage = 'waiting' and m.outcome = 'keptOnBooks' and m.holder_body_id = ${worker.bodyId}`
        : nobody;
    case 'handling':
      return worker ? sql<boolean>`${isOpen} and m.holder_body_id = ${worker.bodyId} and ${awaits('holder')}` : nobody;
    case 'awaiting':
      return worker ? sql<boolean>`${isOpen} and m.stage = 'waiting' and m.holder_body_id = ${worker.bodyId}` : nobody;
    case 'firstContact':
      return worker ? sql<boolean>`${isOpen} and m.first_contact_post_id = ${worker.postId}` : nobody;
    case 'overdue':
      return sql<boolean>`${isOpen} and m.stage = 'open' and m.next_due_at < ${now} and ${scopeWhere(work)}`;
    case 'dueToday': {
      const midnight = calendar.instantOf(calendar.dayOf(now), 24 * 60);
      return sql<boolean>`${isOpen} and m.stage = 'open' and m.next_due_at >= ${now} and m.next_due_at <= ${midnight} and ${scopeWhere(work)}`;
    }
    case 'open':
      return sql<boolean>`${isOpen} and ${scopeWhere(work)}`;
    case 'newest':
      return scopeWhere(work);
  }
}

/**
 * What others wait for from this post (找我的): offers, rulings, signatures and checks, and what it was told and has not read.
 * Each part walks an index of its own; together as one condition the database would look at every open matter.
 */
function askedOf(work: Work, worker: Extract<Actor, { kind: 'worker' }>, told: readonly string[]) {
  const { bodyId, postId, accountId, isHead } = worker;
  const forHead = isHead ? sql`, 'offeredHead'` : sql``;
  const open = sql`select x.id from matters.matters x where x.district_id = ${work.districtId} and x.stage <> 'final'`;
  const unlessOwn = sql`x.awaits = 'second' and x.answered_by is distinct from ${accountId}`;
  const parts = [
    sql`${open} and x.offer_body_id = ${bodyId} and x.awaits in ('offered'${forHead})`,
    sql`${open} and x.holder_body_id = ${bodyId} and ${unlessOwn}`,
    sql`${open} and x.first_contact_post_id = ${postId} and ${unlessOwn}`,
    ...(isHead ? [sql`${open} and x.holder_body_id = ${bodyId} and x.awaits = 'holderHead'`] : []),
    sql`select unnest(${[...told]}::uuid[])`,
  ];
  return sql.join(parts, sql` union `);
}
