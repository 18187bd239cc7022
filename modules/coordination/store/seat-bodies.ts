import type { Work } from '../../../platform/work.ts';
import { committeeKinds, listBodies, type Body } from '../../bodies/index.ts';
import { tierOf } from '../rules/meeting.ts';
import { loadSeats, type Meeting } from './meeting-store.ts';

/**
 * The bodies that belong to a meeting (应到单位), as they stand today: the communities of a sub-district; or, at the district, its
 * departments and the task groups of its sub-districts.
 */
export async function listSeatBodies(work: Work, areaCode: string): Promise<Body[]> {
  if (tierOf(areaCode) === 'subdistrict') return listBodies(work, { kinds: committeeKinds, underArea: areaCode });
  const under = (kind: Body['kind']) => listBodies(work, { kind, underArea: areaCode });
  return [...(await under('department')), ...(await under('taskGroup'))];
}

/** How many of the bodies that belong to the meeting nobody has noted anything of. */
export async function countSeatsOpen(work: Work, meeting: Meeting): Promise<number> {
  const noted = new Set((await loadSeats(work, meeting.id)).map(({ bodyId }) => bodyId));
  return (await listSeatBodies(work, meeting.areaCode)).filter(({ bodyId }) => !noted.has(bodyId)).length;
}
