import { v7 as newId } from 'uuid';
import { done, refuse } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import { listAccountNames } from '../../accounts/index.ts';
import { mayAppoint } from '../rules/staffing.ts';
import { saveAppointments } from '../store/post-store.ts';
import { loadAppointmentsTo, loadPostFacts } from '../store/staff-store.ts';
import { changerOf, changeStaff } from './change-staff.ts';

export type Appoint = {
  readonly commandId: string;
  readonly postId: string;
  readonly accountId: string;
  readonly fromOn: string;
  readonly toOn: string | null;
  /** For an elected post: when and by which election. */
  readonly note: string;
};

/**
 * Appoints a person to a post (任职).
 *
 * @returns the appointment's id, or a refusal: `post.not_found`, `account.not_found`, or one of {@link mayAppoint}
 */
export const appoint = (work: Work, order: Appoint) =>
  changeStaff(work, { commandId: order.commandId, kind: 'appointed' }, async () => {
    const { postId, accountId, fromOn, toOn } = order;
    const post = await loadPostFacts(work, postId);
    if (!post) return refuse('post.not_found');
    const [person] = await listAccountNames(work, [accountId]);
    if (!person) return refuse('account.not_found');
    const appointments = await loadAppointmentsTo(work, postId);
    const note = order.note.trim();
    const facts = { post, appointments, byAccountId: changerOf(work).accountId };
    const may = mayAppoint(facts, { accountId, fromOn, toOn, note });
    if (!may.ok) return may;
    const id = newId();
    await saveAppointments(work, [{ id, postId, accountId, fromOn, toOn }]);
    return done({ postId, accountId, subjectId: id, ground: null, note });
  });
