import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import { queues, type QueueView } from '../contract/views.ts';
import { calendarOf } from '../store/ground-store.ts';
import { listTold } from '../store/told-source.ts';
import { COUNTED_UP_TO, queueWhere } from './queue-where.ts';

/** Counts what waits in each of my queues (我的待办), up to a thousand. */
export async function countQueues(work: Work): Promise<QueueView[]> {
  const calendar = await calendarOf(work);
  const told = await listTold(work);
  const parts = queues.map(
    (queue) => sql`select ${queue}::text as queue, (select count(*)::int from (
      select from matters.matters m
      where m.district_id = ${work.districtId} and ${queueWhere(queue, work, calendar, { told, upTo: COUNTED_UP_TO + 1 })} limit ${COUNTED_UP_TO + 1}) q) as n`,
  );
  const { rows } = await sql<{ queue: QueueView['queue']; n: number }>`${sql.join(parts, sql` union all `)}`.execute(
    work.db,
  );
  return rows.map(({ queue, n }) => ({ queue, n: Math.min(n, COUNTED_UP_TO), more: n > COUNTED_UP_TO }));
}
