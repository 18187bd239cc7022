import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import type { DayDigest } from '../rules/digest-chain.ts';
import { BRANCH } from '../rules/digest-tree.ts';

/** The last entry of a matter before some instant, when no digest has sealed it yet. */
export type OpenHead = { readonly matterId: string; readonly seq: number; readonly hash: Buffer };
export type Leaf = {
  readonly leaf: Buffer;
  readonly matterId: string;
  readonly seq: number;
  readonly salt: Buffer;
};

const digestColumns = ['day', 'leaves', 'root', 'prev', 'digest'] as const;

/** Takes the folding of this district for this transaction; false when another server has it. */
export async function holdFolding(work: Work): Promise<boolean> {
  const { rows } = await sql<{ isHeld: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${`${work.districtId}:digest`}, 0)) as "isHeld"
  `.execute(work.db);
  return rows[0]?.isHeld === true;
}

export const findLastDigest = (work: Work): Promise<DayDigest | undefined> =>
  work.db
    .selectFrom('matters.digests')
    .select(digestColumns)
    .where('district_id', '=', work.districtId)
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst();

/** The digests of days in a span, both ends included, newest first. */
export const loadDigests = (
  work: Work,
  { from, to, limit }: { readonly from: string; readonly to: string; readonly limit: number },
): Promise<DayDigest[]> =>
  work.db
    .selectFrom('matters.digests')
    .select(digestColumns)
    .where('district_id', '=', work.districtId)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .orderBy('day', 'desc')
    .limit(limit)
    .execute();

/** Years of which there are digests, newest first. */
export async function loadDigestYears(work: Work): Promise<number[]> {
  const { rows } = await sql<{ year: number }>`
    select distinct extract(year from day)::int as year from matters.digests
    where district_id = ${work.districtId} order by year desc
  `.execute(work.db);
  return rows.map(({ year }) => year);
}

/** Which heads are looked for: those of entries earlier than `before`, and those of `from` on. */
export type OpenHeads = {
  readonly before: Date;
  readonly from: Date;
  readonly after: string;
  readonly limit: number;
};

/**
 * The heads that no digest has sealed yet, of matters after `after` in the order of ids. Whatever was written late, for
 * an earlier day, is among them; entries between `before` and `from` are not, unless later ones of their matter are.
 */
export async function loadOpenHeads(work: Work, { before, from, after, limit }: OpenHeads): Promise<OpenHead[]> {
  const { rows } = await sql<OpenHead>`
    select m.id as "matterId", h.seq, h.hash
    from matters.matters m
    cross join lateral (
      select t.seq, t.hash from matters.timeline t
      where t.district_id = m.district_id and t.matter_id = m.id and (t.at < ${before} or t.at >= ${from})
        and t.seq > coalesce((
          select max(l.seq) from matters.digest_leaves l where l.district_id = m.district_id and l.matter_id = m.id), 0)
      order by t.seq desc limit 1) h
    where m.district_id = ${work.districtId} and m.id > ${after}::uuid
      and not exists (
        select from matters.digest_leaves l
        where l.district_id = m.district_id and l.matter_id = m.id and l.seq >= m.seq)
    order by m.id limit ${limit}
  `.execute(work.db);
  return rows;
}

export async function saveLeaves(work: Work, day: string, leaves: readonly Leaf[]): Promise<void> {
  await sql`
    insert into matters.digest_leaves (district_id, day, leaf, matter_id, seq, salt)
    select ${work.districtId}::int, ${day}::date, u.leaf, u.matter, u.seq, u.salt
    from unnest(${leaves.map(({ leaf }) => leaf)}::bytea[], ${leaves.map(({ matterId }) => matterId)}::uuid[],
      ${leaves.map(({ seq }) => seq)}::int[], ${leaves.map(({ salt }) => salt)}::bytea[]) as u (leaf, matter, seq, salt)
  `.execute(work.db);
}

export async function saveDigest(work: Work, { day, leaves, root, prev, digest }: DayDigest): Promise<void> {
  await work.db
    .insertInto('matters.digests')
    .values({ district_id: work.districtId, day, leaves, root, prev, digest, made_at: work.now })
    .execute();
}

/** One branch of a day's tree: its leaves in order, from a given one on. */
export async function loadBranch(work: Work, day: string, from: Buffer): Promise<Buffer[]> {
  const rows = await work.db
    .selectFrom('matters.digest_leaves')
    .select('leaf')
    .where('district_id', '=', work.districtId)
    .where('day', '=', day)
    .where('leaf', '>=', from)
    .orderBy('leaf')
    .limit(BRANCH)
    .execute();
  return rows.map(({ leaf }) => leaf);
}

/** All branches of a day's tree, one after the other. */
export async function* loadBranches(work: Work, day: string): AsyncGenerator<Buffer[]> {
  for (let from = Buffer.alloc(0); ;) {
    const leaves = await loadBranch(work, day, from);
    const last = leaves.at(-1);
    if (last) yield leaves;
    if (!last || leaves.length < BRANCH) return;
    from = Buffer.concat([last, Buffer.of(0)]);
  }
}
