import { open, seal } from '../../../platform/crypto/cipher.ts';
import type { DistrictKeys } from '../../../platform/crypto/keys.ts';
import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import type { LiveSession } from '../contract/account.ts';
import { factorContext } from '../rules/factor-context.ts';
import { factorAddress, findCodeStep, makeFactorSecret } from '../rules/one-time-code.ts';
import { hashRecoveryCode, makeRecoveryCodes } from '../rules/recovery-code.ts';
import { saveEvent } from '../store/event-store.ts';
import {
  loadFactorForChange,
  removeFactorRows,
  saveFactorUse,
  saveNewFactor,
  saveRecoveryCodes,
} from '../store/factor-store.ts';
import { openSession, removeSession } from '../store/session-store.ts';

/** The key of a second factor that waits for its first code: typed, or as the address that a QR code carries. */
export type OfferedFactor = { readonly key: string; readonly address: string };

/**
 * Begins to set up a second factor (设置两步验证): makes a key, which counts only once a code has shown that it arrived.
 *
 * @param issuer what the person's app shows above the code
 * @returns the key; or the refusal `factor.set_already`
 */
export async function offerFactor(
  work: Work,
  session: LiveSession,
  issuer: string,
  keys: DistrictKeys,
): Promise<Result<OfferedFactor, 'factor.set_already'>> {
  const { accountId, login } = session;
  const before = await loadFactorForChange(work, accountId);
  if (before?.confirmedAt) return refuse('factor.set_already');
  const key = makeFactorSecret();
  await saveNewFactor(work, accountId, seal(keys.field, key, factorContext(accountId)));
  return done({ key, address: factorAddress(key, { issuer, label: login }) });
}

/**
 * Confirms a second factor by its first code. From then on it is asked for at every sign-in; this session gets a new token.
 *
 * @returns the new token and ten recovery codes, shown this once; or a refusal: `factor.not_offered`,
 *   `factor.set_already`, `factor.wrong_code`
 */
export async function confirmFactor(
  work: Work,
  given: { readonly session: LiveSession; readonly token: string; readonly code: string },
  keys: DistrictKeys,
): Promise<
  Result<
    { token: string; recoveryCodes: readonly string[] },
    'factor.not_offered' | 'factor.set_already' | 'factor.wrong_code'
  >
> {
  const { accountId, way, device, actingPostId } = given.session;
  const factor = await loadFactorForChange(work, accountId);
  if (!factor) return refuse('factor.not_offered');
  if (factor.confirmedAt) return refuse('factor.set_already');
  const key = open(keys.field, factor.secretSealed, factorContext(accountId));
  const step = findCodeStep(key, given.code, factor.lastStep, work.now);
  if (step === undefined) return refuse('factor.wrong_code');
  await saveFactorUse(work, accountId, step);
  await saveEvent(work, { accountId, kind: 'factorSet' });
  const recoveryCodes = await makeCodes(work, accountId, keys);
  await removeSession(work, given.token);
  const token = await openSession(work, { accountId, way, deviceName: device, actingPostId });
  return done({ token, recoveryCodes });
}

/**
 * Makes ten new recovery codes (恢复码); the old ones are worth nothing.
 *
 * @returns the codes, shown this once; or the refusal `factor.not_set`
 */
export async function renewRecoveryCodes(
  work: Work,
  accountId: string,
  keys: DistrictKeys,
): Promise<Result<readonly string[], 'factor.not_set'>> {
  const factor = await loadFactorForChange(work, accountId);
  if (!factor?.confirmedAt) return refuse('factor.not_set');
  await saveEvent(work, { accountId, kind: 'recoveryCodesMade' });
  return done(await makeCodes(work, accountId, keys));
}

/**
 * Takes one's own second factor away (关闭两步验证).
 *
 * @param isRequired the district asks for it in a post that the person holds
 * @returns done; or the refusal `factor.required`
 */
export async function removeFactor(
  work: Work,
  { accountId, isRequired }: { readonly accountId: string; readonly isRequired: boolean },
): Promise<Result<null, 'factor.required'>> {
  if (isRequired) return refuse('factor.required');
  if (await removeFactorRows(work, accountId)) await saveEvent(work, { accountId, kind: 'factorRemoved' });
  return done(null);
}

async function makeCodes(work: Work, accountId: string, keys: DistrictKeys): Promise<readonly string[]> {
  const codes = makeRecoveryCodes();
  await saveRecoveryCodes(
    work,
    accountId,
    codes.map((code) => hashRecoveryCode(keys.index, accountId, code)),
  );
  return codes;
}
