import type { Work } from '../../../platform/work.ts';
import type { PostName } from '../contract/post.ts';
import { loadPostNames } from '../store/post-store.ts';

/** Describes posts (岗位) by name, closed ones and those whose holder has left too; unknown ids are left out. */
export const describePosts = (work: Work, postIds: readonly string[]): Promise<PostName[]> =>
  loadPostNames(work, postIds);
