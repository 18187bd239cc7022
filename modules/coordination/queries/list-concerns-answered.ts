import type { Work } from '../../../platform/work.ts';
import { onlineConcern } from '../procedures/online-concern.ts';
import { loadPublished, type Published } from './load-published.ts';

/** Lists what was answered to concerns seen online (网上关切的回应), masked, the newest first; never where or by whom they were written. */
export async function listConcernsAnswered(work: Work): Promise<Published[]> {
  return (await loadPublished(work, onlineConcern, 'answer')).map(({ shown }) => shown);
}
