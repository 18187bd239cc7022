import { randomBytes } from 'node:crypto';
import type { Work } from '../../../platform/work.ts';
import { dateText, dayNumber } from '../rules/calendar.ts';
import { firstDigest, hashDigest, type DayDigest } from '../rules/digest-chain.ts';
import { hashLeaf, rootOf } from '../rules/digest-tree.ts';
import { calendarOf } from '../store/ground-store.ts';
import {
  findLastDigest,
  holdFolding,
  loadBranch,
  loadBranches,
  loadOpenHeads,
  saveDigest,
  saveLeaves,
  type OpenHeads,
} from '../store/digest-store.ts';

const MATTERS_AT_ONCE = 2000;
const SALT_BYTES = 16;

/**
 * Folds the next day that is over into its digest (每日摘要): a leaf for each matter with entries that no digest holds
 * yet, a tree over the leaves, and the chain to the day before. The work needs the scope of the whole district.
 *
 * The first digest is that of the day before the first folding, and holds the heads of all matters until then, whatever
 * years they are from. What is written late, for a day that is folded, goes into the next one. What a clock that ran ahead
 * dated after today is sealed now, because nobody knows when its day will come. A digest that was taken away is not made
 * again behind everybody's back.
 *
 * @returns the digest; undefined when no day is left to fold, or another server is folding just now
 * @throws when the day was folded before and its digest is gone
 * @source decisions 0006, 0028
 */
export async function foldNextDay(work: Work): Promise<DayDigest | undefined> {
  if (!(await holdFolding(work))) return undefined;
  const calendar = await calendarOf(work);
  const last = await findLastDigest(work);
  const today = calendar.dayOf(work.now);
  const next = last ? dayNumber(last.day) + 1 : today - 1;
  if (next >= today) return undefined;

  const day = dateText(next);
  if ((await loadBranch(work, day, Buffer.alloc(0))).length > 0)
    throw new Error(`${day} was folded before and its digest is gone; npm run verify says what else does not fit`);
  await addLeaves(work, day, { before: calendar.instantOf(next + 1, 0), from: calendar.instantOf(today + 1, 0) });
  const tree = await growTree(work, day);
  const unsealed = { day, ...tree, prev: last?.digest ?? firstDigest(work.districtId) };
  const sealed = { ...unsealed, digest: hashDigest(work.districtId, unsealed) };
  await saveDigest(work, sealed);
  return sealed;
}

async function addLeaves(work: Work, day: string, times: Pick<OpenHeads, 'before' | 'from'>): Promise<void> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const heads = await loadOpenHeads(work, { ...times, after, limit: MATTERS_AT_ONCE });
    const last = heads.at(-1);
    if (!last) return;
    const leaves = heads.map(({ matterId, seq, hash }) => {
      const salt = randomBytes(SALT_BYTES);
      return { leaf: hashLeaf(salt, hash), matterId, seq, salt };
    });
    await saveLeaves(work, day, leaves);
    after = last.matterId;
  }
}

async function growTree(work: Work, day: string): Promise<{ leaves: number; root: Buffer }> {
  const branches: Buffer[] = [];
  let leaves = 0;
  for await (const branch of loadBranches(work, day)) {
    branches.push(rootOf(branch));
    leaves += branch.length;
  }
  return { leaves, root: rootOf(branches) };
}
