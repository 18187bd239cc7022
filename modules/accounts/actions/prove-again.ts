import type { Kysely } from 'kysely';
import type { Database } from '../../../platform/db/database.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { done, refuse, type Result } from '../../../platform/result.ts';
import { noScope } from '../../../platform/work.ts';
import type { LiveSession, Origin } from '../contract/account.ts';
import type { DistrictKeys } from '../../../platform/crypto/keys.ts';
import { gatesFor } from '../rules/gates.ts';
import { networkOf } from '../rules/network.ts';
import { verifyPassword } from '../rules/password.ts';
import { isSignInFresh } from '../rules/session-life.ts';
import { loadAccountByLogin } from '../store/account-store.ts';
import { saveProof } from '../store/session-store.ts';
import { isRightCode } from './pass-factor.ts';
import { forgiveAtGates, passGates } from './pass-gates.ts';

type Proof = { readonly session: LiveSession; readonly password: string; readonly origin: Origin; readonly now: Date };

/**
 * Asks for the password of somebody who is signed in (再次确认身份). Tries count at a gate of the session's own, so that an
 * open screen is no place to guess, and nobody else is closed out.
 *
 * @returns done with the hash that it fits, or a refusal: `password.wrong`, `password.none`, `session.locked`
 */
export async function provePassword(
  db: Kysely<Database>,
  { session, password, origin, now }: Proof,
): Promise<Result<string, 'password.wrong' | 'password.none' | 'session.locked'>> {
  const door = { districtId: session.districtId, scope: noScope, actor: { kind: 'public' }, now } as const;
  const account = await inTransaction(db, door, (work) => loadAccountByLogin(work, session.login));
  const hash = account?.passwordHash;
  if (!hash) return refuse('password.none');
  const guessed = { kind: 'password', name: session.login } as const;
  const gates = gatesFor(guessed, networkOf(origin.address), `session ${session.sessionId}`);
  const passed = await passGates(db, door, gates);
  if (!passed.ok) return passed;
  if (!(await verifyPassword(password, hash))) return refuse('password.wrong');
  await inTransaction(db, door, (work) => forgiveAtGates(work, gates));
  return done(hash);
}

/**
 * Makes sure that it is still the person who signed in (敏感操作前确认): within ten minutes of signing in nothing is asked;
 * after that the password, where the account has one.
 */
export async function proveFresh(
  db: Kysely<Database>,
  proof: Proof,
): Promise<Result<null, 'password.wrong' | 'session.locked'>> {
  if (isSignInFresh(proof.session.provedAt, proof.now)) return done(null);
  const proved = await provePassword(db, proof);
  if (proved.ok || proved.code === 'password.none') return done(null);
  return refuse(proved.code, proved.details);
}

/**
 * Takes password and code of somebody who is signed in, as far as the account has them (再次确认身份), and notes it in the
 * session, so that for ten minutes nothing more is asked.
 *
 * @returns done, or a refusal: `password.wrong`, `factor.wrong_code`, `session.locked`
 */
export async function proveAgain(
  db: Kysely<Database>,
  { code, ...proof }: Proof & { readonly code: string },
  keys: DistrictKeys,
): Promise<Result<null, 'password.wrong' | 'factor.wrong_code' | 'session.locked'>> {
  const { session, origin, now } = proof;
  const { districtId, accountId, sessionId, hasFactor } = session;
  const proved = await provePassword(db, proof);
  if (!proved.ok && proved.code !== 'password.none') return refuse(proved.code, proved.details);
  const door = { districtId, scope: noScope, actor: { kind: 'public' }, now } as const;
  const gates = gatesFor({ kind: 'factor', name: accountId }, networkOf(origin.address), `session ${sessionId}`);
  const passed = hasFactor ? await passGates(db, door, gates) : done(null);
  if (!passed.ok) return passed;
  return inTransaction(db, door, async (work) => {
    if (hasFactor && !(await isRightCode(work, accountId, code, keys))) return refuse('factor.wrong_code');
    if (hasFactor) await forgiveAtGates(work, gates);
    await saveProof(work, sessionId);
    return done(null);
  });
}
