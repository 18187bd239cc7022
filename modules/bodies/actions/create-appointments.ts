import type { Work } from '../../../platform/work.ts';
import type { NewAppointment } from '../contract/post.ts';
import { saveAppointments } from '../store/post-store.ts';

/** Appoints people to posts (任职) in bulk; a post has at most one holder without an end. */
export async function createAppointments(work: Work, list: readonly NewAppointment[]): Promise<void> {
  await saveAppointments(work, list);
}
