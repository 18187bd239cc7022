import type { Work } from '../../../platform/work.ts';
import type { PostKind } from '../contract/post.ts';
import { loadPostsIn } from '../store/post-store.ts';

/** Lists the posts (岗位) of these kinds in a body, the first made first, whether or not anybody holds them; none that was closed. */
export const listPostsIn = (
  work: Work,
  bodyId: string,
  kinds: readonly PostKind[],
): Promise<{ postId: string; bodyId: string; kind: PostKind }[]> => loadPostsIn(work, bodyId, kinds);
