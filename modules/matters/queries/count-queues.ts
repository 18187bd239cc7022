import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import { queues, type QueueName, type QueueView } from '../contract/views.ts';
import { calendarOf } from '../store/ground-store.ts';
import { WHOLE_AREA } from '../store/scope-count-store.ts';
import { listTold } from '../store/told-source.ts';
import type { WorkingCalendar } from '../rules/calendar.ts';
import { deskQueues, deskWhere, type DeskQueue, type Worker } from './desk-where.ts';
import { midnightOf, queueWhere } from './queue-where.ts';
import { openScopeWhere } from './scope-where.ts';

/**
 * Counts what waits in each of my queues (我的待办), exactly. What waits for one desk is counted from its own open matters, which are
 * few; what lies in a whole scope from the sums of `matters.scope_counts`, and only what is due today from the rows.
 */
export async function countQueues(work: Work): Promise<QueueView[]> {
  const { actor } = work;
  const calendar = await calendarOf(work);
  const told = await listTold(work);
  const desk = actor.kind === 'worker' ? [sql`(${countDesk(work, actor, told)}) desk`] : [];
  const few = (queue: QueueName) => sql`(
    select count(*)::int as ${sql.ref(queue)} from matters.matters m
    where m.district_id = ${work.districtId} and ${queueWhere(queue, work, calendar)}) ${sql.ref(`of_${queue}`)}`;
  const { rows } = await sql<Record<QueueName | 'before' | 'late', number>>`
    select * from (${countScope(work)}) scope, (${countToday(work, calendar)}) today, ${sql.join(
      [few('watched'), few('toVisit'), ...desk],
      sql`, `,
    )}`.execute(work.db);
  const [found] = rows;
  if (!found) throw new Error('counts without a row');
  const counted = { ...found, overdue: found.before + found.late };
  return queues.map((queue) => ({ queue, n: counted[queue] ?? 0 }));
}

/** What waits for one desk: the open matters that its body holds or was offered, that its post met first, or of which it was told. */
function countDesk({ districtId }: Work, worker: Worker, told: readonly string[]) {
  const { bodyId, postId } = worker;
  const open = sql`select x.id, x.stage, x.awaits, x.outcome, x.came_back_at, x.answered_by, x.holder_body_id, x.offer_body_id, x.first_contact_post_id
    from matters.matters x where x.district_id = ${districtId} and x.stage <> 'final'`;
  const others = sql`x.holder_body_id <> ${bodyId}`;
  const notOffered = sql`x.offer_body_id is distinct from ${bodyId}`;
  const count = (queue: DeskQueue) =>
    sql`count(*) filter (where ${deskWhere(queue, worker, told)})::int as ${sql.ref(queue)}`;
  return sql`
    select ${sql.join(deskQueues.map(count))} from (
      ${open} and x.holder_body_id = ${bodyId}
      union all ${open} and x.offer_body_id = ${bodyId} and ${others}
      union all ${open} and x.first_contact_post_id = ${postId} and ${others} and ${notOffered}
      union all ${open} and x.id = any (${[...told]}::uuid[]) and ${others} and ${notOffered} and x.first_contact_post_id <> ${postId}) m`;
}

/** The instant before which whole days of the sums lie: they are days in UTC. */
const dayBegin = ({ now }: Work) => new Date(`${now.toISOString().slice(0, 10)}T00:00:00Z`);

/** What lies in the scope, from the sums: of its area, of what its body was given elsewhere, and what is not folded yet. */
function countScope(work: Work) {
  const { districtId, scope } = work;
  const inArea = sql`area_code >= ${scope.lo} and area_code < ${scope.hi}`;
  const sums = sql`select stage, due_on, n from matters.scope_counts where district_id = ${districtId}`;
  return sql`
    select coalesce(sum(n), 0)::int as newest, coalesce(sum(n) filter (where stage <> 'final'), 0)::int as open,
      coalesce(sum(n) filter (where stage = 'open' and due_on < ${dayBegin(work).toISOString().slice(0, 10)}::date), 0)::int as before
    from (
      ${sums} and body_id = ${WHOLE_AREA}::uuid and ${inArea}
      union all ${sums} and body_id = ${scope.bodyId}::uuid and not (${inArea})
      union all select stage, due_on, n from matters.scope_changes
        where district_id = ${districtId} and (${inArea} or ${scope.bodyId}::uuid = any (body_ids))) s`;
}

/** Of what is due between the begin of the day and midnight: what is overdue already, and what is not. */
function countToday(work: Work, calendar: WorkingCalendar) {
  const { districtId, now } = work;
  const isToday = openScopeWhere(
    work,
    (m) => sql`${m('stage')} = 'open' and ${m('next_due_at')} >= ${dayBegin(work)}
      and ${m('next_due_at')} <= ${midnightOf(work, calendar)}`,
  );
  return sql`
    select count(*) filter (where m.next_due_at < ${now})::int as late, count(*) filter (where m.next_due_at >= ${now})::int as "dueToday"
    from matters.matters m where m.district_id = ${districtId} and ${isToday}`;
}
