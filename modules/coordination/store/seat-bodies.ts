import type { Work } from '../../../platform/work.ts';
import { committeeKinds, listBodies, type Body } from '../../bodies/index.ts';
import { loadSeats, type Meeting } from './meeting-store.ts';

/** The bodies that belong to the joint meeting of a sub-district (应到单位): its communities, as they stand today. */
export const listSeatBodies = (work: Work, areaCode: string): Promise<Body[]> =>
  listBodies(work, { kinds: committeeKinds, underArea: areaCode });

/** How many of the bodies that belong to the meeting nobody has noted anything of. */
export async function countSeatsOpen(work: Work, meeting: Meeting): Promise<number> {
  const noted = new Set((await loadSeats(work, meeting.id)).map(({ bodyId }) => bodyId));
  return (await listSeatBodies(work, meeting.areaCode)).filter(({ bodyId }) => !noted.has(bodyId)).length;
}
