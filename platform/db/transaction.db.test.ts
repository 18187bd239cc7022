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

test('what is asked together is carried out in its order, and in one message', async () => {
  const one = openDatabase(database.url, { maxConnections: 1 });
  const ask = (work: Work, n: number) =>
    sql<{
      n: number;
      at: Date;
    }>`select ${n}::int as n, pg_sleep(${n === 1 ? 0.05 : 0}), clock_timestamp() as at`.execute(work.db);
  try {
    const found = await inTransaction(one, occasion, async (work) => {
      const asked = [ask(work, 1), saveSetting(work, 'together'), ask(work, 2)] as const;
      const [first, , last] = await Promise.all(asked);
      return [first.rows[0], last.rows[0]];
    });
    expect(found.map((row) => row?.n)).toEqual([1, 2]);
    expect(Number(found[1]?.at) >= Number(found[0]?.at)).toBe(true);
    expect(await settingNames()).toContain('together');
  } finally {
    await one.destroy();
  }
});

test('when one of what is asked together fails, nothing of it is kept and its own error is told', async () => {
  const run = inTransaction(database.db, occasion, async (work) => {
    await Promise.all([saveSetting(work, 'beside'), sql`select 1 / 0`.execute(work.db), saveSetting(work, 'behind')]);
    return done('yes');
  });
  await expect(run).rejects.toThrow('division by zero');
  expect(await settingNames()).not.toEqual(expect.arrayContaining(['beside']));
  expect(await settingNames()).not.toEqual(expect.arrayContaining(['behind']));
});

test('whoever keeps the transaction beyond its end is refused, and cannot reach what another does on its connection', async () => {
  let kept: Work | undefined;
  await inTransaction(database.db, occasion, async (work) => {
    kept = work;
    return done('yes');
  });
  await expect(saveSetting(kept as Work, 'too late')).rejects.toThrow('the transaction has ended');
  expect(await settingNames()).not.toContain('too late');
});
