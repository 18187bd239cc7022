import { v7 as newId } from 'uuid';
import { done, refuse } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import { mayNameDeputy } from '../rules/deputies.ts';
import { isInForce } from '../rules/spans.ts';
import { holdsPostIn, loadDeputiesOf, saveDeputy } from '../store/deputy-store.ts';
import { loadAppointmentsTo, loadPostFacts, loadToday } from '../store/staff-store.ts';
import { changerOf, changeStaff } from './change-staff.ts';

export type NameDeputy = {
  readonly commandId: string;
  readonly postId: string;
  readonly accountId: string;
  readonly fromOn: string;
  readonly toOn: string;
  readonly reason: string;
  /** Signs for the body where the post is its head. */
  readonly maySign: boolean;
};

/**
 * Names who stands in for the holder of a post (代理) while they are away.
 *
 * @param as `holder`: for one's own post; `administrator`: for any
 * @returns the deputy's id, or a refusal: `post.not_found`, or one of {@link mayNameDeputy}
 */
export const nameDeputy = (work: Work, as: 'holder' | 'administrator', order: NameDeputy) =>
  changeStaff(work, { commandId: order.commandId, kind: 'deputyNamed' }, async () => {
    const post = await loadPostFacts(work, order.postId);
    if (!post) return refuse('post.not_found');
    const today = await loadToday(work);
    const { accountId, isDeputy } = changerOf(work);
    const appointments = await loadAppointmentsTo(work, order.postId);
    const appointment = appointments.find((one) => isInForce(one, today, work.now));
    const wish = { ...order, reason: order.reason.trim() };
    const concerned = [wish.accountId, ...(appointment ? [appointment.accountId] : [])];
    const may = mayNameDeputy(
      {
        by: { accountId, isDeputy, isAdministrator: as === 'administrator' },
        appointment,
        isColleague: await holdsPostIn(work, { accountId: wish.accountId, bodyId: post.bodyId, day: wish.fromOn }),
        deputies: await loadDeputiesOf(work, concerned, today),
        today,
      },
      wish,
    );
    if (!may.ok) return may;
    const id = newId();
    const { fromOn, toOn, maySign, reason } = wish;
    const { appointmentId } = may.value;
    await saveDeputy(work, { id, appointmentId, accountId: wish.accountId, fromOn, toOn, maySign, reason });
    return done({ postId: post.postId, accountId: wish.accountId, subjectId: id, ground: null, note: reason });
  });
