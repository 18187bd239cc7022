import { dictionary } from '@zxcvbn-ts/language-common';
import { done, refuse, type Result } from '../../../platform/result.ts';
import { simpleWords } from './simple-words.ts';

const shortest = 10;
const longest = 200;
const fewestDifferent = 5;

/** Passwords known from leaks, as zxcvbn-ts keeps them; 49,000 in version 4.1.3. */
const leaked: ReadonlySet<string> = new Set(dictionary['passwords-common']);

export type PasswordOwner = { readonly login: string; readonly nameZh: string; readonly nameEn: string };
export type PasswordFault =
  | 'password.too_short'
  | 'password.too_long'
  | 'password.has_name'
  | 'password.leaked'
  | 'password.simple'
  | 'password.only_digits';

/**
 * Says whether somebody may take this password (口令要求). Length counts, not a mix of signs; what is guessed first is
 * refused: leaked passwords, the login or the name (also its pinyin, turned round, or its initials with digits), words
 * like woaini with digits around them, digits alone (birthdays, telephone numbers), a few characters over and over.
 *
 * @returns done, or a refusal: `password.too_short` (under 10 characters) or `password.too_long` (over 200) with `count`;
 *   `password.has_name`; `password.only_digits`; `password.leaked`; `password.simple`
 * @source NIST SP 800-63B-4, 3.1.1.2 (length, block list, no composition rules); the list of words is our own
 */
export function checkPassword(password: string, owner: PasswordOwner): Result<undefined, PasswordFault> {
  const plain = password.normalize('NFKC');
  const count = [...plain].length;
  if (count < shortest) return refuse('password.too_short', { count });
  if (count > longest) return refuse('password.too_long', { count });
  const lower = plain.toLowerCase();
  if (/^[\d\s.,/+-]+$/.test(lower)) return refuse('password.only_digits');
  if (hasName(lower, owner)) return refuse('password.has_name');
  if (leaked.has(lower)) return refuse('password.leaked');
  return isSimple(lower) ? refuse('password.simple') : done(undefined);
}

/** Letters alone, with the signs that people put for letters read back: p@ssw0rd. */
const lettersOf = (lower: string): string =>
  lower
    .replace(/[^a-z]+$/, '')
    .replaceAll('@', 'a')
    .replaceAll('$', 's')
    .replaceAll('0', 'o')
    .replace(/[^a-z]/g, '');
const plainLetters = (lower: string): string => lower.replace(/[^a-z]/g, '');
/** Digits and signs only; a letter of any script would be something of one's own. */
const restOf = (lower: string): string => lower.replace(/[a-z]/g, '');
const isFiller = (rest: string): boolean => !/\p{L}/u.test(rest);

function hasName(lower: string, { login, nameZh, nameEn }: PasswordOwner): boolean {
  const words = nameEn
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean);
  const wholes = [login, nameZh, login.replace(/[.-]/g, ''), words.join(''), words.toReversed().join('')];
  if (wholes.some((name) => [...name].length >= 2 && !/^[a-z]{2}$/.test(name) && lower.includes(name))) return true;
  const initials = words.map((word) => word[0]).join('');
  const letters = plainLetters(lower);
  return isFiller(restOf(lower)) && (words.includes(letters) || letters === initials);
}

function isSimple(lower: string): boolean {
  if (new Set(lower).size < fewestDifferent) return true;
  const repeated = /^(.{1,6}?)\1+.?$/u.test(lower);
  if (repeated) return true;
  if (!isFiller(restOf(lower))) return false;
  return [plainLetters(lower), lettersOf(lower)].some((letters) => letters.length <= 3 || isMadeOfSimple(letters));
}

/** One simple word, or two of them side by side. */
function isMadeOfSimple(letters: string): boolean {
  if (simpleWords.has(letters)) return true;
  for (let cut = 2; cut < letters.length - 1; cut += 1)
    if (simpleWords.has(letters.slice(0, cut)) && simpleWords.has(letters.slice(cut))) return true;
  return false;
}
