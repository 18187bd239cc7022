import { hash } from 'node:crypto';

const DAY = Buffer.of(2);

/** The digest of one day (每日摘要), as it is stored and published. */
export type DayDigest = {
  /** Local date of the district, YYYY-MM-DD. */
  readonly day: string;
  /** Matters with something new since the day before. */
  readonly leaves: number;
  readonly root: Buffer;
  readonly prev: Buffer;
  readonly digest: Buffer;
};

/** What stands before the first digest of a district. */
export const firstDigest = (districtId: number): Buffer => hash('sha256', `linli digests ${districtId}`, 'buffer');

/** Computes the digest of a day over the digest of the day before, the root of its tree, and what day of whom it is. */
export const hashDigest = (districtId: number, of: Omit<DayDigest, 'digest'>): Buffer =>
  hash('sha256', Buffer.concat([DAY, of.prev, of.root, Buffer.from(`${districtId} ${of.day} ${of.leaves}`)]), 'buffer');
