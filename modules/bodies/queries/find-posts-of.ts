import type { Work } from '../../../platform/work.ts';
import type { HeldPost } from '../contract/post.ts';
import { loadHeldPosts } from '../store/post-store.ts';

/** Finds the posts (岗位) a person acts in at `work.now`: their own, the first made first, then those they stand in for (代理). */
export async function findPostsOf(work: Work, accountId: string): Promise<HeldPost[]> {
  const posts = await loadHeldPosts(work, [accountId]);
  return posts.map(({ accountId: _account, personZh: _person, ...post }) => post);
}
