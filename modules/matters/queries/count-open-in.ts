import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import { WHOLE_AREA } from '../store/scope-count-store.ts';

/** Counts what is open in an area now (现有在办): from the sums of its communities, of a grid from its few rows. */
export async function countOpenIn({ db, districtId }: Work, code: string): Promise<number> {
  const inArea = sql`area_code >= ${code} and area_code < ${`${code}~`} and stage <> 'final'`;
  const { rows } =
    code.length > 12
      ? await sql<{ n: number }>`
          select count(*)::int as n from matters.matters
          where district_id = ${districtId} and community_code = ${code.slice(0, 12)} and ${inArea}`.execute(db)
      : await sql<{ n: number }>`
          select coalesce(sum(n), 0)::int as n from (
            select n from matters.scope_counts where district_id = ${districtId} and body_id = ${WHOLE_AREA}::uuid and ${inArea}
            union all select n from matters.scope_changes where district_id = ${districtId} and ${inArea}) s`.execute(
          db,
        );
  return rows[0]?.n ?? 0;
}
