import { done, refuse } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import { mayClosePost } from '../rules/staffing.ts';
import { loadAppointmentsTo, loadPostFacts, loadToday, savePostClosed } from '../store/staff-store.ts';
import { changeStaff } from './change-staff.ts';

/**
 * Does away with a post that nobody holds (撤销岗位); its row stays, because history names it.
 *
 * @returns the post's id, or a refusal: `post.not_found`, or one of {@link mayClosePost}
 */
export const closePost = (
  work: Work,
  order: { readonly commandId: string; readonly postId: string; readonly note: string },
) =>
  changeStaff(work, { commandId: order.commandId, kind: 'postClosed' }, async () => {
    const post = await loadPostFacts(work, order.postId);
    if (!post) return refuse('post.not_found');
    const [appointments, today] = [await loadAppointmentsTo(work, order.postId), await loadToday(work)];
    const note = order.note.trim();
    const may = mayClosePost({ post, appointments }, { today, note });
    if (!may.ok) return may;
    await savePostClosed(work, post.postId, today);
    return done({ postId: post.postId, accountId: null, subjectId: post.postId, ground: null, note });
  });
