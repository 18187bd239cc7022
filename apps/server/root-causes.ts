import type { FastifyBaseLogger } from 'fastify';
import { listDueRepeats, openDueRootCause } from '../../modules/coordination/index.ts';
import type { Ground } from './ground.ts';
import { asTimer } from './rounds.ts';

/** When this server looked last: at what came since the look before, and at everything that came lately. */
type Looks = { readonly last: Date; readonly whole: Date };
const looks = new WeakMap<Ground, Looks>();

/** A duty, a post or the number of the district may have changed without anything new having come. */
const WHOLE_EVERY_MS = 3_600_000;
/** What was still being written down when it was looked last. */
const OVERLAP_MS = 60_000;

/**
 * Opens root-cause items (自动立项) for what came as often as the district's number, each in a transaction of its own: where something
 * came since the last look, and once an hour wherever something came lately. Two servers at once open nothing twice.
 *
 * @returns how many were opened
 */
export async function openRootCausesOnce(ground: Ground, log: FastifyBaseLogger): Promise<number> {
  const now = ground.clock();
  const before = looks.get(ground);
  const isWhole = !before || Math.abs(now.getTime() - before.whole.getTime()) >= WHOLE_EVERY_MS;
  const since = isWhole ? undefined : new Date(before.last.getTime() - OVERLAP_MS);
  let opened = 0;
  for (const cluster of await asTimer(ground, (work) => listDueRepeats(work, since))) {
    try {
      opened += await asTimer(ground, (work) => openDueRootCause(work, cluster));
    } catch (error) {
      log.error({ err: error, community: cluster.communityCode }, 'a root-cause item could not be opened');
    }
  }
  looks.set(ground, { last: now, whole: isWhole ? now : before.whole });
  return opened;
}
