import { deriveCode } from '../../../platform/crypto/code.ts';
import type { DistrictKeys } from '../../../platform/crypto/keys.ts';

/** Characters of a follow code; eight of 31 signs are about 40 bits; `follow-lock.ts` says how many are looked at. */
const CODE_LENGTH = 8;

/** The code by which the person who asked follows a request (查询码): derived from the district's key, never stored. */
export const followCodeOf = (keys: DistrictKeys, matterId: string): string =>
  deriveCode(keys.code, matterId, CODE_LENGTH);

/** The code as it is printed, in two groups. */
export const formatCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;
