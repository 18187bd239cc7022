import type { Work } from '../../../platform/work.ts';
import { findDepartmentFor } from '../../bodies/index.ts';
import { findRequest } from '../store/request-store.ts';

/** Lists the bodies that the duty matrix (职责分工) names for a request, by its kind. */
export async function listDutyBodies(work: Work, matterId: string): Promise<readonly string[]> {
  const request = await findRequest(work, matterId);
  const department = request && (await findDepartmentFor(work, request.category));
  return department ? [department.bodyId] : [];
}
