import { deriveCode } from '../../../platform/crypto/code.ts';
import type { DistrictKeys } from '../../../platform/crypto/keys.ts';
import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import type { AccountEventKind } from '../contract/event.ts';
import type { AccountState } from '../contract/account.ts';
import { readLogin, readName, readReason } from '../rules/login.ts';
import { hashPassword } from '../rules/password.ts';
import {
  loadAccountByLogin,
  loadAccountForChange,
  saveNewAccount,
  savePassword,
  saveState,
} from '../store/account-store.ts';
import { removeDevices } from '../store/device-store.ts';
import { findEvent, saveEvent } from '../store/event-store.ts';
import { removeFactorRows } from '../store/factor-store.ts';
import { removeSessionsOf } from '../store/session-store.ts';

/** What an administrator of accounts sends: made once on the screen, so that pressing twice does it once. */
export type Administering = {
  readonly commandId: string;
  readonly accountId: string;
  readonly reason: string;
  readonly byAccountId: string;
};
type Refusals =
  | 'account.not_found'
  | 'account.own'
  | 'account.ended'
  | 'account.reason_needed'
  | 'account.other_command';

/** Twelve characters in three groups, the same for the same command: a retry shows the same, and nothing is stored in clear. */
function firstPassword(keys: DistrictKeys, commandId: string): string {
  const code = deriveCode(keys.code, `first password ${commandId}`, 12).toLowerCase();
  return [code.slice(0, 4), code.slice(4, 8), code.slice(8)].join('-');
}

/**
 * Creates an account (新建账号) with a first password, which the person must change at the first sign-in.
 *
 * @returns the account and the first password, to be handed over; or a refusal: `account.login_shape`,
 *   `account.name_shape`, `account.login_taken`
 */
export async function createAccount(
  work: Work,
  input: {
    readonly commandId: string;
    readonly login: string;
    readonly nameZh: string;
    readonly nameEn: string;
    readonly byAccountId: string;
  },
  keys: DistrictKeys,
): Promise<
  Result<
    { accountId: string; login: string; firstPassword: string },
    'account.login_shape' | 'account.name_shape' | 'account.login_taken'
  >
> {
  const login = readLogin(input.login);
  if (login === undefined) return refuse('account.login_shape');
  const [nameZh, nameEn] = [readName(input.nameZh), readName(input.nameEn)];
  if (nameZh === undefined || nameEn === undefined) return refuse('account.name_shape');
  const password = firstPassword(keys, input.commandId);
  const accountId = input.commandId;
  const passwordHash = await hashPassword(password);
  const isNew = await saveNewAccount(work, { id: accountId, login, nameZh, nameEn, passwordHash });
  if (isNew) await saveEvent(work, { accountId, kind: 'created', byAccountId: input.byAccountId });
  else if ((await loadAccountByLogin(work, login))?.id !== accountId) return refuse('account.login_taken');
  return done({ accountId, login, firstPassword: password });
}

/**
 * Gives an account a new first password (重置密码): all its sessions end, and no browser counts as known.
 *
 * @returns the first password, to be handed over; or a refusal of `beginAdministering`
 */
export async function resetPassword(
  work: Work,
  input: Administering,
  keys: DistrictKeys,
): Promise<Result<{ firstPassword: string }, Refusals>> {
  const password = firstPassword(keys, input.commandId);
  const hash = await hashPassword(password);
  const begun = await administer(work, input, 'passwordReset', async () => {
    await savePassword(work, input.accountId, { hash, mustChange: true });
    await closeAll(work, input.accountId);
  });
  return begun.ok ? done({ firstPassword: password }) : begun;
}

/** Takes away a second factor whose owner has lost the phone (重置两步验证); all sessions end. */
export const resetFactor = (work: Work, input: Administering): Promise<Result<null, Refusals>> =>
  administer(work, input, 'factorReset', async () => {
    await removeFactorRows(work, input.accountId);
    await closeAll(work, input.accountId);
  });

/** Closes an account for a while, opens it again, or ends it for good (停用、恢复、注销); access is gone at once. */
export const setAccountState = (
  work: Work,
  input: Administering & { readonly to: AccountState },
): Promise<Result<null, Refusals>> =>
  administer(work, input, stateEvents[input.to], async () => {
    await saveState(work, input.accountId, input.to);
    if (input.to !== 'active') await closeAll(work, input.accountId);
  });

const stateEvents = { active: 'unlocked', locked: 'locked', ended: 'ended' } as const;

/**
 * Does one thing to somebody else's account, once, with its reason.
 *
 * @returns done, or a refusal: `account.reason_needed`; `account.not_found`; `account.own`: for one's own account another
 *   administrator is needed; `account.ended`; `account.other_command`: the command was something else
 */
async function administer(
  work: Work,
  { commandId, accountId, reason, byAccountId }: Administering,
  kind: AccountEventKind,
  act: () => Promise<void>,
): Promise<Result<null, Refusals>> {
  const said = readReason(reason);
  if (said === undefined) return refuse('account.reason_needed');
  const account = await loadAccountForChange(work, accountId);
  if (!account) return refuse('account.not_found');
  if (accountId === byAccountId) return refuse('account.own');
  const before = await findEvent(work, commandId);
  if (before)
    return before.accountId === accountId && before.kind === kind ? done(null) : refuse('account.other_command');
  if (account.state === 'ended') return refuse('account.ended');
  await act();
  await saveEvent(work, { id: commandId, accountId, kind, byAccountId, reason: said });
  return done(null);
}

async function closeAll(work: Work, accountId: string): Promise<void> {
  await removeSessionsOf(work, accountId);
  await removeDevices(work, accountId);
}
