import { timingSafeEqual } from 'node:crypto';
import type { Kysely } from 'kysely';
import { normalizeCode } from '../../../platform/crypto/code.ts';
import type { DistrictKeys } from '../../../platform/crypto/keys.ts';
import type { Database } from '../../../platform/db/database.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { done, refuse, type Result } from '../../../platform/result.ts';
import { areaScope } from '../../../platform/work.ts';
import { findMatterIdByNumber, readMatterNumber } from '../../matters/index.ts';
import { followCodeOf } from '../rules/follow-code.ts';
import { countWrongCode, mayTryCode } from '../rules/follow-lock.ts';
import { deleteAttempts, loadAttemptsForChange, saveAttempts } from '../store/code-attempt-store.ts';

/**
 * Opens a request to someone who has its number and code (凭码查询). The try is counted even when it is refused, so this
 * keeps its own transaction.
 *
 * @returns the matter; or a refusal: `follow.wrong_code`, the same for a number that does not exist, or
 *   `follow.locked` with the minutes left
 */
export async function showCode(
  db: Kysely<Database>,
  shown: { readonly districtId: number; readonly number: string; readonly code: string; readonly now: Date },
  keys: DistrictKeys,
): Promise<Result<{ matterId: string }, 'follow.wrong_code' | 'follow.locked'>> {
  const { districtId, now } = shown;
  const number = readMatterNumber(shown.number);
  if (!number) return refuse('follow.wrong_code');
  const answer = await inTransaction(
    db,
    { districtId, now, actor: { kind: 'public' }, scope: areaScope('') },
    async (work) => {
      const [attempts, matterId] = await Promise.all([
        loadAttemptsForChange(work, number),
        findMatterIdByNumber(work, number),
      ]);
      const may = mayTryCode(attempts, now);
      if (!may.ok) return { refused: may };
      if (matterId && isSame(followCodeOf(keys, matterId), normalizeCode(shown.code))) {
        if (attempts) await deleteAttempts(work, number);
        return { matterId };
      }
      await saveAttempts(work, number, countWrongCode(attempts, now));
      return { refused: refuse('follow.wrong_code') };
    },
  );
  return 'matterId' in answer ? done({ matterId: answer.matterId }) : answer.refused;
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
