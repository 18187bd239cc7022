import { done, refuse } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import type { EndGround } from '../contract/staffing.ts';
import { mayEnd } from '../rules/staffing.ts';
import {
  loadAdministratorAppointments,
  loadAppointment,
  loadPostFacts,
  loadToday,
  saveEnd,
} from '../store/staff-store.ts';
import { changeStaff } from './change-staff.ts';

export type EndAppointment = {
  readonly commandId: string;
  readonly appointmentId: string;
  /** The last day in the post; null: at once, so that the very next request is refused. */
  readonly lastOn: string | null;
  readonly ground: EndGround;
  readonly note: string;
};

/**
 * Ends an appointment (离任) on a lawful ground; the appointment stays in the history.
 *
 * @returns the appointment's id, or a refusal: `appointment.not_found`, or one of {@link mayEnd}
 */
export const endAppointment = (work: Work, order: EndAppointment) =>
  changeStaff(work, { commandId: order.commandId, kind: 'appointmentEnded' }, async () => {
    const { appointmentId, ground } = order;
    const appointment = await loadAppointment(work, appointmentId);
    const post = appointment && (await loadPostFacts(work, appointment.postId));
    if (!appointment || !post) return refuse('appointment.not_found');
    const today = await loadToday(work);
    const administrators = await loadAdministratorAppointments(work);
    const otherAdministrators = administrators.filter(({ id }) => id !== appointmentId);
    const atOnce = order.lastOn === null;
    const end = { lastOn: order.lastOn ?? today, atOnce, ground, note: order.note.trim() };
    const may = mayEnd({ post, appointment, otherAdministrators, today }, end, work.now);
    if (!may.ok) return may;
    await saveEnd(work, { appointmentId, lastOn: may.value.lastOn, atOnce, ground });
    const { postId, accountId } = appointment;
    return done({ postId, accountId, subjectId: appointmentId, ground, note: end.note });
  });
