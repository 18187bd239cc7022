import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';

/**
 * Lists every body that ever held a matter or was offered it (经办单位), as its timeline tells: also one that declined, and one
 * that another has succeeded since.
 */
export async function listBodiesConcerned(work: Work, matterId: string): Promise<string[]> {
  const { rows } = await sql<{ bodyId: string }>`
    select distinct x."bodyId" from matters.timeline t
    cross join lateral (values
      (t.content #>> '{held,holder,bodyId}'), (t.content #>> '{held,offer,to,bodyId}')) as x ("bodyId")
    where t.district_id = ${work.districtId} and t.matter_id = ${matterId}::uuid and x."bodyId" is not null
  `.execute(work.db);
  return rows.map(({ bodyId }) => bodyId);
}
