import { listenToRecorded } from '../../matters/index.ts';
import { residentRequest } from '../../requests/index.ts';
import { factOf } from '../rules/fact-of.ts';
import { saveFact } from '../store/fact-store.ts';

/** Keeps what figures are counted from up to date with every recorded step, in the same transaction. */
export function listenForFigures(): void {
  listenToRecorded('openness', async (work, recorded) => {
    if (recorded.procedure.id === residentRequest.id) await saveFact(work, factOf(recorded));
  });
}
