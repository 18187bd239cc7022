import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import type { Today } from '../rules/today.ts';
import { loadReasons } from './note-store.ts';

/** A body with more than so much left over has another trouble than its list. */
export const MOST_STAYING = 200;

type Staying = { readonly id: string; readonly cameIn: boolean; readonly due: boolean; readonly isMine: boolean };

/**
 * What stays tonight with a body (隔夜事项). An action is a step by somebody of the body: looking, noting and saying why are none.
 */
export async function listStaying(work: Work, bodyId: string, { from, to }: Today): Promise<Staying[]> {
  const { actor } = work;
  const [me, post] = actor.kind === 'worker' ? [actor.accountId, actor.postId] : [null, null];
  const arrived = sql`m.last_at >= ${from} and exists (
    select from matters.timeline t where t.district_id = m.district_id and t.matter_id = m.id and t.at >= ${from}
      and (t.kind = 'opened' or (t.kind = 'stepTaken' and t.content->'by'->>'bodyId' is distinct from ${bodyId}))
      and not exists (select from matters.timeline a where a.district_id = t.district_id and a.matter_id = t.matter_id
        and a.seq > t.seq and a.kind = 'stepTaken' and a.content->'by'->>'bodyId' = ${bodyId}))`;
  const due = sql`m.next_due_at >= ${from} and m.next_due_at <= ${to}`;
  const { rows } = await sql<Staying>`
    select id, "cameIn", due, "isMine" from (
      select m.id, m.next_due_at, (${arrived}) as "cameIn", (${due}) as due,
        coalesce(m.holder_account_id = ${me}::uuid or m.first_contact_post_id = ${post}::uuid, false) as "isMine"
      from matters.matters m
      where m.district_id = ${work.districtId} and m.stage = 'open' and (m.last_at >= ${from} or ${due})
        and (m.holder_body_id = ${bodyId}::uuid and (m.offer_body_id is null or m.offer_body_id = ${bodyId}::uuid)
          or m.offer_body_id = ${bodyId}::uuid)) s
    where "cameIn" or due order by next_due_at, id limit ${MOST_STAYING + 1}
  `.execute(work.db);
  return rows;
}

/** How many stay with the body tonight without a reason, and how many in all. */
export async function countStaying(work: Work, bodyId: string, today: Today): Promise<{ all: number; unsaid: number }> {
  const staying = await listStaying(work, bodyId, today);
  const reasons = await loadReasons(work, bodyId, today.day);
  return { all: staying.length, unsaid: staying.filter(({ id }) => !reasons.has(id)).length };
}
