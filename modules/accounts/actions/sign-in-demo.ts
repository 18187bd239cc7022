import { done, refuse } from '../../../platform/result.ts';
import type { Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import type { Origin, SignIn } from '../contract/account.ts';
import { isDemoAccount } from '../store/account-store.ts';
import { beginSession } from './begin-session.ts';

/**
 * Signs someone in as an invented person of the demo district (演示登录), without a password.
 *
 * @returns the session's token and the account, or the refusal `session.not_demo`: not an invented person
 */
export async function signInDemo(
  work: Work,
  input: { accountId: string; origin: Origin; replaces: string | null },
): Promise<Result<SignIn, 'session.not_demo'>> {
  if (!(await isDemoAccount(work, input.accountId))) return refuse('session.not_demo');
  return done(await beginSession(work, { ...input, way: 'demo' }));
}
