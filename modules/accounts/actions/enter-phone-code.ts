import { timingSafeEqual } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { DistrictKeys } from '../../../platform/crypto/keys.ts';
import type { Database } from '../../../platform/db/database.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { done, refuse, type Result } from '../../../platform/result.ts';
import { noScope, type Work } from '../../../platform/work.ts';
import { phoneGuessGates } from '../rules/gates.ts';
import { networkOf } from '../rules/network.ts';
import { computeResidentExpiry, hashPhoneCode, isPhoneCodeAlive } from '../rules/phone-code.ts';
import { hashToken, makeToken } from '../rules/token.ts';
import {
  loadPhoneCodeForChange,
  openResidentSession,
  removePhoneCode,
  removeResidentSession,
  saveTries,
} from '../store/resident-store.ts';
import { forgiveAtGates, passGates } from './pass-gates.ts';

type Refusals = 'resident.wrong_code' | 'resident.code_over' | 'resident.locked';

/**
 * Signs a resident in who enters the code sent to their phone (居民登录). The try is counted before the code is looked at.
 *
 * @returns the token of the session; or a refusal: `resident.wrong_code`; `resident.code_over`: five minutes or five
 *   tries are over, or there was no code; `resident.locked` with `minutes`
 */
export async function enterPhoneCode(
  db: Kysely<Database>,
  input: { districtId: number; flow: string; code: string; address: string; now: Date },
  keys: DistrictKeys,
): Promise<Result<{ token: string }, Refusals>> {
  const { districtId, flow, now } = input;
  const door = { districtId, scope: noScope, actor: { kind: 'public' }, now } as const;
  const gates = phoneGuessGates(networkOf(input.address));
  const passed = await passGates(db, door, gates);
  if (!passed.ok) return refuse('resident.locked', passed.details);

  const flowHash = hashToken(flow);
  const answer = await inTransaction(db, door, async (work): Promise<{ refused: Refusals } | { token: string }> => {
    const kept = await loadPhoneCodeForChange(work, flowHash);
    if (!kept || !isPhoneCodeAlive(kept, now)) return { refused: 'resident.code_over' };
    if (!timingSafeEqual(kept.codeHash, hashPhoneCode(keys.index, flow, input.code))) {
      await saveTries(work, flowHash, kept.tries + 1);
      const isOver = !isPhoneCodeAlive({ ...kept, tries: kept.tries + 1 }, now);
      return { refused: isOver ? 'resident.code_over' : 'resident.wrong_code' };
    }
    await removePhoneCode(work, flowHash);
    await forgiveAtGates(work, gates);
    const token = makeToken(districtId);
    const { phoneIndex, phoneSealed } = kept;
    const expiresAt = computeResidentExpiry(now);
    await openResidentSession(work, { tokenHash: hashToken(token), phoneIndex, phoneSealed, expiresAt });
    return { token };
  });
  return 'token' in answer ? done({ token: answer.token }) : refuse(answer.refused);
}

/** Signs a resident out (居民退出). */
export const endResidentSession = (work: Work, token: string): Promise<void> =>
  removeResidentSession(work, hashToken(token));
