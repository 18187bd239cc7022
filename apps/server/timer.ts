import type { FastifyBaseLogger } from 'fastify';
import { fireClocksOf, listMattersWithMisses } from '../../modules/matters/index.ts';
import { inTransaction } from '../../platform/db/transaction.ts';
import { areaScope, type Work } from '../../platform/work.ts';
import type { Ground } from './ground.ts';

const EVERY_MS = 20_000;
const MATTERS_A_ROUND = 500;

/** Lets the clocks of one district run once: each matter in a transaction of its own, so that one fault stops no other. */
export async function runTimerOnce(ground: Ground, log: FastifyBaseLogger): Promise<number> {
  const { db, districtId, clock } = ground;
  const asTimer = <T>(run: (work: Work) => Promise<T>): Promise<T> =>
    inTransaction(
      db,
      { districtId, now: clock(), actor: { kind: 'system', name: 'timer' }, scope: areaScope('') },
      run,
    );
  const due = await asTimer((work) => listMattersWithMisses(work, MATTERS_A_ROUND));
  let entries = 0;
  for (const matterId of due) {
    try {
      entries += await asTimer((work) => fireClocksOf(work, matterId));
    } catch (error) {
      log.error({ err: error, matterId }, 'the clocks of a matter could not be run');
    }
  }
  return entries;
}

/** Runs the clocks every few seconds until it is stopped; two servers at once do nothing twice. */
export function startTimer(ground: Ground, log: FastifyBaseLogger): { readonly stop: () => Promise<void> } {
  let running: Promise<unknown> = Promise.resolve();
  let isBusy = false;
  const round = () => {
    if (isBusy) return;
    isBusy = true;
    running = runTimerOnce(ground, log)
      .catch((error: unknown) => log.error({ err: error }, 'the timer could not run'))
      .finally(() => {
        isBusy = false;
      });
  };
  const interval = setInterval(round, EVERY_MS);
  round();
  return {
    stop: async () => {
      clearInterval(interval);
      await running;
    },
  };
}
