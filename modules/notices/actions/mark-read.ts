import type { Work } from '../../../platform/work.ts';
import { MOST_COUNTED, readerOf } from '../rules/reader.ts';
import { countUnread, deleteRead, saveRead } from '../store/notice-store.ts';

/** Notes that a notice was read (已读), or all that were told so far; the same again changes nothing. */
export async function markRead(work: Work, noticeId: string | null): Promise<number> {
  const me = readerOf(work.actor);
  if (!me) return 0;
  await saveRead(work, me, noticeId);
  return countUnread(work, me, MOST_COUNTED);
}

/** Takes it back that a notice was read (标为未读). */
export async function markUnread(work: Work, noticeId: string): Promise<number> {
  const me = readerOf(work.actor);
  if (!me) return 0;
  await deleteRead(work, me, noticeId);
  return countUnread(work, me, MOST_COUNTED);
}
