import pg from 'pg';
import { demoDistrictId } from '../../db/demo/demo-district.ts';
import { foldScopeCounts } from '../../modules/matters/index.ts';
import { openDatabase } from '../../platform/db/database.ts';
import { inTransaction } from '../../platform/db/transaction.ts';
import { areaScope } from '../../platform/work.ts';

/** Tables of a matter that reading needs, in the order in which they may be filled. */
const tables = [
  'matters.matters',
  'matters.timeline',
  'matters.words',
  'matters.clocks',
  'matters.search',
  'requests.requests',
  'requests.reporters',
  'requests.publications',
  'insight.tallies',
  'coordination.occurrences',
] as const;

/** Of the copies of open matters only every so manieth stays open in a record of years: a district settles what comes in. */
const OPEN_COPIES_OF = 40;

/**
 * Fills the record up to a size by copying the matters that are there, each time with new ids, numbers and earlier times.
 * Rows are those of real steps, so that pages and searches read what they would read; the chains of the copies do not verify.
 *
 * @returns how many matters there are now
 */
export async function multiplyMatters(databaseUrl: string, size: number, say: (text: string) => void): Promise<number> {
  const owner = new pg.Client({ connectionString: databaseUrl });
  await owner.connect();
  try {
    await owner.query(`create table if not exists public.bench_source as
      select id, stage from matters.matters where district_id = ${demoDistrictId}`);
    await owner.query('create table if not exists public.bench_copies (k int primary key)');
    const columns = await columnsOf(owner);
    let count = await countMatters(owner);
    let k = Number((await owner.query('select coalesce(max(k), 0) as k from public.bench_copies')).rows[0].k);
    while (count < size) {
      k += 1;
      const wanted = size - count;
      await owner.query('begin');
      for (const table of tables) await owner.query(copyOf(table, columns.get(table) ?? [], k, wanted));
      await owner.query('insert into public.bench_copies values ($1)', [k]);
      await owner.query('commit');
      count = await countMatters(owner);
      if (k % 20 === 0) say(`${count} matters`);
    }
    for (const statement of rollUps) await owner.query(statement);
    await foldCounts(databaseUrl);
    await owner.query('vacuum analyze');
    return count;
  } finally {
    await owner.end();
  }
}

/** What is summed over the rows, summed again over the copies too. */
const rollUps = [
  'truncate insight.days',
  `insert into insight.days (district_id, on_day, area_code, body_id, procedure_id, measure, detail, n)
    select district_id, on_day, area_code, body_id, procedure_id, measure, detail, count(*) from insight.tallies group by 1, 2, 3, 4, 5, 6, 7`,
  'truncate matters.counts',
  `insert into matters.counts (district_id, area_code, procedure_id, state, outcome, first_outcome, reopenings, n)
    select district_id, left(opened_in, 12), procedure_id, state, coalesce(outcome, ''), coalesce(first_outcome, ''), reopenings, count(*)
    from matters.matters group by 1, 2, 3, 4, 5, 6, 7`,
];

/** As the timer does it. */
async function foldCounts(databaseUrl: string): Promise<void> {
  const db = openDatabase(databaseUrl);
  const actor = { kind: 'system', name: 'timer' } as const;
  await inTransaction(
    db,
    { districtId: demoDistrictId, scope: areaScope(''), actor, now: new Date() },
    foldScopeCounts,
  );
  await db.destroy();
}

const countMatters = async (owner: pg.Client): Promise<number> =>
  Number((await owner.query('select count(*) as n from matters.matters')).rows[0].n);

async function columnsOf(owner: pg.Client) {
  const { rows } = await owner.query<{ table: string; column: string; type: string }>(
    `select table_schema || '.' || table_name as table, column_name as column, data_type as type
     from information_schema.columns
     where table_schema || '.' || table_name = any($1) and is_generated = 'NEVER' order by ordinal_position`,
    [tables],
  );
  return Map.groupBy(rows, ({ table }) => table);
}

/** The copies numbered k: the id is made from the old one and k, so that all tables agree on it without being told. */
function copyOf(table: string, columns: readonly { column: string; type: string }[], k: number, wanted: number) {
  const key = table === 'matters.matters' ? 'id' : 'matter_id';
  const value = ({ column, type }: { column: string; type: string }): string => {
    if (column === key) return `md5(t.${key}::text || '${k}')::uuid`;
    if (column === 'number') return `'${k}-' || t.number`;
    if (type === 'date') return `t.${column} - ${Math.round((k * 5) / 24)}`;
    if (type === 'timestamp with time zone') return `t.${column} - interval '${k * 5} hours'`;
    return `t.${column}`;
  };
  const names = columns.map(({ column }) => column).join(', ');
  return `insert into ${table} (${names}) select ${columns.map(value).join(', ')}
    from (select id from public.bench_source where stage = 'final' or ${k % OPEN_COPIES_OF} = 0 order by id limit ${wanted}) s
    join ${table} t on t.district_id = ${demoDistrictId} and t.${key} = s.id`;
}
