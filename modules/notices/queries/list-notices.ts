import { say } from '../../../platform/i18n/words.ts';
import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import { listTitles, readCursor, writeCursor } from '../../matters/index.ts';
import '../words/index.ts';
import type { NoticeView } from '../contract/views.ts';
import { MOST_COUNTED, readerOf } from '../rules/reader.ts';
import { countUnread, loadNotices } from '../store/notice-store.ts';

const A_PAGE = 30;

export type Inbox = { readonly notices: readonly NoticeView[]; readonly unread: number; readonly next: string | null };

/**
 * Lists what the post of the asker was told (我的消息), the newest first.
 *
 * @returns a page, or the refusal `page.bad_cursor`
 */
export async function listNotices(work: Work, after?: string): Promise<Result<Inbox>> {
  const me = readerOf(work.actor);
  if (!me) return done({ notices: [], unread: 0, next: null });
  const cursor = after === undefined ? null : readCursor(after);
  if (cursor === undefined) return refuse('page.bad_cursor');
  const before = cursor && { at: new Date(cursor.value), id: cursor.id };
  const rows = await loadNotices(work, me, { before, limit: A_PAGE + 1 });
  const shown = rows.slice(0, A_PAGE);
  const titles = await listTitles(
    work,
    shown.map(({ matterId }) => matterId),
  );
  const last = shown.at(-1);
  return done({
    notices: shown.map(({ id, kind, at, whatZh, whatEn, matterId, number, isRead }) => ({
      id,
      kind,
      at: at.toISOString(),
      sentence: say('notices', `kinds.${kind}`, { whatZh, whatEn }),
      matterId,
      number,
      title: titles.get(matterId) ?? '',
      isRead,
    })),
    unread: await countUnread(work, me, MOST_COUNTED),
    next:
      last && rows.length > A_PAGE
        ? writeCursor({ value: last.at.toISOString().replace('Z', '+00:00'), id: last.id })
        : null,
  });
}

/** Counts what the post of the asker was told and has not read (未读消息数), up to a hundred. */
export async function countMyUnread(work: Work): Promise<number> {
  const me = readerOf(work.actor);
  return me ? countUnread(work, me, MOST_COUNTED) : 0;
}
