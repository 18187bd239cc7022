import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { done, refuse, type Result } from '../../../platform/result.ts';

/**
 * Reads a telephone number (联系电话) as people type it: spaces, dashes, full-width digits, with or without +86.
 *
 * @returns E.164, `null` when nothing was typed; or the refusal `request.phone_unreadable`
 */
export function readPhone(typed: string): Result<string | null, 'request.phone_unreadable'> {
  const plain = typed.normalize('NFKC').trim();
  if (plain === '') return done(null);
  const phone = parsePhoneNumberFromString(plain, 'CN');
  return phone?.isPossible() && /^\+?[0-9\s()-]+$/.test(plain)
    ? done(phone.number)
    : refuse('request.phone_unreadable');
}
