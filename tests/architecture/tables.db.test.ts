import { readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

const { distributed, reference, local, withoutRowSecurity } = JSON.parse(
  readFileSync('db/distribution.json', 'utf8'),
) as { distributed: string[]; reference: string[]; local: string[]; withoutRowSecurity: Record<string, string> };

let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await freshDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

async function ask<Row>(sql: string): Promise<Row[]> {
  const { rows } = await client.query(sql);
  return rows as Row[];
}

const ownTables = `
  pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname not in ('pg_catalog', 'information_schema')
  where c.relkind in ('r', 'p') and not c.relispartition`;

test('each table is on exactly one list of db/distribution.json', async () => {
  const tables = await ask<{ name: string }>(`select n.nspname || '.' || c.relname as name from ${ownTables}`);
  expect([...distributed, ...reference, ...local].toSorted()).toEqual(tables.map(({ name }) => name).toSorted());
});

test('each distributed table has district_id first in its primary key and in each unique index', async () => {
  const indexes = await ask<{ table: string; index: string; isPrimary: boolean; first: string | null }>(`
    select n.nspname || '.' || c.relname as table, i.indexrelid::regclass::text as index, i.indisprimary as "isPrimary",
      (select attname from pg_attribute where attrelid = c.oid and attnum = i.indkey[0]) as first
    from pg_index i join ${ownTables.replace('where', 'on i.indrelid = c.oid where')} and i.indisunique`);
  const ofDistributed = indexes.filter(({ table }) => distributed.includes(table));
  expect(ofDistributed.filter(({ first }) => first !== 'district_id')).toEqual([]);
  const withKey = ofDistributed.filter(({ isPrimary }) => isPrimary).map(({ table }) => table);
  expect(withKey.toSorted()).toEqual(distributed.toSorted());
});

test('each foreign key between distributed tables carries district_id', async () => {
  const keys = await ask<{ name: string; columns: string[]; table: string }>(`
    select k.conname as name, k.conrelid::regclass::text as table,
      array(select attname::text from pg_attribute where attrelid = k.conrelid and attnum = any (k.conkey)) as columns
    from pg_constraint k where k.contype = 'f'`);
  const ofDistributed = keys.filter(({ table }) => distributed.includes(table));
  expect(ofDistributed.filter(({ columns }) => !columns.includes('district_id'))).toEqual([]);
});

test('each distributed table is behind row-level security, except those listed with a reason', async () => {
  const open = await ask<{ name: string }>(`
    select n.nspname || '.' || c.relname as name from ${ownTables} and not (c.relrowsecurity and c.relforcerowsecurity)`);
  const unprotected = open.map(({ name }) => name).filter((name) => !local.includes(name));
  expect(unprotected.toSorted()).toEqual(Object.keys(withoutRowSecurity).toSorted());
});

test('each table of a module is named in that module’s manifest', () => {
  const modules = readdirSync('modules').filter((name) => distributed.some((table) => table.startsWith(`${name}.`)));
  expect(modules.length).toBeGreaterThan(0);
  for (const name of modules) {
    const manifest = readFileSync(`modules/${name}/module.ts`, 'utf8');
    const named = [...manifest.matchAll(/'(\w+\.\w+)'/g)].map(([, table]) => table!);
    const owned = distributed.filter((table) => table.startsWith(`${name}.`));
    expect(named.filter((table) => owned.includes(table)).toSorted(), name).toEqual(owned.toSorted());
  }
});
