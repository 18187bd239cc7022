import { Secret, TOTP } from 'otpauth';

const period = 30;
/** One half minute before and after: a phone's clock may be off by that much. */
const window = 1;

const totpOf = (secret: string, labels: { issuer?: string; label?: string } = {}) =>
  new TOTP({ ...labels, algorithm: 'SHA1', digits: 6, period, secret: Secret.fromBase32(secret) });

/** Makes the key of a second factor (两步验证密钥): 160 bits in base 32. */
export const makeFactorSecret = (): string => new Secret({ size: 20 }).base32;

/** The address that a QR code carries to the person's app. */
export const factorAddress = (secret: string, labels: { issuer: string; label: string }): string =>
  totpOf(secret, labels).toString();

/** Brings a typed code into its form: full-width digits become digits, spaces and hyphens go. */
export const readDigits = (typed: string): string => typed.slice(0, 40).normalize('NFKC').replace(/[\s-]/g, '');

/**
 * Finds which half minute a code belongs to (动态码).
 *
 * @param lastStep the step of the last code that was accepted; a code of it or of an earlier one is not accepted again
 * @returns the number of the half minute, to be stored as the last one; undefined when the code is not right
 * @source RFC 6238, 5.2: a code must be accepted once only
 */
export function findCodeStep(secret: string, typed: string, lastStep: number, now: Date): number | undefined {
  const token = readDigits(typed);
  if (!/^[0-9]{6}$/.test(token)) return undefined;
  const delta = totpOf(secret).validate({ token, timestamp: now.getTime(), window });
  if (delta === null) return undefined;
  const step = Math.floor(now.getTime() / 1000 / period) + delta;
  return step > lastStep ? step : undefined;
}
