import type { Kysely } from 'kysely';
import { blindIndex, seal } from '../../../platform/crypto/cipher.ts';
import type { DistrictKeys } from '../../../platform/crypto/keys.ts';
import type { Database } from '../../../platform/db/database.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { done, refuse, type Result } from '../../../platform/result.ts';
import { noScope } from '../../../platform/work.ts';
import type { SendPhoneCode } from '../contract/resident.ts';
import { phoneGates } from '../rules/gates.ts';
import { networkOf } from '../rules/network.ts';
import {
  computeCodeEnd,
  hashPhoneCode,
  isMobile,
  makePhoneCode,
  phoneCodeMinutes,
  phoneContext,
} from '../rules/phone-code.ts';
import { hashToken, makeToken } from '../rules/token.ts';
import { savePhoneCode } from '../store/resident-store.ts';
import { passGates } from './pass-gates.ts';

/**
 * Sends a six-digit code to a phone (短信验证码), whether or not the number is known here: nothing in the answer tells.
 * The code belongs to the browser that asked, so nobody else can use up its tries.
 *
 * @param phone E.164
 * @returns the secret of this browser's attempt; or a refusal: `resident.not_mobile`; `resident.locked` with `minutes`:
 *   too many codes for this number or from this network
 */
export async function requestPhoneCode(
  db: Kysely<Database>,
  input: { readonly districtId: number; readonly phone: string; readonly address: string; readonly now: Date },
  keys: DistrictKeys,
  send: SendPhoneCode,
): Promise<Result<{ flow: string }, 'resident.not_mobile' | 'resident.locked'>> {
  const { districtId, phone, now } = input;
  if (!isMobile(phone)) return refuse('resident.not_mobile');
  const door = { districtId, scope: noScope, actor: { kind: 'public' }, now } as const;
  const phoneIndex = blindIndex(keys.index, 'phone', phone);
  const passed = await passGates(db, door, phoneGates(phoneIndex, networkOf(input.address)));
  if (!passed.ok) return refuse('resident.locked', passed.details);
  const flow = makeToken(districtId);
  const code = makePhoneCode();
  await inTransaction(db, door, (work) =>
    savePhoneCode(work, {
      flowHash: hashToken(flow),
      phoneIndex,
      phoneSealed: seal(keys.field, phone, phoneContext),
      codeHash: hashPhoneCode(keys.index, flow, code),
      expiresAt: computeCodeEnd(now),
    }),
  );
  await send({ phone, code, minutes: phoneCodeMinutes });
  return done({ flow });
}
