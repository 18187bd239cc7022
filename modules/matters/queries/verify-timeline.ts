import { sql, type RawBuilder } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import { digestWords, firstHash, hashEntry } from '../rules/seal-entry.ts';

export type Misfit = {
  readonly matterId: string;
  readonly seq: number;
  readonly what: 'chain' | 'content' | 'words' | 'head';
};
export type Verified = {
  readonly matters: number;
  readonly entries: number;
  /** Words that the timeline has a digest of and that are no longer there: erased by law (依法删除). */
  readonly erased: number;
  readonly misfits: readonly Misfit[];
};

type Row = {
  matterId: string;
  seq: number;
  at: Date;
  kind: 'opened' | 'stepTaken' | 'clockMissed';
  content: { input?: Record<string, { digest?: string }> };
  prevHash: Buffer;
  hash: Buffer;
  head: Buffer;
  lastSeq: number;
  words: { name: string; text: string; salt: string }[] | null;
};

const BATCH = 500;

/**
 * Recomputes the hash chain of every matter in scope (时间线校验) and names each entry that does not fit: a broken
 * chain, changed content, changed words, or a matter whose head is not its last entry (`seq` 0: it has no entry at all).
 */
export async function verifyTimelines(work: Work, onProgress: (matters: number) => void = () => {}): Promise<Verified> {
  const misfits: Misfit[] = [];
  let entries = 0;
  let erased = 0;
  let matters = 0;
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await loadRows(work, sql`id > ${after}::uuid order by id limit ${BATCH}`);
    if (rows.length === 0) return { matters, entries, erased, misfits };
    for (const group of groupByMatter(rows)) {
      misfits.push(...misfitsIn(work.districtId, group));
      matters += 1;
      entries += group.filter((row) => row.seq > 0).length;
      erased += group.reduce((sum, row) => sum + countErased(row), 0);
      after = (group[0] as Row).matterId;
    }
    onProgress(matters);
  }
}

/** Recomputes the hash chain of one matter. */
export const verifyTimelineOf = async (work: Work, matterId: string): Promise<Misfit[]> =>
  misfitsIn(work.districtId, await loadRows(work, sql`id = ${matterId}::uuid`));

async function loadRows(work: Work, chosen: RawBuilder<unknown>): Promise<Row[]> {
  const { rows } = await sql<Row>`
    with batch as (
      select id, head, seq from matters.matters
      where district_id = ${work.districtId} and ${chosen})
    select m.id as "matterId", coalesce(t.seq, 0) as seq, t.at, t.kind, t.content, t.prev_hash as "prevHash", t.hash, m.head, m.seq as "lastSeq",
      (select json_agg(json_build_object('name', w.name, 'text', w.text, 'salt', encode(w.salt, 'base64')))
        from matters.words w where w.district_id = t.district_id and w.matter_id = t.matter_id and w.seq = t.seq) as words
    from batch m left join matters.timeline t on t.district_id = ${work.districtId} and t.matter_id = m.id
    order by m.id, t.seq
  `.execute(work.db);
  return rows;
}

function groupByMatter(rows: readonly Row[]): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.matterId, [...(groups.get(row.matterId) ?? []), row]);
  return [...groups.values()];
}

function countErased({ content, words }: Row): number {
  const digested = Object.values(content?.input ?? {}).filter((value) => typeof value?.digest === 'string');
  return Math.max(0, digested.length - (words ?? []).length);
}

function misfitsIn(districtId: number, rows: readonly Row[]): Misfit[] {
  const misfits: Misfit[] = [];
  const matterId = rows[0]?.matterId ?? '';
  if (rows[0]?.seq === 0) return [{ matterId, seq: 0, what: 'head' }];
  let prev = firstHash(districtId, matterId);
  rows.forEach((row, i) => {
    const at = { matterId: row.matterId, seq: row.seq };
    if (row.seq !== i + 1 || !row.prevHash.equals(prev)) misfits.push({ ...at, what: 'chain' });
    if (!hashEntry(row, { districtId, matterId: row.matterId }).equals(row.hash))
      misfits.push({ ...at, what: 'content' });
    for (const words of row.words ?? []) {
      const digest = row.content.input?.[words.name]?.digest;
      if (digest !== digestWords(Buffer.from(words.salt, 'base64'), words.text)) misfits.push({ ...at, what: 'words' });
    }
    prev = row.hash;
  });
  const last = rows.at(-1);
  if (last && (last.seq !== last.lastSeq || !last.hash.equals(last.head)))
    misfits.push({ matterId: last.matterId, seq: last.seq, what: 'head' });
  return misfits;
}
