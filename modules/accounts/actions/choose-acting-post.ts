import type { Work } from '../../../platform/work.ts';
import { saveActingPost } from '../store/session-store.ts';

/**
 * Notes the post (岗位) a signed-in person now acts in.
 *
 * It grants nothing: whether the person holds that post is asked of bodies' `findActor` at every request.
 */
export async function chooseActingPost(work: Work, input: { token: string; postId: string }): Promise<void> {
  await saveActingPost(work, input.token, input.postId);
}
