import type { Work } from '../../../platform/work.ts';
import { findDepartmentFor } from '../../bodies/index.ts';
import { findMatterArea } from '../../matters/index.ts';
import { getToday } from '../../territory/index.ts';
import { findDuty } from '../rules/duty-matrix.ts';
import { loadDuties } from '../store/duty-store.ts';
import { findRequest } from '../store/request-store.ts';

/**
 * Lists the bodies that the duty matrix (职责分工) names for a request, by its kind and place today; where it has no line,
 * the department whose remit names the kind.
 */
export async function listDutyBodies(work: Work, matterId: string): Promise<readonly string[]> {
  const request = await findRequest(work, matterId);
  const areaCode = request && (await findMatterArea(work, matterId));
  if (!request || areaCode === undefined) return [];
  const lines = await loadDuties(work, request.category);
  const duty = findDuty(lines, request.category, areaCode, await getToday(work));
  if (duty?.bodyId) return [duty.bodyId];
  const department = await findDepartmentFor(work, request.category);
  return department ? [department.bodyId] : [];
}
