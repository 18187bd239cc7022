import type { Actor, Work } from '../../../platform/work.ts';
import { loadHeldPost } from '../store/post-store.ts';

export type Worker = Extract<Actor, { kind: 'worker' }>;

/** Finds who a person is in one of their posts (当前岗位); undefined when they neither hold it at `work.now` nor stand in for its holder. */
export async function findActor(work: Work, input: { accountId: string; postId: string }): Promise<Worker | undefined> {
  const post = await loadHeldPost(work, input);
  return (
    post && {
      kind: 'worker',
      accountId: input.accountId,
      name: post.personZh,
      postId: input.postId,
      postKind: post.kind,
      isHead: post.isHead,
      bodyId: post.bodyId,
      areaCode: post.areaCode,
      ...(post.forAccountId === null ? {} : { deputyFor: { accountId: post.forAccountId } }),
    }
  );
}
