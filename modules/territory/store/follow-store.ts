import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import type { AddressMove } from '../rules/follow-change.ts';

/** Writes where addresses lie from a change of areas on. */
export async function saveAddressMoves(work: Work, changeId: string, moves: readonly AddressMove[]): Promise<void> {
  if (moves.length === 0) return;
  await sql`
    update territory.addresses a
    set community_code = r."communityCode", parent_code = r."parentCode", grid_code = r."gridCode", came_by = ${changeId}::uuid
    from jsonb_to_recordset(${JSON.stringify(moves)}::jsonb)
      as r (code text, "communityCode" text, "parentCode" text, "gridCode" text)
    where a.district_id = ${work.districtId} and a.code = r.code
  `.execute(work.db);
}

/** Gives the rows of a road in several communities the line in which it runs. */
export async function copyCourses(work: Work, copies: readonly { readonly code: string; readonly copyOf: string }[]) {
  if (copies.length === 0) return;
  await sql`
    update territory.addresses a set line = o.line
    from jsonb_to_recordset(${JSON.stringify(copies.map(({ code, copyOf }) => ({ code, copyOf })))}::jsonb) as r (code text, "copyOf" text)
    join territory.addresses o on o.district_id = ${work.districtId} and o.code = r."copyOf" and o.line is not null
    where a.district_id = ${work.districtId} and a.code = r.code
  `.execute(work.db);
}
