import type { Work } from '../../../platform/work.ts';
import { loadAppointment, loadPostFacts } from '../store/staff-store.ts';

/** Whether a post, or the one that an appointment is to, is an administrator's (管理员岗位). */
export async function isAdministrators(
  work: Work,
  place: { readonly postId: string } | { readonly appointmentId: string },
): Promise<boolean> {
  const postId = 'postId' in place ? place.postId : (await loadAppointment(work, place.appointmentId))?.postId;
  return postId !== undefined && (await loadPostFacts(work, postId))?.kind === 'districtAdministrator';
}
