import type pg from 'pg';

type Column = {
  readonly schema: string;
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly isNullable: boolean;
  readonly isFilled: boolean;
  readonly isAlwaysFilled: boolean;
};

/** What a column gives when read, and what it takes when it differs. */
const typeScript: Readonly<Record<string, string>> = {
  bool: 'boolean',
  bytea: 'ColumnType<Buffer, Uint8Array, Uint8Array>',
  date: 'string',
  float4: 'number',
  float8: 'number',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  inet: 'string',
  json: 'ColumnType<unknown, string, string>',
  jsonb: 'ColumnType<unknown, string, string>',
  numeric: 'ColumnType<string, string | number, string | number>',
  text: 'string',
  time: 'string',
  timestamptz: 'Timestamp',
  uuid: 'string',
  varchar: 'string',
};

/**
 * Writes the TypeScript of all tables of a migrated database, as one file.
 *
 * JSON is written as text (`JSON.stringify`), because the driver would take a list for a PostgreSQL array.
 */
export async function writeTableTypes(client: pg.Client): Promise<string> {
  const { rows } = await client.query<Column>(columnsOfAllTables);
  const names = [...new Set(rows.map(nameOf))];
  const body = names.flatMap((name) => {
    const columns = rows.filter((row) => nameOf(row) === name);
    return [`  '${name}': {`, ...columns.map(lineOf), '  };'];
  });
  return `${heading}\nexport type Database = {\n${body.join('\n')}\n};\n`;
}

const heading = `// Generated from the migrated database by "npm run types:db". Do not edit.
import type { ColumnType } from 'kysely';

type Timestamp = ColumnType<Date, Date | string, Date | string>;

/** The database fills it in when nothing is given. */
export type Filled<T> =
  T extends ColumnType<infer Read, infer Insert, infer Update>
    ? ColumnType<Read, Insert | undefined, Update>
    : ColumnType<T, T | undefined, T>;

/** The database alone fills it in. */
export type FilledAlways<T> = ColumnType<T, never, never>;
`;

const nameOf = ({ schema, table }: Column) => `${schema}.${table}`;

function lineOf(column: Column): string {
  const element = column.type.replace(/^_/, '');
  const known = typeScript[element];
  if (known === undefined) {
    throw new Error(`${column.schema}.${column.table}.${column.column}: no TypeScript is known for ${column.type}`);
  }
  const value = column.type.startsWith('_') ? `${known}[]` : known;
  const nullable = column.isNullable ? `${value} | null` : value;
  if (column.isAlwaysFilled) return `    ${column.column}: FilledAlways<${nullable}>;`;
  return `    ${column.column}: ${column.isFilled ? `Filled<${nullable}>` : nullable};`;
}

const columnsOfAllTables = `
  select n.nspname as schema, c.relname as table, a.attname as column, t.typname as type,
    not a.attnotnull as "isNullable",
    a.atthasdef or a.attidentity <> '' as "isFilled",
    a.attgenerated <> '' or a.attidentity = 'a' as "isAlwaysFilled"
  from pg_attribute a
  join pg_class c on c.oid = a.attrelid
  join pg_namespace n on n.oid = c.relnamespace
  join pg_type t on t.oid = a.atttypid
  where c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition and a.attnum > 0 and not a.attisdropped
    and n.nspname not in ('pg_catalog', 'information_schema')
  order by n.nspname, c.relname, a.attnum`;
