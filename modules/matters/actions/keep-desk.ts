import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import type { SavedView } from '../contract/desk.ts';
import { cleanText } from '../rules/clean-text.ts';
import { findSeenSeq } from '../store/matter-store.ts';
import { deleteView, loadViews, saveView } from '../store/view-store.ts';
import { saveLook, saveWatch } from '../store/watch-store.ts';

const LOOK_MS = 60_000;
const MOST_VIEWS = 20;
const LONGEST_NAME = 30;

/**
 * Puts the star of the asker on a matter, or takes it away (关注).
 *
 * @returns what holds now; or a refusal: `matter.not_found` outside the scope, `view.no_post` for who holds no post
 */
export async function watchMatter(
  work: Work,
  matterId: string,
  watched: boolean,
): Promise<Result<{ watched: boolean }>> {
  if (work.actor.kind !== 'worker') return refuse('view.no_post');
  if ((await findSeenSeq(work, matterId)) === undefined) return refuse('matter.not_found');
  await saveWatch(work, work.actor.accountId, matterId, watched);
  return done({ watched });
}

/**
 * Says that the asker has a matter open, for one minute (正在看). Only ids of staff are kept, in a table that is in no
 * backup, and each goes with its minute: nobody can read afterwards who looked at what.
 *
 * @returns nothing; or the refusal `matter.not_found` outside the scope
 */
export async function lookAtMatter(work: Work, matterId: string): Promise<Result<null>> {
  if ((await findSeenSeq(work, matterId)) === undefined) return refuse('matter.not_found');
  await saveLook(work, matterId, new Date(work.now.getTime() + LOOK_MS));
  return done(null);
}

/**
 * Keeps what a queue is narrowed by under a name (常用视图); the same name again changes it.
 *
 * @returns the view; or a refusal: `view.no_post`, `view.name` when there is none or it is longer than 30 characters,
 *   `view.too_many` beyond 20
 */
export async function keepView(work: Work, view: Omit<SavedView, 'id'>): Promise<Result<SavedView>> {
  if (work.actor.kind !== 'worker') return refuse('view.no_post');
  const name = cleanText(view.name);
  if (name === '' || [...name].length > LONGEST_NAME) return refuse('view.name', { max: LONGEST_NAME });
  const kept = await loadViews(work, work.actor.accountId);
  if (kept.length >= MOST_VIEWS && !kept.some((one) => one.name === name))
    return refuse('view.too_many', { max: MOST_VIEWS });
  return done(await saveView(work, work.actor.accountId, { name, search: cleanSearch(view.search) }));
}

/** As the words of matters are kept: without control characters and halves of characters, which no search finds. */
function cleanSearch({ queue, ...texts }: SavedView['search']): SavedView['search'] {
  const clean = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, cleanText(text ?? '')]));
  return { ...(queue === undefined ? {} : { queue }), ...clean };
}

/** Forgets a view; somebody else's is `view.not_found`, like one that never was. */
export async function forgetView(work: Work, viewId: string): Promise<Result<Record<string, never>>> {
  if (work.actor.kind !== 'worker') return refuse('view.no_post');
  return (await deleteView(work, work.actor.accountId, viewId)) ? done({}) : refuse('view.not_found');
}
