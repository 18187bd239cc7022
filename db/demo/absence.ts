import { nameDeputy } from '../../modules/bodies/index.ts';
import type { Work } from '../../platform/work.ts';
import { computeDemoRows } from './demo-district.ts';
import { absence, demoSignIns } from './demo-sign-ins.ts';

const DAY_MS = 86_400_000;

/** Sends one director of the demo district away from today on, with the secretary standing in (代理) and signing. */
export async function playAbsence(work: Work): Promise<void> {
  const rows = computeDemoRows();
  const deputy = demoSignIns(rows).find(({ key }) => key === 'deputy');
  const post = rows.posts.find(({ kind, areaCode }) => kind === 'communityDirector' && areaCode === absence.community);
  if (!deputy || !post) throw new Error('The demo district lacks a director or a deputy for the absence');
  const dayOf = (at: Date) => new Intl.DateTimeFormat('sv-SE', { timeZone: rows.district.timeZone }).format(at);
  const named = await nameDeputy(work, 'administrator', {
    commandId: deputy.accountId,
    postId: post.id,
    accountId: deputy.accountId,
    fromOn: dayOf(work.now),
    toOn: dayOf(new Date(work.now.getTime() + absence.days * DAY_MS)),
    reason: absence.reason,
    maySign: true,
  });
  if (!named.ok) throw new Error(`The director could not be sent away: ${named.code}`);
}
