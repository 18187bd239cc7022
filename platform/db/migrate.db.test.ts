import { createHash } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts';
import { migrate, readMigrations, type Migration } from './migrate.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const line = readMigrations();
const migration = (name: string, sql: string): Migration => ({
  name,
  sql,
  sha256: createHash('sha256').update(sql).digest('hex'),
});
const shelf = migration('9001-library-add-shelf', 'create table public.shelf (id integer)');

async function ask(sql: string) {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}

test('does nothing when the database is up to date', async () => {
  expect(await migrate(database.url, line)).toEqual({ applied: [] });
});

test('undoes a migration that fails halfway and names its line', async () => {
  const broken = migration('9001-library-add-shelf', 'create table public.half (id integer);\n\nselect nonsense;');
  await expect(migrate(database.url, [...line, broken])).rejects.toThrow(/9001-library-add-shelf.*3/);
  expect(await ask(`select to_regclass('public.half') as half`)).toEqual([{ half: null }]);
});

test('applies a missing migration once, also when two processes start together', async () => {
  const both = await Promise.all([migrate(database.url, [...line, shelf]), migrate(database.url, [...line, shelf])]);
  expect(both.flatMap(({ applied }) => applied)).toEqual([shelf.name]);
  expect(await ask(`select name from platform.migrations where name like '9%'`)).toEqual([{ name: shelf.name }]);
});

test('refuses an applied migration whose file has changed', async () => {
  const changed = migration(shelf.name, `${shelf.sql};`);
  await expect(migrate(database.url, [...line, changed])).rejects.toMatchObject({ code: 'migration.changed' });
});

test('refuses a database that is ahead of this version', async () => {
  await expect(migrate(database.url, line)).rejects.toMatchObject({ code: 'migration.unknown' });
});

test('says in one sentence that the database cannot be reached', async () => {
  const nowhere = 'postgresql://nobody@127.0.0.1:1/none';
  await expect(migrate(nowhere, line)).rejects.toMatchObject({ code: 'database.refused' });
});
