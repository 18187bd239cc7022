import type { Kysely } from 'kysely';
import type { Database } from '../../../platform/db/database.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { refuse } from '../../../platform/result.ts';
import { done, type Result } from '../../../platform/result.ts';
import { noScope } from '../../../platform/work.ts';
import type { Origin, SignIn } from '../contract/account.ts';
import { gatesFor } from '../rules/gates.ts';
import { loginForm, readLogin } from '../rules/login.ts';
import { networkOf } from '../rules/network.ts';
import { hashPassword, isHashWeak, verifyPassword } from '../rules/password.ts';
import { hashToken } from '../rules/token.ts';
import { loadAccountByLogin, saveRehash } from '../store/account-store.ts';
import { isKnownDevice } from '../store/device-store.ts';
import { beginSession } from './begin-session.ts';
import { forgiveAtGates, passGates } from './pass-gates.ts';

export type PasswordSignIn = {
  readonly districtId: number;
  readonly login: string;
  readonly password: string;
  readonly origin: Origin;
  /** The browser's session so far, which ends. */
  readonly replaces: string | null;
  readonly now: Date;
};

/** Stands for the account of a login that nobody has, so that both ask the database the same. */
const nobody = '00000000-0000-0000-0000-000000000000';

/**
 * Signs a person in with login and password (登录). A hash made with less work than today's is made anew.
 *
 * Takes the database and not an open transaction: the try must stay counted although the answer is a refusal,
 * and no connection is held while the password is being checked.
 *
 * @returns the session's token and the account, or a refusal:
 *   - `session.wrong_login`: unknown login or wrong password; the answer does not say which, nor does its time
 *   - `session.locked`: too many wrong tries from here; `minutes` says how long to wait. A browser in which the person
 *     has signed in before is not closed by tries made elsewhere
 *   - `account.closed`: the password is right, but an administrator has closed the account
 */
export async function signInWithPassword(
  db: Kysely<Database>,
  input: PasswordSignIn,
): Promise<Result<SignIn, 'session.wrong_login' | 'session.locked' | 'account.closed'>> {
  const { districtId, origin, now } = input;
  const door = { districtId, scope: noScope, actor: { kind: 'public' }, now } as const;
  const login = readLogin(input.login);

  const { account, gates } = await inTransaction(db, door, async (work) => {
    const found = await loadAccountByLogin(work, login ?? '');
    const device = origin.device === null ? null : hashToken(origin.device);
    const isKnown = device !== null && (await isKnownDevice(work, found?.id ?? nobody, device));
    const guessed = { kind: 'password', name: login ?? loginForm(input.login) } as const;
    const known = isKnown && device !== null ? device.toString('base64url') : null;
    return { account: found, gates: gatesFor(guessed, networkOf(origin.address), known) };
  });
  const passed = await passGates(db, door, gates);
  if (!passed.ok) return passed;

  const hash = account?.passwordHash ?? null;
  const fits = await verifyPassword(input.password, hash);
  if (!account || hash === null || !fits) {
    const { closedMinutes: minutes } = passed.value;
    return minutes === null ? refuse('session.wrong_login') : refuse('session.locked', { minutes });
  }
  if (account.state !== 'active') return refuse('account.closed');
  const rehashed = isHashWeak(hash) ? await hashPassword(input.password) : null;

  return inTransaction(db, door, async (work) => {
    // Read again: an administrator may have closed the account or given another password meanwhile.
    const still = await loadAccountByLogin(work, account.login);
    if (still?.state !== 'active' || still.passwordHash !== hash) return refuse('session.wrong_login');
    await forgiveAtGates(work, gates);
    if (rehashed) await saveRehash(work, account.id, hash, rehashed);
    return done(await beginSession(work, { accountId: account.id, way: 'password', origin, replaces: input.replaces }));
  });
}
