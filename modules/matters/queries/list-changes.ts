import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import type { Changes } from '../contract/desk.ts';
import { scopeWhere } from './scope-where.ts';

/** A step is written at the instant at which it began, and seen when it is committed: so much may lie between. */
const OVERLAP_MS = 15_000;
/** Who was away longer looks at everything anew. */
const LONGEST_MS = 5 * 60_000;
const MOST = 100;

/**
 * Lists what changed in the scope of the asker since they last asked (新动态): a few rows at the end of one index, whatever the
 * size of the record. What falls in the overlap is listed twice; the number of the last entry tells it apart.
 */
export async function listChanges(work: Work, since: Date | undefined): Promise<Changes> {
  const at = work.now.toISOString();
  const from = new Date((since ?? work.now).getTime() - OVERLAP_MS);
  if (work.now.getTime() - from.getTime() > LONGEST_MS) return { at, changed: [], more: true };
  const { rows } = await sql<{ id: string; seq: number }>`
    select m.id, m.seq from matters.matters m
    where m.district_id = ${work.districtId} and m.last_at >= ${from} and ${scopeWhere(work)}
    order by m.last_at desc limit ${MOST + 1}
  `.execute(work.db);
  return { at, changed: rows.slice(0, MOST), more: rows.length > MOST };
}
