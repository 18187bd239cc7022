import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import type { Origin, SignIn } from '../contract/account.ts';
import { loadAccountForChange } from '../store/account-store.ts';
import { findLinked, type SsoSubject } from '../store/link-store.ts';
import { beginSession } from './begin-session.ts';

/**
 * Signs in somebody whom the single sign-on has named (单点登录). Only a link made beforehand counts; a name or an e-mail
 * address that looks the same never does. Who has set up a second factor here is asked for its code here too.
 *
 * @returns the session, or a refusal: `sso.not_linked`, or `account.closed`
 */
export async function signInWithSso(
  work: Work,
  input: SsoSubject & { readonly origin: Origin; readonly replaces: string | null },
): Promise<Result<SignIn, 'sso.not_linked' | 'account.closed'>> {
  const accountId = await findLinked(work, input);
  const account = accountId === undefined ? undefined : await loadAccountForChange(work, accountId);
  if (!account) return refuse('sso.not_linked');
  if (account.state !== 'active') return refuse('account.closed');
  return done(
    await beginSession(work, { accountId: account.id, way: 'sso', origin: input.origin, replaces: input.replaces }),
  );
}
