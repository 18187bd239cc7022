import type { Work } from '../../../platform/work.ts';
import { committeeKinds, listBodies, type Body } from '../../bodies/index.ts';
import { tierOf } from '../rules/meeting.ts';
import { findMeeting, type Meeting } from '../store/meeting-store.ts';

/** One joint meeting (联席会); undefined outside the reach of the work. */
export const findMeetingInReach = (work: Work, id: string): Promise<Meeting | undefined> => findMeeting(work, id);

/** Whom a decision of the meeting can go to (承办单位、上报单位): who solves it here, and who is above or beside; never up to who holds it. */
export async function listDecisionBodies(work: Work, { areaCode }: Meeting): Promise<{ here: Body[]; up: Body[] }> {
  const under = (kind: Body['kind']) => listBodies(work, { kind, underArea: areaCode });
  if (tierOf(areaCode) === 'district')
    return {
      here: [...(await under('department')), ...(await under('taskGroup')), ...(await under('subdistrictOffice'))],
      up: [],
    };
  const street = [...(await under('taskGroup')), ...(await under('subdistrictOffice'))];
  const district = [
    ...(await listBodies(work, { kind: 'districtCentre' })),
    ...(await listBodies(work, { kind: 'department' })),
  ];
  const { actor } = work;
  const isOwn = ({ bodyId }: Body): boolean => actor.kind === 'worker' && bodyId === actor.bodyId;
  const communities = await listBodies(work, { kinds: committeeKinds, underArea: areaCode });
  return {
    here: [...communities, ...street, ...(await under('propertyManager'))],
    up: [...street, ...district].filter((body) => !isOwn(body)),
  };
}
