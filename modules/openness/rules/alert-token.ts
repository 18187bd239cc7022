import { timingSafeEqual } from 'node:crypto';
import { blindIndex } from '../../../platform/crypto/cipher.ts';
import type { DistrictKeys } from '../../../platform/crypto/keys.ts';

type Keys = Pick<DistrictKeys, 'index'>;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MARK_BYTES = 18;
const markOf = (keys: Keys, id: string): Buffer =>
  Buffer.from(blindIndex(keys.index, 'alerts', id)).subarray(0, MARK_BYTES);

/** What stands in the links of a mail (退订凭证): which subscription, and that it was we who wrote it. It tells nothing of a person. */
export const writeAlertToken = (keys: Keys, id: string): string => `${id}.${markOf(keys, id).toString('base64url')}`;

/** The subscription that a token speaks of; undefined when we did not write it. */
export function readAlertToken(keys: Keys, token: string): string | undefined {
  const [id = '', mark = ''] = token.split('.');
  if (!uuid.test(id)) return undefined;
  const [given, own] = [Buffer.from(mark, 'base64url'), markOf(keys, id)];
  return given.length === own.length && timingSafeEqual(given, own) ? id : undefined;
}
