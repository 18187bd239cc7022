import type { Work } from '../../../platform/work.ts';
import type { AccountCard, OwnSession } from '../contract/account.ts';
import type { AccountEvent } from '../contract/event.ts';
import { loadAccountCard, loadAccountCards } from '../store/account-store.ts';
import { loadEvents, loadUntold } from '../store/event-store.ts';
import { countRecoveryCodes, loadRequirement, type RequirementWithAuthor } from '../store/factor-store.ts';
import { loadSessionsOf } from '../store/session-store.ts';

export type OwnAccount = AccountCard & {
  readonly recoveryCodesLeft: number;
  readonly sessions: readonly OwnSession[];
  readonly events: readonly AccountEvent[];
};

/** Finds one's own account (我的账号): how one signs in, where one is signed in, and what was done to the account. */
export async function findOwnAccount(work: Work, accountId: string): Promise<OwnAccount | undefined> {
  const card = await loadAccountCard(work, accountId);
  if (!card) return undefined;
  return {
    ...card,
    recoveryCodesLeft: await countRecoveryCodes(work, accountId),
    sessions: await loadSessionsOf(work, accountId),
    events: await loadEvents(work, accountId, 30),
  };
}

/** Lists what others did to the account and the person has not read yet (待告知), the earliest first. */
export const listUntold = (work: Work, accountId: string): Promise<AccountEvent[]> => loadUntold(work, accountId);

/** Lists accounts of the district for who administers them (账号管理), by login. */
export const listAccountCards = (
  work: Work,
  query: { readonly words: string; readonly after: string; readonly limit: number },
): Promise<AccountCard[]> => loadAccountCards(work, query);

/** Finds one account with what was done to it. */
export async function findAccountCard(
  work: Work,
  accountId: string,
): Promise<(AccountCard & { readonly events: readonly AccountEvent[] }) | undefined> {
  const card = await loadAccountCard(work, accountId);
  return card && { ...card, events: await loadEvents(work, accountId, 30) };
}

/** Finds who must have a second factor now, and who decided it (现行要求). */
export const findFactorRequirement = (work: Work): Promise<RequirementWithAuthor | undefined> => loadRequirement(work);
