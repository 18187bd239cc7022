import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import { matterWhere, type Reach } from './read-reach.ts';

/** From so many on, the same kind at the same place counts as coming again and again (反复出现). */
export const REPEATS_FROM = 3;
const SHOWN = 20;

export type Repeat = {
  readonly place: string;
  readonly areaCode: string | null;
  readonly subject: string;
  readonly n: number;
  readonly open: number;
  readonly firstAt: Date;
  readonly matters: readonly { readonly id: string; readonly number: string; readonly openedAt: string }[];
};

/**
 * Lists places where residents' requests of one kind came at least three times since an instant (同一地点反复出现), those with the
 * most first. What a neighbour joined in, or was merged, counts: each is somebody who asked.
 */
export async function listRepeats(work: Work, reach: Reach, since: Date): Promise<Repeat[]> {
  const { rows } = await sql<Repeat>`
    select m.place, min(m.community_code) as "areaCode", m.subject, count(*)::int as n,
      count(*) filter (where m.stage <> 'final')::int as open, min(m.opened_at) as "firstAt",
      (json_agg(json_build_object('id', m.id, 'number', m.number, 'openedAt', m.opened_at) order by m.opened_at desc)) as matters
    from matters.matters m
    where m.district_id = ${work.districtId} and m.opened_at >= ${since} and m.procedure_id = 'resident-request'
      and m.place <> '' and m.subject <> '' and ${matterWhere(reach)}
    group by m.community_code, m.place, m.subject having count(*) >= ${REPEATS_FROM}
    order by 4 desc, 6 limit ${SHOWN}
  `.execute(work.db);
  return rows;
}
