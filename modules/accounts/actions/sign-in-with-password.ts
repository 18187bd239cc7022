import type { Kysely } from 'kysely';
import type { Database } from '../../../platform/db/database.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { done, refuse } from '../../../platform/result.ts';
import type { Result } from '../../../platform/result.ts';
import { noScope } from '../../../platform/work.ts';
import type { SignIn } from '../contract/account.ts';
import { countAttempt, refuseAttempt } from '../rules/attempt.ts';
import { verifyPassword } from '../rules/password.ts';
import { loadAccountForSignIn, saveAttempts } from '../store/account-store.ts';
import { openSession } from '../store/session-store.ts';

export type PasswordSignIn = {
  readonly districtId: number;
  readonly login: string;
  readonly password: string;
  readonly now: Date;
};

/**
 * Signs a person in with login and password (登录).
 *
 * Takes the database and not an open transaction: the attempt must stay counted although the answer is a refusal,
 * and no connection is held while the password is being checked.
 *
 * @returns the session's token and the account, or a refusal:
 *   - `session.wrong_login`: unknown login or wrong password; the answer does not say which
 *   - `session.locked`: five wrong passwords in a row; `minutes` says how long to wait
 */
export async function signInWithPassword(
  db: Kysely<Database>,
  input: PasswordSignIn,
): Promise<Result<SignIn, 'session.wrong_login' | 'session.locked'>> {
  const door = { districtId: input.districtId, scope: noScope, actor: { kind: 'public' }, now: input.now } as const;

  const counted = await inTransaction(db, door, async (work) => {
    const account = await loadAccountForSignIn(work, input.login);
    if (!account) return done(undefined);
    const attempt = countAttempt(account, work.now);
    if (!attempt.ok) return attempt;
    await saveAttempts(work, account.id, attempt.value);
    return done({ account, attempt: attempt.value });
  });
  if (!counted.ok) return counted;

  const fits = await verifyPassword(input.password, counted.value?.account.passwordHash ?? null);
  if (!counted.value) return refuse('session.wrong_login');
  const { account, attempt } = counted.value;
  if (!fits) return refuseAttempt(attempt, input.now);

  return inTransaction(db, door, async (work) => {
    await saveAttempts(work, account.id, { failedAttempts: 0, lockedUntil: null });
    return done({ token: await openSession(work, account.id), accountId: account.id });
  });
}
