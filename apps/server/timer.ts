import type { FastifyBaseLogger } from 'fastify';
import { foldAlike } from '../../modules/coordination/index.ts';
import { foldAreaDays } from '../../modules/insight/index.ts';
import {
  countFollowers,
  findMattersNear,
  findMattersToTurn,
  findRecount,
  findUntold,
  forgetLookers,
  drawNextDay,
  fireClocksOf,
  foldNextDay,
  foldScopeCounts,
  listMattersToPass,
  listMattersWithMisses,
  noteRecounted,
  passMatter,
  recomputeClocksOf,
  remindNearOf,
  tellTakenUp,
  turnMissesOf,
} from '../../modules/matters/index.ts';
import { carryOutDueChange, listDueChanges } from '../../modules/territory/index.ts';
import { tellAlerts } from '../../modules/openness/index.ts';
import { forgetPaces, maskText } from '../../modules/requests/index.ts';
import type { Work } from '../../platform/work.ts';
import type { Ground } from './ground.ts';
import { openRootCausesOnce } from './root-causes.ts';
import { asTimer, startRounds } from './rounds.ts';
import { watchUnheldOnce } from './unheld-watch.ts';

const EVERY_MS = 20_000;
const MATTERS_A_ROUND = 500;
const DAYS_A_ROUND = 31;

/**
 * Lets the clocks of one district run once: what was missed is noted and turns into what the procedure says, who has to be
 * reminded is reminded. Each matter in a transaction of its own, so that one fault stops no other.
 *
 * @returns how many things were noted
 */
export async function runTimerOnce(ground: Ground, log: FastifyBaseLogger): Promise<number> {
  const rounds = [
    [listMattersWithMisses, fireClocksOf],
    [findMattersToTurn, turnMissesOf],
    [findMattersNear, remindNearOf],
    [findUntold, (work: Work, matterId: string) => tellTakenUp(work, matterId, maskText)],
  ] as const;
  let done = 0;
  for (const [find, run] of rounds)
    for (const matterId of await asTimer(ground, (work) => find(work, MATTERS_A_ROUND))) {
      try {
        done += await asTimer(ground, (work) => run(work, matterId));
      } catch (error) {
        log.error({ err: error, matterId }, 'the clocks of a matter could not be run');
      }
    }
  return done;
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
 * Lets changes of areas take effect whose day has come (区划变更生效), and passes the matters on that they leave behind: each in
 * a transaction of its own, so that one fault stops no other. Two servers at once, or a crash halfway, do nothing twice.
 *
 * @returns how many matters were passed on
 */
export async function changeAreasOnce(ground: Ground, log: FastifyBaseLogger): Promise<number> {
  for (const changeId of await asTimer(ground, listDueChanges)) {
    try {
      await asTimer(ground, (work) => carryOutDueChange(work, changeId, countFollowers));
    } catch (error) {
      log.error({ err: error, changeId }, 'a change of areas could not take effect');
    }
  }
  let passed = 0;
  for (const matterId of await asTimer(ground, (work) => listMattersToPass(work, MATTERS_A_ROUND))) {
    try {
      passed += Number(await asTimer(ground, (work) => passMatter(work, matterId)));
    } catch (error) {
      log.error({ err: error, matterId }, 'a matter could not be passed on to the area that succeeds its own');
    }
  }
  return passed;
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

/**
 * Draws the return visits (回访抽样) of every day that has a digest and no draw yet, each in a transaction of its own.
 *
 * @returns how many days were drawn
 */
export async function drawVisitsOnce(ground: Ground): Promise<number> {
  for (let days = 0; days < DAYS_A_ROUND; days += 1) if (!(await asTimer(ground, drawNextDay))) return days;
  return DAYS_A_ROUND;
}

/** Runs changes of areas, clocks, digests and draws every few seconds until it is stopped; two servers at once do nothing twice. */
export function startTimer(ground: Ground, log: FastifyBaseLogger): { readonly stop: () => Promise<void> } {
  return startRounds(EVERY_MS, () => runRound(ground, log));
}

/** One whole round of the timer: a part that fails is logged under its own name and keeps none of the others from running. */
export async function runRound(ground: Ground, log: FastifyBaseLogger): Promise<void> {
  const parts: readonly (readonly [failure: string, run: () => Promise<unknown>])[] = [
    ['changes of areas could not be looked up', () => changeAreasOnce(ground, log)],
    ['limits could not be counted anew', () => recountOnce(ground, log)],
    ['the clocks could not be run', () => runTimerOnce(ground, log)],
    ['what comes again and again could not be looked for', () => openRootCausesOnce(ground, log)],
    ['open matters that nobody holds could not be looked for', () => watchUnheldOnce(ground, log)],
    ['a day could not be folded into its digest', () => foldDaysOnce(ground)],
    ['return visits could not be drawn', () => drawVisitsOnce(ground)],
    ['counts of what each scope holds could not be folded', () => asTimer(ground, foldScopeCounts)],
    ['counts of what comes again could not be folded', () => asTimer(ground, foldAlike)],
    ['sums of areas could not be folded', () => asTimer(ground, foldAreaDays)],
    ['news for subscribers could not be put into the outbox', () => asTimer(ground, tellAlerts)],
    ['the pace of senders could not be forgotten', () => asTimer(ground, forgetPaces)],
    ['who looks at what could not be forgotten', () => asTimer(ground, forgetLookers)],
  ];
  for (const [failure, run] of parts) await run().catch((error: unknown) => log.error({ err: error }, failure));
}
