import { inTransaction } from '../../platform/db/transaction.ts';
import { areaScope, type Work } from '../../platform/work.ts';
import type { Ground } from './ground.ts';
import { meetTrouble } from './trouble-watch.ts';

/** Runs something as the program's clock, over the whole district, in a transaction of its own. */
export const asTimer = <T>(
  { db, districtId, clock }: Pick<Ground, 'db' | 'districtId' | 'clock'>,
  run: (work: Work) => Promise<T>,
): Promise<T> =>
  inTransaction(
    db,
    { districtId, now: clock(), actor: { kind: 'system', name: 'timer' }, scope: areaScope('') },
    run,
  ).catch((error: unknown) => {
    meetTrouble({ db }, error);
    throw error;
  });

/**
 * Runs a round now and then again and again; one that still runs is never joined by a second.
 *
 * @param everyMs milliseconds from the begin of one round to that of the next
 * @param round catches its own faults
 * @returns `stop`, which waits for the round that runs
 */
export function startRounds(everyMs: number, round: () => Promise<unknown>): { readonly stop: () => Promise<void> } {
  let running: Promise<unknown> = Promise.resolve();
  let isBusy = false;
  const begin = () => {
    if (isBusy) return;
    isBusy = true;
    running = round().finally(() => {
      isBusy = false;
    });
  };
  const interval = setInterval(begin, everyMs);
  begin();
  return {
    stop: async () => {
      clearInterval(interval);
      await running;
    },
  };
}
