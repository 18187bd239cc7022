import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts';
import { openDatabase } from '../db/database.ts';
import { districtKeys } from './keys.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const secret = 'a secret that is only used in this test';

test('gives every asker the same keys, also when several processes ask first at once', async () => {
  const handles = Array.from({ length: 6 }, () => openDatabase(database.url, { maxConnections: 1 }));
  const all = await Promise.all(handles.map((db) => districtKeys(db, 620102, secret)));
  await Promise.all(handles.map((db) => db.destroy()));
  for (const keys of all) expect(keys).toEqual(all[0]);
});

test('gives each district and each purpose its own key', async () => {
  const here = await districtKeys(database.db, 620102, secret);
  const there = await districtKeys(database.db, 620103, secret);
  const keys = [here.field, here.index, here.code, there.field, there.index, there.code];
  expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(6);
});

test('does not open the stored key with another secret, and works again with the right one', async () => {
  await districtKeys(database.db, 620104, secret);
  const other = openDatabase(database.url, { maxConnections: 1 });
  await expect(districtKeys(other, 620104, `${secret}!`)).rejects.toThrow('does not open');
  expect(await districtKeys(other, 620104, secret)).toEqual(await districtKeys(database.db, 620104, secret));
  await other.destroy();
});

test('stores no key in clear', async () => {
  const { field, index, code } = await districtKeys(database.db, 620105, secret);
  const rows = await database.db.selectFrom('platform.district_keys').select('wrapped_key').execute();
  for (const key of [field, index, code]) {
    expect(rows.some(({ wrapped_key }) => wrapped_key.includes(Buffer.from(key)))).toBe(false);
  }
});

test('does not keep in memory what was made in a transaction that was undone', async () => {
  const undone = await database.db
    .transaction()
    .execute(async (transaction) => Promise.reject(await districtKeys(transaction, 620106, secret)))
    .catch((keys: unknown) => keys);
  expect(undone).toHaveProperty('field');
  expect(await districtKeys(database.db, 620106, secret)).not.toEqual(undone);
});

test('gives the same keys inside a transaction as outside', async () => {
  const inside = await database.db.transaction().execute((transaction) => districtKeys(transaction, 620107, secret));
  expect(await districtKeys(database.db, 620107, secret)).toEqual(inside);
});
