import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import { dateText, dayNumber } from '../rules/calendar.ts';
import { firstDigest, hashDigest, type DayDigest } from '../rules/digest-chain.ts';
import { BRANCH, hashLeaf, rootOf } from '../rules/digest-tree.ts';
import { loadDigests } from '../store/digest-store.ts';

/** What does not fit on one day; with the matter and the entry when it is about one. */
export type DigestMisfit =
  | { readonly day: string; readonly what: 'missing' | 'chain' | 'digest' | 'tree' }
  | { readonly day: string; readonly what: 'entry' | 'entryGone'; readonly matterId: string; readonly seq: number };
export type VerifiedDigests = {
  readonly days: number;
  readonly leaves: number;
  readonly misfits: readonly DigestMisfit[];
};

type Row = { leaf: Buffer; salt: Buffer; matterId: string; seq: number; head: Buffer | null };
const EVERY_DAY = { from: '0001-01-01', to: '9999-12-31', limit: 100_000 };

/**
 * Recomputes every daily digest (每日摘要校验) and names each day that does not fit, oldest first: a day that is missing,
 * a chain that is broken, a digest that is not the hash of its day, a tree that is not the one of its leaves, an entry
 * that was sealed and is another one now, or is gone. The work needs the scope of the whole district.
 */
export async function verifyDigests(work: Work): Promise<VerifiedDigests> {
  const digests = (await loadDigests(work, EVERY_DAY)).toReversed();
  const misfits: DigestMisfit[] = (await loadDaysWithoutDigest(work)).map((day) => ({ day, what: 'missing' }));
  let leaves = 0;
  for (const [i, digest] of digests.entries()) {
    const before = digests[i - 1];
    misfits.push(...missingBetween(before, digest).filter(({ day }) => misfits.every((known) => known.day !== day)));
    if (!follows(work.districtId, before, digest)) misfits.push({ day: digest.day, what: 'chain' });
    const tree = await verifyTree(work, digest.day);
    misfits.push(...tree.misfits);
    leaves += tree.leaves;
    if (tree.leaves !== digest.leaves || !tree.root.equals(digest.root))
      misfits.push({ day: digest.day, what: 'tree' });
    else if (!hashDigest(work.districtId, digest).equals(digest.digest))
      misfits.push({ day: digest.day, what: 'digest' });
  }
  return { days: digests.length, leaves, misfits: misfits.toSorted((a, b) => a.day.localeCompare(b.day)) };
}

/** Leaves whose day has no digest: it was taken away. */
async function loadDaysWithoutDigest(work: Work): Promise<string[]> {
  const { rows } = await sql<{ day: string }>`
    select distinct day from matters.digest_leaves l where district_id = ${work.districtId} and not exists (
      select from matters.digests d where d.district_id = l.district_id and d.day = l.day)
    order by day
  `.execute(work.db);
  return rows.map(({ day }) => day);
}

function missingBetween(before: DayDigest | undefined, digest: DayDigest): DigestMisfit[] {
  const misfits: DigestMisfit[] = [];
  if (before)
    for (let day = dayNumber(before.day) + 1; day < dayNumber(digest.day); day += 1)
      misfits.push({ day: dateText(day), what: 'missing' });
  return misfits;
}

/** After a gap nothing can be said. A digest that was changed is named on its own day, not on the next one too. */
function follows(districtId: number, before: DayDigest | undefined, digest: DayDigest): boolean {
  if (!before) return digest.prev.equals(firstDigest(districtId));
  if (dayNumber(before.day) + 1 < dayNumber(digest.day)) return true;
  return digest.prev.equals(before.digest) || digest.prev.equals(hashDigest(districtId, before));
}

async function verifyTree(work: Work, day: string) {
  const misfits: DigestMisfit[] = [];
  const branches: Buffer[] = [];
  let leaves = 0;
  for (let after: Buffer = Buffer.alloc(0); ;) {
    const rows = await loadLeaves(work, day, after);
    for (const { leaf, salt, matterId, seq, head } of rows) {
      if (head === null) misfits.push({ day, what: 'entryGone', matterId, seq });
      else if (!hashLeaf(salt, head).equals(leaf)) misfits.push({ day, what: 'entry', matterId, seq });
    }
    const last = rows.at(-1);
    if (!last) return { leaves, root: rootOf(branches), misfits };
    branches.push(rootOf(rows.map(({ leaf }) => leaf)));
    leaves += rows.length;
    after = last.leaf;
  }
}

async function loadLeaves(work: Work, day: string, after: Buffer): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select l.leaf, l.salt, l.matter_id as "matterId", l.seq, t.hash as head
    from (
      select * from matters.digest_leaves
      where district_id = ${work.districtId} and day = ${day}::date and leaf > ${after} order by leaf limit ${BRANCH}) l
    left join matters.timeline t on t.district_id = l.district_id and t.matter_id = l.matter_id and t.seq = l.seq
    order by l.leaf
  `.execute(work.db);
  return rows;
}
