import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** Cost as OWASP's Password Storage Cheat Sheet gives it for 32 MiB: N = 2^15, r = 8, p = 3. */
const cost = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 2 ** 20 };
const hashBytes = 32;

/** Hashes a password (口令) with scrypt and a salt of its own; goes into `verifyPassword`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, cost);
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

/**
 * Says whether a password fits the stored hash. Without a hash (unknown login, no password set) it works just as
 * long and says no, so that the time taken tells nobody which logins exist.
 */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const [, N, r, p, salt, hash] = (stored ?? nobodysHash).split('$');
  const expected = Buffer.from(hash ?? '', 'base64url');
  const parameters = { N: Number(N), r: Number(r), p: Number(p), maxmem: cost.maxmem };
  const actual = await derive(password, Buffer.from(salt ?? '', 'base64url'), parameters);
  return expected.length === hashBytes && timingSafeEqual(actual, expected) && stored !== null;
}

const nobodysHash = ['scrypt', cost.N, cost.r, cost.p, 'bm9ib2R5J3Mgc2FsdA', 'A'.repeat(43)].join('$');

const derive = (password: string, salt: Buffer, parameters: typeof cost) =>
  new Promise<Buffer>((resolve, reject) => {
    // The same characters typed on different keyboards may arrive composed or not.
    scrypt(password.normalize('NFKC'), salt, hashBytes, parameters, (fault, key) =>
      fault ? reject(fault) : resolve(key),
    );
  });
