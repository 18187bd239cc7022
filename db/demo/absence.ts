import { nameDeputy } from '../../modules/bodies/index.ts';
import type { Work } from '../../platform/work.ts';
import { computeDemoRows } from './demo-district.ts';
import { absence, demoSignIns } from './demo-sign-ins.ts';
import { officerAway } from './information-officers.ts';

const DAY_MS = 86_400_000;

/**
 * Sends one director of the demo district away from today on, with the secretary standing in (代理) and signing, and one
 * information officer, whom a colleague of the same bureau stands in for.
 */
export async function playAbsence(work: Work): Promise<void> {
  const rows = computeDemoRows();
  const deputy = demoSignIns(rows).find(({ key }) => key === 'deputy');
  const post = rows.posts.find(({ kind, areaCode }) => kind === 'communityDirector' && areaCode === absence.community);
  const bureau = rows.bodies.find(({ nameZh }) => nameZh.endsWith(officerAway.bureau));
  const inBureau = rows.posts.filter(({ bodyId }) => bodyId === bureau?.id);
  const officer = inBureau.find(({ kind }) => kind === 'informationOfficer');
  const clerk = inBureau.find(({ kind }) => kind === 'departmentClerk');
  const colleague = rows.appointments.find(({ postId }) => postId === clerk?.id);
  if (!deputy || !post || !officer || !colleague) throw new Error('The demo district lacks somebody for the absences');
  await sendAway(work, post.id, deputy.accountId, { ...absence, maySign: true });
  await sendAway(work, officer.id, colleague.accountId, { ...officerAway, maySign: false });
}

async function sendAway(
  work: Work,
  postId: string,
  accountId: string,
  { days, reason, maySign }: { readonly days: number; readonly reason: string; readonly maySign: boolean },
): Promise<void> {
  const { timeZone } = computeDemoRows().district;
  const dayOf = (at: Date) => new Intl.DateTimeFormat('sv-SE', { timeZone }).format(at);
  const named = await nameDeputy(work, 'administrator', {
    commandId: accountId,
    postId,
    accountId,
    fromOn: dayOf(work.now),
    toOn: dayOf(new Date(work.now.getTime() + days * DAY_MS)),
    reason,
    maySign,
  });
  if (!named.ok) throw new Error(`Nobody could be sent away: ${named.code}`);
}
