import type { Work } from '../../../platform/work.ts';
import type { NewPost } from '../contract/post.ts';
import { savePosts } from '../store/post-store.ts';

/** Creates posts (岗位) in bulk; they are vacant until someone is appointed. */
export async function createPosts(work: Work, list: readonly NewPost[]): Promise<void> {
  await savePosts(work, list);
}
