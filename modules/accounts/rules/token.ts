import { createHash, randomBytes } from 'node:crypto';

/**
 * Makes the token of a session (会话令牌): the district's number, a dot, 32 random bytes in base64url.
 *
 * The district stands in front so that the session is looked up inside that district like any other row. Whoever
 * changes the number only looks for a hash that is not there.
 */
export const makeToken = (districtId: number) => `${districtId}.${randomBytes(32).toString('base64url')}`;

/** Reads the district out of a token; undefined when it is not shaped like one. */
export function readTokenDistrict(token: string): number | undefined {
  const district = /^([1-9][0-9]{5})\.[\w-]{43}$/.exec(token)?.[1];
  return district === undefined ? undefined : Number(district);
}

/** Only this hash is stored: who reads the table still cannot sign in. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();
