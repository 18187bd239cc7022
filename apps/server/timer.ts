import type { FastifyBaseLogger } from 'fastify';
import {
  findRecount,
  fireClocksOf,
  foldNextDay,
  listMattersWithMisses,
  noteRecounted,
  recomputeClocksOf,
} from '../../modules/matters/index.ts';
import { forgetPaces } from '../../modules/requests/index.ts';
import { inTransaction } from '../../platform/db/transaction.ts';
import { areaScope, type Work } from '../../platform/work.ts';
import type { Ground } from './ground.ts';

const EVERY_MS = 20_000;
const MATTERS_A_ROUND = 500;
const DAYS_A_ROUND = 31;

const asTimer = <T>({ db, districtId, clock }: Ground, run: (work: Work) => Promise<T>): Promise<T> =>
  inTransaction(db, { districtId, now: clock(), actor: { kind: 'system', name: 'timer' }, scope: areaScope('') }, run);

/** Lets the clocks of one district run once: each matter in a transaction of its own, so that one fault stops no other. */
export async function runTimerOnce(ground: Ground, log: FastifyBaseLogger): Promise<number> {
  const due = await asTimer(ground, (work) => listMattersWithMisses(work, MATTERS_A_ROUND));
  let entries = 0;
  for (const matterId of due) {
    try {
      entries += await asTimer(ground, (work) => fireClocksOf(work, matterId));
    } catch (error) {
      log.error({ err: error, matterId }, 'the clocks of a matter could not be run');
    }
  }
  return entries;
}

/**
 * Counts running limits anew after the district's calendar changed, or a year was announced (重算时限): each matter in a
 * transaction of its own. Two servers at once, or a crash halfway, do nothing twice.
 *
 * @returns how many limits moved
 */
export async function recountOnce(ground: Ground, log: FastifyBaseLogger): Promise<number> {
  const recount = await asTimer(ground, findRecount);
  if (!recount) return 0;
  let moved = 0;
  let hasFailed = false;
  for (const matterId of recount.matterIds) {
    try {
      moved += await asTimer(ground, (work) => recomputeClocksOf(work, matterId));
    } catch (error) {
      hasFailed = true;
      log.error({ err: error, matterId }, 'the limits of a matter could not be counted anew');
    }
  }
  if (!hasFailed) await asTimer(ground, (work) => noteRecounted(work, recount));
  return moved;
}

/**
 * Folds the days that are over into their digests (每日摘要), each in a transaction of its own; days on which no server
 * ran are caught up a month at a time.
 *
 * @returns how many days were folded
 */
export async function foldDaysOnce(ground: Ground): Promise<number> {
  for (let days = 0; days < DAYS_A_ROUND; days += 1) if (!(await asTimer(ground, foldNextDay))) return days;
  return DAYS_A_ROUND;
}

/** Runs clocks and digests every few seconds until it is stopped; two servers at once do nothing twice. */
export function startTimer(ground: Ground, log: FastifyBaseLogger): { readonly stop: () => Promise<void> } {
  let running: Promise<unknown> = Promise.resolve();
  let isBusy = false;
  const round = () => {
    if (isBusy) return;
    isBusy = true;
    running = recountOnce(ground, log)
      .then(() => runTimerOnce(ground, log))
      .catch((error: unknown) => log.error({ err: error }, 'the timer could not run'))
      .then(() => foldDaysOnce(ground))
      .then(() => asTimer(ground, forgetPaces))
      .catch((error: unknown) => log.error({ err: error }, 'a day could not be folded into its digest'))
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
