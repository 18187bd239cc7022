import type { Work } from '../../../platform/work.ts';
import type { WorkerView } from '../contract/views.ts';
import { loadLookers } from '../store/watch-store.ts';
import { loadNames } from './names.ts';

const MOST = 10;

/** Lists the colleagues who have a matter open this minute (正在看), without the one who asks. */
export async function listOthersLooking(work: Work, matterId: string): Promise<WorkerView[]> {
  const me = work.actor.kind === 'worker' ? work.actor.accountId : null;
  const others = (await loadLookers(work, matterId, MOST)).filter(({ accountId }) => accountId !== me);
  const names = await loadNames(
    work,
    others.map(({ bodyId }) => bodyId),
    others.map(({ accountId }) => accountId),
  );
  return others.map(({ accountId, bodyId }) => names.worker(accountId, null, bodyId));
}
