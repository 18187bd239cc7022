import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import { rootCause } from '../procedures/root-cause.ts';
import { loadPublished, type Published } from './load-published.ts';

/** What became of a root-cause item (根治结果), as everybody may read it. */
export type PublicRootCause = Published & {
  readonly isSolved: boolean;
  /** How many matters it took up. */
  readonly matters: number;
};

/** Lists what became of root-cause items (根治结果公开), masked, the newest first. */
export async function listRootCauses(work: Work): Promise<PublicRootCause[]> {
  const items = await loadPublished(work, rootCause, 'outcome');
  const { rows } = await sql<{ id: string; matters: number }>`
    select from_matter_id as id, count(*)::int as matters from matters.links
    where district_id = ${work.districtId} and kind = 'takesUp' and from_matter_id = any (${items.map(({ id }) => id)}::uuid[])
    group by 1
  `.execute(work.db);
  const counts = new Map(rows.map((row) => [row.id, row.matters]));
  return items.map(({ id, outcome, shown }) => ({
    ...shown,
    isSolved: outcome === 'solved',
    matters: counts.get(id) ?? 0,
  }));
}
