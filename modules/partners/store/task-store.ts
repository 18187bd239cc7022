import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';

/** What a task belongs to, as its body's system is told. */
export type TaskFacts = {
  readonly taskId: string;
  readonly number: string;
  readonly state: string;
  readonly areaCode: string;
  readonly place: string;
  readonly askedByBodyId: string;
  /** The kind of the matter that it was asked for; null when nobody says so. */
  readonly category: string | null;
};

/** Finds a task with the kind of the matter it was asked for; undefined outside the scope of the work. */
export async function findTask(work: Work, taskId: string): Promise<TaskFacts | undefined> {
  const { rows } = await sql<TaskFacts>`
    select m.id as "taskId", m.number, m.state, m.area_code as "areaCode", m.place, m.first_contact_body_id as "askedByBodyId",
      (select nullif(g.subject, '') from matters.links l
       join matters.matters g on g.district_id = l.district_id and g.id = l.to_matter_id
       where l.district_id = m.district_id and l.from_matter_id = m.id and l.kind = 'taskOf') as category
    from matters.matters m
    where m.district_id = ${work.districtId} and m.id = ${taskId}::uuid and m.procedure_id = 'outside-task'
  `.execute(work.db);
  return rows[0];
}

/**
 * Waits until nobody else changes a task, and keeps it so. Asked before anything of its handoffs is written: people change the task
 * first and then its handoffs, and two that begin at different ends wait for each other for ever.
 */
export async function holdTask(work: Work, taskId: string): Promise<void> {
  await sql`
    select from matters.matters where district_id = ${work.districtId} and id = ${taskId}::uuid for update
  `.execute(work.db);
}
