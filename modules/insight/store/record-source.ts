import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import type { CountedEntry } from '../rules/tally-entries.ts';
import type { TalliedMatter } from './tally-store.ts';

export type RecordedMatter = TalliedMatter & {
  readonly procedureVersion: number;
  readonly entries: readonly CountedEntry[];
};

/** The next matters by id with all entries of their timelines, as the record has them. */
export async function loadRecord(work: Work, after: string, limit: number): Promise<RecordedMatter[]> {
  const { rows } = await sql<
    Omit<RecordedMatter, 'entries'> & { entries: (Omit<CountedEntry, 'at'> & { at: string })[] }
  >`
    select m.id as "matterId", m.opened_in as "openedIn", m.procedure_id as "procedureId", m.subject,
      m.procedure_version as "procedureVersion",
      (select json_agg(json_build_object('seq', t.seq, 'at', t.at, 'kind', t.kind, 'content', t.content) order by t.seq)
        from matters.timeline t where t.district_id = m.district_id and t.matter_id = m.id) as entries
    from matters.matters m where m.district_id = ${work.districtId} and m.id > ${after}::uuid order by m.id limit ${limit}
  `.execute(work.db);
  return rows.map((row) => ({ ...row, entries: row.entries.map((entry) => ({ ...entry, at: new Date(entry.at) })) }));
}
