import { listenToRecorded } from '../../matters/index.ts';
import { residentRequest } from '../procedures/resident-request.ts';
import { publishRequest } from './publish-request.ts';

/** Keeps the public form of each request up to date with every recorded step, in the same transaction. */
export const listenForRequests = (): void =>
  listenToRecorded('requests', async (work, { procedure, before, after, face }) => {
    if (before && procedure.id === residentRequest.id) await publishRequest(work, after, face);
  });
