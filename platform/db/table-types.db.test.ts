import { readFileSync } from 'node:fs';
import pg from 'pg';
import { expect, test } from 'vitest';
import { freshDatabase } from '../../tests/support/database.ts';
import { writeTableTypes } from './table-types.ts';

test('tables.ts is what the migrations make; if not, run "npm run types:db"', async () => {
  const database = await freshDatabase();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const current = await writeTableTypes(client);
  await client.end();
  await database.drop();
  const committed = readFileSync(new URL('./tables.ts', import.meta.url), 'utf8');
  expect(committed === current, 'platform/db/tables.ts is out of date: run "npm run types:db"').toBe(true);
});
