import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import { loadAccountForChange } from '../store/account-store.ts';
import { saveEvent } from '../store/event-store.ts';
import { findLinked, removeLinks, saveLink, type SsoSubject } from '../store/link-store.ts';

/**
 * Links an account to a subject of the single sign-on (关联单点登录): by the person, who has just shown both, or by an
 * administrator, who says whose subject it is.
 *
 * @param byAccountId the administrator; the same as `accountId`: the person themself
 * @returns done, or a refusal: `account.not_found`, or `sso.taken`: this subject or this account has a link already
 */
export async function linkSso(
  work: Work,
  input: SsoSubject & { readonly accountId: string; readonly byAccountId: string; readonly reason?: string },
): Promise<Result<null, 'account.not_found' | 'sso.taken'>> {
  const account = await loadAccountForChange(work, input.accountId);
  if (!account || account.state === 'ended') return refuse('account.not_found');
  if ((await findLinked(work, input)) === account.id) return done(null);
  if (!(await saveLink(work, input))) return refuse('sso.taken');
  await saveEvent(work, { accountId: account.id, kind: 'linked', ...byOther(input) });
  return done(null);
}

/** Takes the link away (解除关联); none there is as well. */
export async function unlinkSso(
  work: Work,
  input: { readonly accountId: string; readonly byAccountId: string; readonly reason?: string },
): Promise<void> {
  if (await removeLinks(work, input.accountId))
    await saveEvent(work, { accountId: input.accountId, kind: 'unlinked', ...byOther(input) });
}

const byOther = (input: { accountId: string; byAccountId: string; reason?: string }) =>
  input.byAccountId === input.accountId
    ? {}
    : { byAccountId: input.byAccountId, ...(input.reason === undefined ? {} : { reason: input.reason }) };
