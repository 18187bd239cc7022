import { createHmac } from 'node:crypto';

/** Without 0 O 1 I L: each character can be read aloud and copied by hand. 31 in number. */
export const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** The largest multiple of 31 in a byte; what lies above would favour the first characters. */
const fairBelow = 256 - (256 % codeAlphabet.length);

/**
 * Derives the code of a thing (查询码) from a key and the thing's id, so that it need not be stored.
 *
 * @param length characters; ten give about 49 bits
 * @returns characters of `codeAlphabet`, the same each time
 */
export function deriveCode(key: Uint8Array, id: string, length: number): string {
  let code = '';
  for (let round = 0; code.length < length; round += 1) {
    const bytes = createHmac('sha256', key).update(`code\0${id}\0${round}`, 'utf8').digest();
    for (const byte of bytes) if (byte < fairBelow) code += codeAlphabet[byte % codeAlphabet.length];
  }
  return code.slice(0, length);
}

/** Brings a code typed by a person into its form: capitals, no spaces or hyphens. */
export const normalizeCode = (typed: string): string => typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
