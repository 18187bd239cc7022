import type { Actor, Work } from '../../../platform/work.ts';
import { loadHeldPosts } from '../store/post-store.ts';

export type Worker = Extract<Actor, { kind: 'worker' }>;

/** Finds who a person is in one of their posts (当前岗位); undefined when they neither hold it at `work.now` nor stand in for its holder. */
export async function findActor(work: Work, input: { accountId: string; postId: string }): Promise<Worker | undefined> {
  const posts = await loadHeldPosts(work, [input.accountId]);
  const post = posts.find(({ postId }) => postId === input.postId);
  return (
    post && {
      kind: 'worker',
      accountId: input.accountId,
      name: post.personZh,
      postId: post.postId,
      postKind: post.kind,
      isHead: post.isHead,
      bodyId: post.bodyId,
      areaCode: post.areaCode,
      ...(post.deputyFor ? { deputyFor: { accountId: post.deputyFor.accountId } } : {}),
    }
  );
}
