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
  const { rows: matters } = await sql<Omit<RecordedMatter, 'entries'>>`
    select m.id as "matterId", m.opened_in as "openedIn", m.procedure_id as "procedureId", m.subject,
      m.procedure_version as "procedureVersion"
    from matters.matters m where m.district_id = ${work.districtId} and m.id > ${after}::uuid order by m.id limit ${limit}
  `.execute(work.db);
  const { rows } = await sql<CountedEntry & { matterId: string }>`
    select t.matter_id as "matterId", t.seq, t.at, t.kind, t.content from matters.timeline t
    where t.district_id = ${work.districtId} and t.matter_id = any (${matters.map(({ matterId }) => matterId)}::uuid[])
    order by t.matter_id, t.seq
  `.execute(work.db);
  const entries = Map.groupBy(rows, ({ matterId }) => matterId);
  return matters.map((matter) => ({ ...matter, entries: entries.get(matter.matterId) ?? [] }));
}
