import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** Cost as OWASP's Password Storage Cheat Sheet gives it for 32 MiB: N = 2^15, r = 8, p = 3. */
export const passwordCost = { N: 2 ** 15, r: 8, p: 3 };
export type PasswordCost = typeof passwordCost;
let costToday: PasswordCost = passwordCost;

/** Changes what a password costs, for tests that sign in by the hundred; gives back what makes it as it was. @throws when no test runs */
export function setPasswordCost(cost: PasswordCost): () => void {
  if (process.env['VITEST'] === undefined) throw new Error('only tests may change what a password costs');
  const before = costToday;
  costToday = cost;
  return () => {
    costToday = before;
  };
}

const maxmem = 64 * 2 ** 20;
const hashBytes = 32;

/** Hashes a password (口令) with scrypt and a salt of its own; goes into `verifyPassword`. */
export async function hashPassword(password: string, cost: PasswordCost = costToday): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, cost);
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

/**
 * Says whether a password fits the stored hash. Without a hash (unknown login, no password set) it works just as
 * long and says no, so that the time taken tells nobody which logins exist.
 */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const [, , , , salt, hash] = (stored ?? nobodysHash()).split('$');
  const expected = Buffer.from(hash ?? '', 'base64url');
  const actual = await derive(password, Buffer.from(salt ?? '', 'base64url'), costOf(stored ?? nobodysHash()));
  return expected.length === hashBytes && timingSafeEqual(actual, expected) && stored !== null;
}

/** Says whether a hash was made with less work than is asked today; it is made anew at the next right password. */
export function isHashWeak(stored: string, cost: PasswordCost = costToday): boolean {
  const { N, r, p } = costOf(stored);
  return N * r * p < cost.N * cost.r * cost.p;
}

function costOf(stored: string): PasswordCost {
  const [, N, r, p] = stored.split('$');
  return { N: Number(N), r: Number(r), p: Number(p) };
}

const nobodysHash = () =>
  ['scrypt', costToday.N, costToday.r, costToday.p, 'bm9ib2R5J3Mgc2FsdA', 'A'.repeat(43)].join('$');

const derive = (password: string, salt: Buffer, cost: PasswordCost) =>
  new Promise<Buffer>((resolve, reject) => {
    // The same characters typed on different keyboards may arrive composed or not.
    scrypt(password.normalize('NFKC'), salt, hashBytes, { ...cost, maxmem }, (fault, key) =>
      fault ? reject(fault) : resolve(key),
    );
  });
