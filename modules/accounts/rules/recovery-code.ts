import { randomInt } from 'node:crypto';
import { blindIndex } from '../../../platform/crypto/cipher.ts';
import { codeAlphabet, normalizeCode } from '../../../platform/crypto/code.ts';

const howMany = 10;
const length = 10;

const makeOne = () => Array.from({ length }, () => codeAlphabet[randomInt(codeAlphabet.length)]).join('');

/** Makes ten recovery codes (恢复码), each good once; about 49 bits each, written in two halves. */
export const makeRecoveryCodes = (): string[] =>
  Array.from({ length: howMany }, makeOne).map((code) => `${code.slice(0, 5)}-${code.slice(5)}`);

/** Says whether what was typed is shaped like a recovery code rather than like six digits. */
export const isRecoveryShaped = (typed: string): boolean => {
  const code = normalizeCode(typed.slice(0, 40));
  return code.length === length && [...code].every((one) => codeAlphabet.includes(one));
};

/** What is stored of a recovery code: a keyed hash bound to the account. */
export const hashRecoveryCode = (indexKey: Uint8Array, accountId: string, typed: string): Uint8Array =>
  blindIndex(indexKey, `recovery ${accountId}`, normalizeCode(typed.slice(0, 40)));
