import type { Work } from '../../../platform/work.ts';
import type { DeputyView } from '../contract/staff-routes.ts';
import { loadColleagues, loadDeputyRows } from '../store/staff-page-store.ts';
import { loadHeldPosts } from '../store/post-store.ts';
import { loadToday } from '../store/staff-store.ts';

/** Lists who stands in for someone, for whom they stand in (代理), and whom they could ask, by post of their own. */
export async function listMyDeputies(work: Work, accountId: string) {
  const today = await loadToday(work);
  const deputies = (await loadDeputyRows(work, accountId, today)).map((row): DeputyView => ({
    id: row.id,
    post: { zh: row.postZh, en: row.postEn },
    body: { zh: row.bodyZh, en: row.bodyEn },
    holder: { accountId: row.holderId, name: { zh: row.holderZh, en: row.holderEn } },
    deputy: { accountId: row.accountId, name: { zh: row.nameZh, en: row.nameEn } },
    fromOn: row.fromOn,
    toOn: row.toOn,
    maySign: row.maySign,
    reason: row.reason,
    isMine: row.holderId === accountId,
  }));
  const own = (await loadHeldPosts(work, [accountId])).filter(({ deputyFor }) => deputyFor === null);
  const posts = [];
  for (const post of own) {
    const colleagues = (await loadColleagues(work, post.bodyId)).filter((one) => one.accountId !== accountId);
    posts.push({
      id: post.postId,
      name: { zh: post.nameZh, en: post.nameEn },
      body: { zh: post.bodyNameZh, en: post.bodyNameEn },
      isHead: post.isHead,
      colleagues: colleagues.map((one) => ({ accountId: one.accountId, name: { zh: one.nameZh, en: one.nameEn } })),
    });
  }
  return { today, deputies, posts };
}
