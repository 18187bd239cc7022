import type { Work } from '../../../platform/work.ts';
import { calendarOf, listSupporters } from '../../matters/index.ts';
import { deferNight } from '../rules/night.ts';
import { takeJoinedNews } from '../store/joined-news-store.ts';
import { insertMessage } from '../store/message-store.ts';
import { reachOf } from './reach.ts';

/**
 * Puts one piece of news into the outbox for each neighbour who joined in and wants messages (告知附议人), under the number of
 * their own matter. The step that made the news does not see their matters; the timer does.
 *
 * @returns whether there was any
 */
export async function spreadNews(work: Work): Promise<boolean> {
  const news = await takeJoinedNews(work);
  if (!news) return false;
  const nextTryAt = deferNight(work.now, await calendarOf(work));
  for (const { matterId, number, procedureId } of await listSupporters(work, news.matterId)) {
    const channel = await reachOf(procedureId)?.wants(work, matterId);
    if (!channel) continue;
    const cause = `joined:${news.matterId}:${news.cause}`;
    await insertMessage(work, { matterId, procedureId, number, cause, channel, nextTryAt });
  }
  return true;
}
