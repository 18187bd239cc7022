import { listenToRecorded, tellSubjectsBy } from '../../matters/index.ts';
import { residentRequest } from '../procedures/resident-request.ts';
import { subjectOf } from '../rules/subject-of.ts';
import { findRequest } from '../store/request-store.ts';
import { publishRequest } from './publish-request.ts';

/**
 * Keeps the public form of each request up to date with every recorded step, in the same transaction; and tells its
 * category (类别), by which a ruling on it is found again.
 */
export function listenForRequests(): void {
  listenToRecorded('requests', async (work, { procedure, before, after, face }) => {
    if (before && procedure.id === residentRequest.id) await publishRequest(work, after, face);
  });
  tellSubjectsBy(residentRequest.id, async (work, matterId) => {
    const request = await findRequest(work, matterId);
    return request && subjectOf(request.category);
  });
}
