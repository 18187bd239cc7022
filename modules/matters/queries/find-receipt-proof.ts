import type { Work } from '../../../platform/work.ts';
import { hashDigest } from '../rules/digest-chain.ts';
import { hashLeaf, pathIn, rootFromPath } from '../rules/digest-tree.ts';
import { loadBranch } from '../store/digest-store.ts';
import { hasOpenEntries, loadSealedDays, type SealedDay } from '../store/receipt-proof-store.ts';
import { findTrunk } from './digest-trunk.ts';
import { verifyTimelineOf } from './verify-timeline.ts';

/** That one matter is in the digest of one day (收件凭证): everything needed to work it out again, nothing about persons. */
export type DayProof = {
  /** Local date, YYYY-MM-DD. */
  readonly day: string;
  readonly salt: Buffer;
  /** Hash of the matter's last entry of that day, as it stands in the timeline now; null when the entry is gone. */
  readonly head: Buffer | null;
  readonly leaf: Buffer;
  readonly place: number;
  readonly size: number;
  readonly path: readonly Buffer[];
  readonly root: Buffer;
  readonly digest: Buffer;
  readonly fits: boolean;
};

export type ReceiptProof = {
  readonly districtId: number;
  /** Oldest first. */
  readonly days: readonly DayProof[];
  /** The whole timeline, as it stands now, is the one whose hashes were kept. */
  readonly isWhole: boolean;
  /** Something was written that is in no digest yet. */
  readonly isWaiting: boolean;
};

/** Finds the proof of a matter in scope for each day on which something was written (核对记录). */
export async function findReceiptProof(work: Work, matterId: string): Promise<ReceiptProof> {
  const days: DayProof[] = [];
  for (const sealed of await loadSealedDays(work, matterId)) days.push(await proveDay(work, sealed));
  const misfits = await verifyTimelineOf(work, matterId);
  const isWaiting = await hasOpenEntries(work, matterId);
  return { districtId: work.districtId, days, isWhole: misfits.length === 0, isWaiting };
}

async function proveDay(work: Work, sealed: SealedDay): Promise<DayProof> {
  const { day, salt, head, leaf, leaves: size, root, digest } = sealed;
  const { place, path } = await findPath(work, sealed);
  const isOwn = head !== null && hashLeaf(salt, head).equals(leaf);
  const leadsThere = rootFromPath(leaf, { place, size, path })?.equals(root) === true;
  const isSealed = hashDigest(work.districtId, sealed).equals(digest);
  return { day, salt, head, leaf, place, size, path, root, digest, fits: isOwn && leadsThere && isSealed };
}

async function findPath(work: Work, { day, leaf, root }: SealedDay): Promise<{ place: number; path: Buffer[] }> {
  const trunk = await findTrunk(work, day, root);
  const branch = trunk.findLastIndex(({ first }) => first.compare(leaf) <= 0);
  const leaves = await loadBranch(work, day, trunk[branch]?.first ?? leaf);
  const at = leaves.findIndex((other) => other.equals(leaf));
  const before = trunk.slice(0, branch).reduce((sum, { size }) => sum + size, 0);
  const above = pathIn(
    trunk.map(({ root: node }) => node),
    branch,
  );
  return { place: before + at, path: [...pathIn(leaves, at), ...above] };
}
