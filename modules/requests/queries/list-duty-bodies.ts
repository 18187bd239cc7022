import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import { findDepartmentFor } from '../../bodies/index.ts';
import { getToday } from '../../territory/index.ts';
import type { Category } from '../contract/category.ts';
import { findDuty } from '../rules/duty-matrix.ts';
import { loadDuties } from '../store/duty-store.ts';

/**
 * Lists the bodies that the duty matrix (职责分工) names for a request, by its kind and place today; where it has no line,
 * the department whose remit names the kind.
 */
export const listDutyBodies = async (work: Work, matterId: string): Promise<readonly string[]> => [
  ...(await findDutyBodies(work, [matterId])).values(),
];

/** The same body for many requests at once, by the ids of their matters; what is of one kind is looked up once. */
export async function findDutyBodies(work: Work, matterIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ matterId: string; category: Category; areaCode: string }>`
    select r.matter_id as "matterId", r.category, m.area_code as "areaCode"
    from requests.requests r join matters.matters m on m.district_id = r.district_id and m.id = r.matter_id
    where r.district_id = ${work.districtId} and r.matter_id = any (${[...matterIds]}::uuid[])
  `.execute(work.db);
  const today = rows.length > 0 ? await getToday(work) : '';
  const named = new Map<string, string>();
  for (const [category, requests] of Map.groupBy(rows, (row) => row.category)) {
    const lines = await loadDuties(work, category);
    const department = await findDepartmentFor(work, category);
    for (const { matterId, areaCode } of requests) {
      const bodyId = findDuty(lines, category, areaCode, today)?.bodyId ?? department?.bodyId;
      if (bodyId) named.set(matterId, bodyId);
    }
  }
  return named;
}
