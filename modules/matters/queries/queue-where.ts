import { sql, type RawBuilder } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import type { QueueName } from '../contract/views.ts';
import type { Relation } from '../kit/define-procedure.ts';
import type { WorkingCalendar } from '../rules/calendar.ts';
import { installedProcedures } from '../rules/engine.ts';
import { scopeWhere } from './scope-where.ts';

/** States, of any procedure, in which someone of this relation has to act. */
const statesOwnedBy = (relation: Relation): string[] => [
  ...new Set(
    installedProcedures().flatMap((p) =>
      Object.entries(p.states).flatMap(([name, state]) =>
        state.owner && p.roles[state.owner]?.is === relation ? [name] : [],
      ),
    ),
  ),
];

const inStates = (relation: Relation) => sql<boolean>`m.state = any(${statesOwnedBy(relation)}::text[])`;
const nobody = sql<boolean>`false`;
const isOpen = sql<boolean>`m.stage <> 'final'`;

/**
 * What belongs into a work queue (工作台队列), as a condition on `matters.matters m`: each queue is a question to the
 * matters, never a list of its own.
 */
export function queueWhere(queue: QueueName, work: Work, calendar: WorkingCalendar): RawBuilder<boolean> {
  const { actor, now } = work;
  const worker = actor.kind === 'worker' ? actor : null;
  switch (queue) {
    case 'toAccept':
      return worker
        ? sql<boolean>`${isOpen} and m.offer_body_id = ${worker.bodyId} and ${inStates('offered')}`
        : nobody;
    case 'toDecide':
      return worker?.isHead
        ? sql<boolean>`${isOpen} and m.offer_body_id = ${worker.bodyId} and ${inStates('offeredHead')}`
        : nobody;
    case 'toSign':
      return worker?.isHead
        ? sql<boolean>`${isOpen} and m.holder_body_id = ${worker.bodyId} and ${inStates('holderHead')}`
        : nobody;
    case 'handling':
      return worker
        ? sql<boolean>`${isOpen} and m.holder_body_id = ${worker.bodyId} and ${inStates('holder')}`
        : nobody;
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
