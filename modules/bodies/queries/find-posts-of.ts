import type { Work } from '../../../platform/work.ts';
import type { HeldPost } from '../contract/post.ts';
import { loadHeldPosts } from '../store/post-store.ts';

/** Finds the posts (岗位) a person holds on the day of `work.now`, the first made first; none is an empty list. */
export async function findPostsOf(work: Work, accountId: string): Promise<HeldPost[]> {
  const posts = await loadHeldPosts(work, [accountId]);
  return posts.map(({ accountId: _account, personZh: _person, ...post }) => post);
}
