import { sql, type RawBuilder } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import type { QueueName } from '../contract/views.ts';
import type { WorkingCalendar } from '../rules/calendar.ts';
import { visitorPosts } from '../rules/engine.ts';
import { deskWhere, type Worker } from './desk-where.ts';
import { openScopeWhere, scopeWhere } from './scope-where.ts';

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
    case 'toCheck':
      return worker ? sql<boolean>`${isOpen} and m.id in (${sql.join(checkedBy(work, worker), sql` union `)})` : nobody;
    case 'watched':
      return worker
        ? sql<boolean>`m.id in (select w.matter_id from matters.watches w
            where w.district_id = ${work.districtId} and w.account_id = ${worker.accountId})`
        : nobody;
    case 'toVisit':
      return worker && visitorPosts().has(worker.postKind)
        ? sql<boolean>`m.drawn_on is not null and m.answered_by is distinct from ${worker.accountId}
            and ${scopeWhere(work)} and starts_with(m.area_code, ${worker.areaCode})`
        : nobody;
    case 'overdue':
      return openScopeWhere(work, (m) => sql`${m('stage')} = 'open' and ${m('next_due_at')} < ${now}`);
    case 'dueToday': {
      const midnight = midnightOf(work, calendar);
      const today = (due: RawBuilder<unknown>) => sql`${due} >= ${now} and ${due} <= ${midnight}`;
      return openScopeWhere(work, (m) => sql`${m('stage')} = 'open' and ${today(m('next_due_at'))}`);
    }
    case 'open':
      return openScopeWhere(work, () => sql`true`);
    case 'newest':
      return scopeWhere(work);
    case 'returned':
    case 'toAccept':
    case 'toSign':
    case 'toDecide':
    case 'onBooks':
    case 'handling':
    case 'firstContact':
    case 'awaiting':
      return worker ? sql<boolean>`${isOpen} and ${deskWhere(queue, worker, told)}` : nobody;
  }
}

/** The last instant of today. */
export const midnightOf = ({ now }: Work, calendar: WorkingCalendar): Date =>
  calendar.instantOf(calendar.dayOf(now), 24 * 60);

/**
 * What others wait for from this post (找我的): offers, rulings, signatures and checks, what came back to it as the one who asked,
 * and what it was told and has not read.
 * Each part walks an index of its own; together as one condition the database would look at every open matter.
 */
function askedOf(work: Work, worker: Worker, told: readonly string[]) {
  const { bodyId, postId, isHead } = worker;
  const forHead = isHead ? sql`, 'offeredHead'` : sql``;
  const open = openOf(work);
  const parts = [
    sql`${open} and x.offer_body_id = ${bodyId} and x.awaits in ('offered'${forHead})`,
    ...checkedBy(work, worker),
    sql`${open} and x.first_contact_post_id = ${postId} and x.awaits = 'firstContact'`,
    ...(isHead ? [sql`${open} and x.holder_body_id = ${bodyId} and x.awaits = 'holderHead'`] : []),
    sql`select unnest(${[...told]}::uuid[])`,
  ];
  return sql.join(parts, sql` union `);
}

/** What waits for the second look of somebody else than who answered: with the body, or where the post took it in. */
function checkedBy(work: Work, { bodyId, postId, accountId }: Worker) {
  const unlessOwn = sql`x.awaits = 'second' and x.answered_by is distinct from ${accountId}`;
  return [
    sql`${openOf(work)} and x.holder_body_id = ${bodyId} and ${unlessOwn}`,
    sql`${openOf(work)} and x.first_contact_post_id = ${postId} and ${unlessOwn}`,
  ];
}

const openOf = ({ districtId }: Work) =>
  sql`select x.id from matters.matters x where x.district_id = ${districtId} and x.stage <> 'final'`;
