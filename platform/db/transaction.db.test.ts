import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts';
import { done, refuse } from '../result.ts';
import { areaScope, type Work } from '../work.ts';
import { openDatabase } from './database.ts';
import { inTransaction } from './transaction.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const occasion = {
  districtId: 620102,
  actor: { kind: 'system', name: 'setup' },
  scope: areaScope('620102001'),
  now: new Date('2026-03-02T01:00:00Z'),
} as const;

const saveSetting = (work: Work, name: string) =>
  work.db
    .insertInto('platform.settings')
    .values({ district_id: work.districtId, name, value: JSON.stringify([name]), changed_at: work.now })
    .execute();

const settingNames = async () =>
  (await database.db.selectFrom('platform.settings').select('name').execute()).map(({ name }) => name);

test('keeps what was done', async () => {
  const result = await inTransaction(database.db, occasion, async (work) => {
    await saveSetting(work, 'kept');
    return done('yes');
  });
  expect(result).toEqual(done('yes'));
  expect(await settingNames()).toContain('kept');
});

test('undoes everything when the answer is a refusal', async () => {
  const result = await inTransaction(database.db, occasion, async (work) => {
    await saveSetting(work, 'refused');
    return refuse('setting.not_allowed');
  });
  expect(result).toEqual({ ok: false, code: 'setting.not_allowed' });
  expect(await settingNames()).not.toContain('refused');
});

test('undoes everything when something is thrown', async () => {
  const run = inTransaction(database.db, occasion, async (work) => {
    await saveSetting(work, 'thrown');
    throw new Error('halfway');
  });
  await expect(run).rejects.toThrow('halfway');
  expect(await settingNames()).not.toContain('thrown');
});

test('does not report success when an earlier error was swallowed and the database gave up the transaction', async () => {
  const run = inTransaction(database.db, occasion, async (work) => {
    await sql`select 1 / 0`.execute(work.db).catch(() => undefined);
    return done('all well');
  });
  await expect(run).rejects.toThrow();
});

test('works as linli_app within the district and scope, and the next user of the connection has neither', async () => {
  const one = openDatabase(database.url, { maxConnections: 1 });
  const state = sql<{ role: string; district: string; lo: string }>`
    select current_user as role, current_setting('app.district', true) as district, current_setting('app.lo', true) as lo`;
  try {
    const inside = await inTransaction(one, occasion, (work) => state.execute(work.db));
    expect(inside.rows).toEqual([{ role: 'linli_app', district: '620102', lo: '620102001' }]);
    const after = await state.execute(one);
    expect(after.rows).toEqual([{ role: 'linli_app', district: '', lo: '' }]);
  } finally {
    await one.destroy();
  }
});

test('gives int8 as a number and a date as its text', async () => {
  const { rows } = await sql`select 5::int8 as count, date '2026-02-28' as day`.execute(database.db);
  expect(rows).toEqual([{ count: 5, day: '2026-02-28' }]);
});

test('prepares a statement once per connection, unless naming is off', async () => {
  for (const namedStatements of [true, false]) {
    const one = openDatabase(database.url, { maxConnections: 1, namedStatements });
    const ask = () => one.selectFrom('platform.settings').select('name').where('name', '=', 'none').execute();
    await ask();
    await ask();
    const { rows } = await sql`select statement from pg_prepared_statements`.execute(one);
    expect(rows).toHaveLength(namedStatements ? 1 : 0);
    await one.destroy();
  }
});

test('an empty transaction leaves nothing open, and one that begins with a value or a plain question is one', async () => {
  const empty = await database.db.startTransaction().execute();
  await empty.commit().execute();
  const first = await database.db.startTransaction().execute();
  const { rows } = await sql<{ n: number }>`select 1 as n`.execute(first);
  expect(rows).toEqual([{ n: 1 }]);
  await sql`insert into platform.settings (district_id, name, value, changed_at) values (${620102}, 'open', '1', now())`.execute(
    first,
  );
  await first.rollback().execute();
  const second = await database.db.startTransaction().execute();
  await sql`insert into platform.settings (district_id, name, value, changed_at) values (${620102}, 'open', '1', now())`.execute(
    second,
  );
  await second.rollback().execute();
  expect(await settingNames()).not.toContain('open');
});
