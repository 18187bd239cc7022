import { listenToRecorded } from '../../matters/index.ts';
import { tallyEntries } from '../rules/tally-entries.ts';
import { addTallies } from '../store/tally-store.ts';

/** Counts what is counted with every recorded step, in the same transaction. */
export function listenForTallies(): void {
  listenToRecorded('insight', async (work, { procedure, before, after, entries }) => {
    const matter = {
      matterId: after.id,
      openedIn: after.openedIn,
      procedureId: procedure.id,
      subject: after.subject,
    };
    await addTallies(
      work,
      tallyEntries(procedure, before, entries).map((tally) => ({ ...matter, ...tally })),
    );
  });
}
