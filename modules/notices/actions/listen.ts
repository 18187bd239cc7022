import type { Work } from '../../../platform/work.ts';
import { listenToRecorded, sayToldBy } from '../../matters/index.ts';
import { MOST_COUNTED, readerOf } from '../rules/reader.ts';
import { loadUnreadMatters } from '../store/notice-store.ts';
import { tell } from './tell.ts';

/**
 * Tells those concerned of every recorded step, miss and reminder, in the same transaction, and says in the work queues
 * what of it waits to be read.
 */
export function listenForNotices(): void {
  listenToRecorded('notices', tell);
  sayToldBy(listToldAndUnread);
}

/** Ids of the matters of the last hundred notices that the post of the asker has not read. */
async function listToldAndUnread(work: Work): Promise<readonly string[]> {
  const me = readerOf(work.actor);
  return me ? loadUnreadMatters(work, me, MOST_COUNTED) : [];
}
