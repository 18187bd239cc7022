import { chooseActingPost, signInDemo } from '../../modules/accounts/index.ts';
import type { DistrictRows } from '../../db/district/rows.ts';
import type { Work } from '../../platform/work.ts';

/** One community as a trial works in it: who accepts there, and who takes what is escalated. */
export type Desk = {
  readonly community: string;
  readonly directorCookie: string;
  readonly taskGroupCookie: string;
  /** Of the head of the district's dispatch centre. */
  readonly districtCookie: string;
};

const origin = { address: '127.0.0.1', device: null, deviceName: '' };

/** Signs in the heads of all communities and task groups of the demo district, and gives their cookies. */
export async function openDesks(work: Work, rows: DistrictRows): Promise<readonly Desk[]> {
  const cookieOf = async (kind: string, areaCode: string): Promise<string | undefined> => {
    const body = rows.bodies.find((one) => one.kind === kind && one.areaCode === areaCode);
    const posts = rows.posts.filter((one) => one.bodyId === body?.id && one.isHead);
    const held = rows.appointments.find(({ postId, toOn }) => toOn === null && posts.some(({ id }) => id === postId));
    if (!held) return undefined;
    const signedIn = await signInDemo(work, { accountId: held.accountId, origin, replaces: null });
    if (!signedIn.ok) throw new Error(`account ${held.accountId} is not one of the demo district`);
    await chooseActingPost(work, { token: signedIn.value.token, postId: held.postId });
    return `linli_session=${signedIn.value.token}`;
  };
  const districtCookie = await cookieOf('districtCentre', String(work.districtId));
  if (!districtCookie) throw new Error('the demo district has no head of its dispatch centre');
  const taskGroups = new Map<string, string | undefined>();
  const desks: Desk[] = [];
  for (const { code } of rows.areas) {
    if (code.length === 9) taskGroups.set(code, await cookieOf('taskGroup', code));
    if (code.length !== 12) continue;
    const directorCookie = (await cookieOf('residentsCommittee', code)) ?? (await cookieOf('villagersCommittee', code));
    const taskGroupCookie = taskGroups.get(code.slice(0, 9));
    if (directorCookie && taskGroupCookie)
      desks.push({ community: code, directorCookie, taskGroupCookie, districtCookie });
  }
  if (desks.length === 0) throw new Error('no community of the demo district has both a head and a task group');
  return desks;
}
