import type { Work } from '../../../platform/work.ts';
import { listAccountNames } from '../../accounts/index.ts';
import type { PersonDescription } from '../contract/post.ts';
import { loadHeldPosts } from '../store/post-store.ts';

/** Describes people by name and by the posts (岗位) they hold today; one who holds none any more is still named. */
export async function describePeople(work: Work, accountIds: readonly string[]): Promise<PersonDescription[]> {
  const [names, posts] = await Promise.all([listAccountNames(work, accountIds), loadHeldPosts(work, accountIds)]);
  return names.map((name) => ({
    ...name,
    posts: posts
      .filter((post) => post.accountId === name.accountId && post.deputyFor === null)
      .map(({ postId, nameZh, nameEn, bodyId }) => ({ postId, nameZh, nameEn, bodyId })),
  }));
}
