import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import type { DayDigest } from '../rules/digest-chain.ts';

/** A day on which a matter got into the digest. */
export type SealedDay = DayDigest & {
  readonly salt: Buffer;
  readonly leaf: Buffer;
  readonly seq: number;
  /** Null when the entry that was sealed is gone. */
  readonly head: Buffer | null;
};

/** By way of the matter, so that whoever may not see it learns nothing of its days. */
export async function loadSealedDays(work: Work, matterId: string): Promise<SealedDay[]> {
  return work.db
    .selectFrom('matters.matters as m')
    .innerJoin('matters.digest_leaves as l', (on) =>
      on.onRef('l.district_id', '=', 'm.district_id').onRef('l.matter_id', '=', 'm.id'),
    )
    .innerJoin('matters.digests as d', (on) =>
      on.onRef('d.district_id', '=', 'l.district_id').onRef('d.day', '=', 'l.day'),
    )
    .leftJoin('matters.timeline as t', (on) =>
      on
        .onRef('t.district_id', '=', 'l.district_id')
        .onRef('t.matter_id', '=', 'l.matter_id')
        .onRef('t.seq', '=', 'l.seq'),
    )
    .select(['d.day', 'd.leaves', 'd.root', 'd.prev', 'd.digest', 'l.salt', 'l.leaf', 'l.seq', 't.hash as head'])
    .where('m.district_id', '=', work.districtId)
    .where('m.id', '=', matterId)
    .orderBy('l.seq')
    .execute();
}

/** Whether a matter has entries that no digest has sealed yet. */
export async function hasOpenEntries(work: Work, matterId: string): Promise<boolean> {
  const { rows } = await sql<{ isOpen: boolean }>`
    select exists (
      select from matters.timeline t
      where t.district_id = ${work.districtId} and t.matter_id = ${matterId}::uuid
        and t.seq > coalesce((
          select max(l.seq) from matters.digest_leaves l
          where l.district_id = ${work.districtId} and l.matter_id = ${matterId}::uuid), 0)) as "isOpen"
  `.execute(work.db);
  return rows[0]?.isOpen === true;
}
