import type { Readable } from 'node:stream';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';

/** What a matter leaves behind, each table with its key to the matter and the ids that no other row may have. */
export const matterTables = [
  { table: 'matters.matters', key: 'id', own: [] },
  { table: 'matters.timeline', key: 'matter_id', own: [] },
  { table: 'matters.words', key: 'matter_id', own: [] },
  { table: 'matters.clocks', key: 'matter_id', own: [] },
  { table: 'matters.commands', key: 'matter_id', own: ['command_id'] },
  { table: 'matters.search', key: 'matter_id', own: [] },
  { table: 'matters.notes', key: 'matter_id', own: ['id'] },
  { table: 'matters.precedents', key: 'matter_id', own: ['id'] },
  { table: 'requests.requests', key: 'matter_id', own: [] },
  { table: 'requests.reporters', key: 'matter_id', own: [] },
  { table: 'requests.publications', key: 'matter_id', own: [] },
  { table: 'requests.message_choices', key: 'matter_id', own: [] },
  { table: 'notices.notices', key: 'matter_id', own: ['id'] },
  { table: 'notices.messages', key: 'matter_id', own: ['id'] },
  { table: 'openness.facts', key: 'matter_id', own: [] },
  { table: 'openness.points', key: 'matter_id', own: [] },
  { table: 'insight.tallies', key: 'matter_id', own: [] },
  { table: 'coordination.occurrences', key: 'matter_id', own: [] },
  { table: 'coordination.advice', key: 'matter_id', own: [] },
] as const;

/** A matter of the base with its rows as COPY writes them, by the number of the table. */
export type SourceMatter = {
  readonly id: string;
  readonly number: string;
  readonly openedOn: string;
  readonly openedAtMs: number;
  readonly isOpen: boolean;
  readonly community: string;
  /** Empty when none was said. */
  readonly place: string;
  readonly rows: readonly (readonly string[])[];
};

/** Stands where a row's own id was, so that each copy gets another. */
export const OWN = '\u0001';

export type Columns = readonly (readonly string[])[];

/** The columns that may be written, by the number of the table. */
export async function columnsOfTables(owner: pg.Client): Promise<Columns> {
  const { rows } = await owner.query<{ table: string; column: string }>(
    `select table_schema || '.' || table_name as table, column_name as column from information_schema.columns
     where is_generated = 'NEVER' and table_schema || '.' || table_name = any($1) order by ordinal_position`,
    [matterTables.map(({ table }) => table)],
  );
  return matterTables.map(({ table }) => rows.filter((one) => one.table === table).map(({ column }) => column));
}

/**
 * Reads what is copied: matters of every kind in every state, with all rows that they left in {@link matterTables}. Left out
 * are those who still owe a visit, and those tied to others by a link.
 */
export async function readSourceMatters(owner: pg.Client, columns: Columns, district: number): Promise<SourceMatter[]> {
  const { rows: matters } = await owner.query<Omit<SourceMatter, 'rows'>>(
    `select m.id, m.number, to_char(m.opened_at, 'YYYY-MM-DD') as "openedOn",
       extract(epoch from m.opened_at)::float8 * 1000 as "openedAtMs", m.stage <> 'final' as "isOpen", m.community_code as community, m.place
     from matters.matters m where m.district_id = $1 and m.drawn_on is null and m.community_code is not null
       and not exists (select from matters.links l where l.district_id = m.district_id and m.id in (l.from_matter_id, l.to_matter_id))
     order by m.id`,
    [district],
  );
  const byId = new Map(matters.map((matter) => [matter.id, matterTables.map((): string[] => [])]));
  for (const [at, { table, key, own }] of matterTables.entries()) {
    const names = columns[at] ?? [];
    const keyAt = names.indexOf(key);
    const ownAt = own.map((name) => names.indexOf(name));
    const sql = `copy (select ${names.join(', ')} from ${table} where district_id = ${district}) to stdout`;
    for await (const line of linesOf(owner.query(copyTo(sql)))) {
      const cells = line.split('\t');
      const rows = byId.get(cells[keyAt] ?? '');
      if (!rows) continue;
      for (const index of ownAt) cells[index] = OWN;
      rows[at]?.push(`${cells.join('\t')}\n`);
    }
  }
  return matters.map((matter) => ({ ...matter, rows: byId.get(matter.id) ?? [] }));
}

async function* linesOf(stream: Readable): AsyncGenerator<string> {
  let rest = '';
  stream.setEncoding('utf8');
  for await (const part of stream as AsyncIterable<string>) {
    const lines = (rest + part).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}
