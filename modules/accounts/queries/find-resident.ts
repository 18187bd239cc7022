import type { Kysely } from 'kysely';
import { open } from '../../../platform/crypto/cipher.ts';
import type { DistrictKeys } from '../../../platform/crypto/keys.ts';
import type { Database } from '../../../platform/db/database.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { noScope } from '../../../platform/work.ts';
import type { LiveResident } from '../contract/resident.ts';
import { isResidentAlive, phoneContext } from '../rules/phone-code.ts';
import { isUseWorthNoting } from '../rules/session-life.ts';
import { hashToken, readTokenDistrict } from '../rules/token.ts';
import { loadResidentSession, saveResidentSeen } from '../store/resident-store.ts';

/**
 * Finds the resident (居民会话) behind a token; undefined when it is unknown or of another district, seven days unused,
 * or older than thirty.
 */
export async function findResident(
  db: Kysely<Database>,
  { districtId, token, now }: { readonly districtId: number; readonly token: string; readonly now: Date },
  keys: DistrictKeys,
): Promise<LiveResident | undefined> {
  if (readTokenDistrict(token) !== districtId) return undefined;
  return inTransaction(db, { districtId, scope: noScope, actor: { kind: 'public' }, now }, async (work) => {
    const row = await loadResidentSession(work, hashToken(token));
    if (!row || !isResidentAlive(row, now)) return undefined;
    if (isUseWorthNoting(row, now)) await saveResidentSeen(work, hashToken(token));
    return { phone: open(keys.field, row.phoneSealed, phoneContext), phoneIndex: row.phoneIndex };
  });
}
