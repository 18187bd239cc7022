import { listenToRecorded } from '../../matters/index.ts';
import { COMPARED, keepOccurrence } from '../store/occurrence-store.ts';

/**
 * Keeps what is compared to find what comes again and again (反复出现), in the transaction of the step that changes it: a request
 * that is opened, passes to another area, ends or is opened again.
 */
export function listenForOccurrences(): void {
  listenToRecorded('occurrences', async (work, { procedure, before, after, face }) => {
    if (procedure.id !== COMPARED) return;
    const isOpen = (state: string) => procedure.states[state]?.kind !== 'final';
    if (before && before.areaCode === after.areaCode && isOpen(before.state) === isOpen(after.state)) return;
    const { id: matterId, areaCode, subject, openedAt, state } = after;
    await keepOccurrence(work, { matterId, areaCode, subject, place: face.place, openedAt, isOpen: isOpen(state) });
  });
}
