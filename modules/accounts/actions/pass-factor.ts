import type { Kysely } from 'kysely';
import { open } from '../../../platform/crypto/cipher.ts';
import type { DistrictKeys } from '../../../platform/crypto/keys.ts';
import type { Database } from '../../../platform/db/database.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { done, refuse, type Result } from '../../../platform/result.ts';
import { noScope, type Work } from '../../../platform/work.ts';
import type { Origin, SignIn } from '../contract/account.ts';
import { gatesFor } from '../rules/gates.ts';
import { networkOf } from '../rules/network.ts';
import { findCodeStep } from '../rules/one-time-code.ts';
import { hashRecoveryCode, isRecoveryShaped } from '../rules/recovery-code.ts';
import { isSessionAlive } from '../rules/session-life.ts';
import { hashToken } from '../rules/token.ts';
import { isKnownDevice } from '../store/device-store.ts';
import { saveEvent } from '../store/event-store.ts';
import { loadFactorForChange, saveFactorUse, useRecoveryCode } from '../store/factor-store.ts';
import { loadSession, openSession, removeSession } from '../store/session-store.ts';
import { factorContext } from '../rules/factor-context.ts';
import { rememberDevice } from './begin-session.ts';
import { forgiveAtGates, passGates } from './pass-gates.ts';

/**
 * Takes the code of the second factor (两步验证), or one of the recovery codes, for a session that waits for it. The
 * session then gets a new token; the old one is worth nothing.
 *
 * @returns the session, or a refusal: `session.needed`: no session waits; `factor.wrong_code`: not right, too old, or
 *   used before; `session.locked`
 */
export async function passFactor(
  db: Kysely<Database>,
  input: { districtId: number; token: string; code: string; origin: Origin; now: Date },
  keys: DistrictKeys,
): Promise<Result<SignIn, 'session.needed' | 'factor.wrong_code' | 'session.locked'>> {
  const { districtId, token, origin, now } = input;
  const door = { districtId, scope: noScope, actor: { kind: 'public' }, now } as const;
  const waiting = await inTransaction(db, door, async (work) => {
    const session = await loadSession(work, token);
    if (!session?.awaitsFactor || !isSessionAlive(session, now)) return undefined;
    const device = origin.device === null ? null : hashToken(origin.device);
    const isKnown = device !== null && (await isKnownDevice(work, session.accountId, device));
    return { session, known: isKnown && device !== null ? device.toString('base64url') : null };
  });
  if (!waiting) return refuse('session.needed');
  const { session, known } = waiting;
  const gates = gatesFor({ kind: 'factor', name: session.accountId }, networkOf(origin.address), known);
  const passed = await passGates(db, door, gates);
  if (!passed.ok) return passed;

  return inTransaction(db, door, async (work) => {
    const { accountId, way } = session;
    if (!(await isRightCode(work, accountId, input.code, keys))) return refuse('factor.wrong_code');
    await forgiveAtGates(work, gates);
    await removeSession(work, token);
    const opened = await openSession(work, { accountId, way, deviceName: origin.deviceName });
    return done({ token: opened, accountId, device: await rememberDevice(work, accountId, origin) });
  });
}

/** Whether it is the code of the moment, or a recovery code, of this account; either is worth something once. */
export async function isRightCode(work: Work, accountId: string, typed: string, keys: DistrictKeys): Promise<boolean> {
  const factor = await loadFactorForChange(work, accountId);
  if (!factor?.confirmedAt) return false;
  if (isRecoveryShaped(typed)) {
    const used = await useRecoveryCode(work, accountId, hashRecoveryCode(keys.index, accountId, typed));
    if (used) await saveEvent(work, { accountId, kind: 'recoveryCodeUsed' });
    return used;
  }
  const secret = open(keys.field, factor.secretSealed, factorContext(accountId));
  const step = findCodeStep(secret, typed, factor.lastStep, work.now);
  if (step === undefined) return false;
  await saveFactorUse(work, accountId, step);
  return true;
}
