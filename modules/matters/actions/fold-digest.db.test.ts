import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { areaScope } from '../../../platform/work.ts';
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { findReceiptProof } from '../queries/find-receipt-proof.ts';
import { listDigests, listDigestYears } from '../queries/list-digests.ts';
import { firstDigest } from '../rules/digest-chain.ts';
import { rootOf } from '../rules/digest-tree.ts';
import { as, asSystem, go, open, readerOf, setUpLibraryDistrict, staff } from '../testing/library-district.ts';
import { foldNextDay } from './fold-digest.ts';

let database: TestDatabase;
let owner: pg.Client;
beforeAll(async () => {
  database = await freshDatabase();
  owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  await setUpLibraryDistrict(database.db);
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});
beforeEach(() => owner.query('truncate matters.digests, matters.digest_leaves, matters.matters cascade'));

const fold = (now: string) => asSystem(database.db, now, foldNextDay);
const digests = () => asSystem(database.db, '2026-12-31 10:00', (work) => listDigests(work, { latest: 30 }));
const told = async () => (await digests()).map(({ day, leaves }) => [day, leaves]);

describe('a day (每日摘要)', () => {
  test('is folded once it is over, and only once', async () => {
    await open(database.db, 'north', '2026-11-16 10:00');
    await open(database.db, 'south', '2026-11-16 23:59');
    expect(await fold('2026-11-17 00:00')).toMatchObject({ day: '2026-11-16', leaves: 2, prev: firstDigest(990177) });
    expect(await fold('2026-11-17 00:01')).toBeUndefined();
    expect(await fold('2026-11-17 23:59')).toBeUndefined();
    expect(await told()).toEqual([['2026-11-16', 2]]);
  });

  test('is chained to the day before, also when nothing happened on it', async () => {
    await open(database.db, 'north', '2026-11-16 10:00');
    const first = await fold('2026-11-17 08:00');
    const second = await fold('2026-11-18 08:00');
    expect(second).toMatchObject({ day: '2026-11-17', leaves: 0, root: rootOf([]), prev: first?.digest });
  });

  test('that was missed is caught up, each with its own matters', async () => {
    await open(database.db, 'north', '2026-11-16 10:00');
    await fold('2026-11-17 08:00');
    await open(database.db, 'north', '2026-11-17 10:00');
    await open(database.db, 'north', '2026-11-19 10:00');
    await open(database.db, 'north', '2026-11-20 07:00');
    while (await fold('2026-11-20 08:00'));
    expect(await told()).toEqual([
      ['2026-11-19', 1],
      ['2026-11-18', 0],
      ['2026-11-17', 1],
      ['2026-11-16', 1],
    ]);
  });

  test('is the first one when the server first runs, and holds what earlier years left', async () => {
    await open(database.db, 'north', '2024-03-01 10:00');
    await open(database.db, 'south', '2025-06-01 10:00');
    expect(await fold('2026-11-17 08:00')).toMatchObject({ day: '2026-11-16', leaves: 2 });
    expect(await asSystem(database.db, '2026-11-17 08:00', listDigestYears)).toEqual([2026]);
  });

  test('takes in what was written late for a day that is folded', async () => {
    const matterId = await open(database.db, 'north', '2026-11-16 10:00');
    await fold('2026-11-17 00:00');
    await go(database.db, matterId, [staff('north'), '2026-11-16 23:59', 'take']);
    await open(database.db, 'south', '2025-06-01 10:00');
    expect(await fold('2026-11-18 00:00')).toMatchObject({ day: '2026-11-17', leaves: 2 });
  });

  test('is folded once by two servers at once', async () => {
    await open(database.db, 'north', '2026-11-16 10:00');
    const lock = `(hashtextextended('990177:digest', 0))`;
    await owner.query(`select pg_advisory_lock${lock}`);
    try {
      expect(await fold('2026-11-17 08:00')).toBeUndefined();
    } finally {
      await owner.query(`select pg_advisory_unlock${lock}`);
    }
    const folded = await Promise.all([fold('2026-11-17 08:00'), fold('2026-11-17 08:00'), fold('2026-11-17 08:00')]);
    expect(folded.filter((digest) => digest !== undefined)).toHaveLength(1);
    expect(await told()).toEqual([['2026-11-16', 1]]);
  });

  test('whose digest was taken away is not folded again in silence', async () => {
    await open(database.db, 'north', '2026-11-16 10:00');
    await fold('2026-11-17 08:00');
    await owner.query('delete from matters.digests');
    await expect(fold('2026-11-17 08:01')).rejects.toThrow('2026-11-16 was folded before and its digest is gone');
    expect(await told()).toEqual([]);
  });

  test('is not folded again when the clock of the machine jumps back', async () => {
    await open(database.db, 'north', '2026-11-16 10:00');
    await fold('2026-11-17 08:00');
    expect(await fold('2026-11-15 08:00')).toBeUndefined();
    expect(await told()).toEqual([['2026-11-16', 1]]);
  });
});

describe('the proof of a matter (核对记录)', () => {
  test('is there for each day on which something was written, and fits', async () => {
    const matterId = await open(database.db, 'north', '2026-11-16 10:00');
    for (let n = 0; n < 6; n += 1) await open(database.db, 'south', '2026-11-16 11:00');
    await fold('2026-11-17 08:00');
    await go(database.db, matterId, [staff('north'), '2026-11-17 11:00', 'take', { memo: '旧书库里' }]);
    const prove = () =>
      as(database.db, readerOf(matterId), '2026-11-18 08:00', (work) => findReceiptProof(work, matterId));
    expect(await prove()).toMatchObject({
      days: [{ day: '2026-11-16', size: 7, fits: true }],
      isWhole: true,
      isWaiting: true,
    });
    await fold('2026-11-18 08:00');
    const proof = await prove();
    expect(proof.days.map(({ day, size, fits }) => [day, size, fits])).toEqual([
      ['2026-11-16', 7, true],
      ['2026-11-17', 1, true],
    ]);
    expect(proof.isWaiting).toBe(false);
  });

  test('works in a tree of several branches', async () => {
    const matterId = await open(database.db, 'north', '2026-11-16 10:00');
    await owner.query(`
      insert into matters.matters
      select (jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid(), 'number', n))).*
      from matters.matters m, generate_series(1, 2500) n`);
    await owner.query(`
      insert into matters.timeline
      select district_id, id, 1, opened_at, 'opened', '{}', head, head from matters.matters where id <> '${matterId}'`);
    expect(await fold('2026-11-17 08:00')).toMatchObject({ leaves: 2501 });
    const { rows } = await owner.query('select matter_id from matters.digest_leaves order by leaf');
    for (const place of [0, 1, 1023, 1024, 2047, 2048, 2500]) {
      const at = rows[place].matter_id;
      const proof = await as(database.db, readerOf(at), '2026-11-18 08:00', (work) => findReceiptProof(work, at));
      expect(proof.days).toMatchObject([{ place, size: 2501, fits: true }]);
    }
  });

  test.each([
    ['the entry that was sealed is gone', `delete from matters.timeline`],
    ['it has another hash', `update matters.timeline set hash = sha256(hash)`],
    ['a neighbour’s leaf is gone', `delete from matters.digest_leaves where matter_id <> $id`],
    ['the root was changed', `update matters.digests set root = sha256(root)`],
    ['the digest was changed', `update matters.digests set digest = sha256(digest)`],
  ])('does not fit when %s', async (_, statement) => {
    const matterId = await open(database.db, 'north', '2026-11-16 10:00');
    await open(database.db, 'south', '2026-11-16 10:00');
    await fold('2026-11-17 08:00');
    await owner.query('truncate matters.words');
    await owner.query(statement.replace('$id', `'${matterId}'`));
    const proof = await as(database.db, readerOf(matterId), '2026-11-18 08:00', (work) =>
      findReceiptProof(work, matterId),
    );
    expect(proof.days).toMatchObject([{ day: '2026-11-16', fits: false }]);
  });

  test('is of one’s own matter only, and says nothing of a person or a number', async () => {
    const [mine, other] = [await open(database.db, 'north'), await open(database.db, 'south')];
    await fold('2026-11-17 08:00');
    const proof = await as(database.db, readerOf(mine), '2026-11-18 08:00', (work) => findReceiptProof(work, mine));
    expect(JSON.stringify(proof)).not.toMatch(new RegExp(`${mine}|${other}|2611-`));
    const stolen = await as(database.db, readerOf(mine), '2026-11-18 08:00', (work) => findReceiptProof(work, other));
    expect(stolen.days).toEqual([]);
  });
});

describe('what is sealed stays sealed', () => {
  const run = (statement: string) =>
    asSystem(database.db, '2026-11-17 10:00', ({ db }) => sql.raw(statement).execute(db));

  test.each([
    'update matters.digests set digest = digest',
    'delete from matters.digests',
    'truncate matters.digests',
    'update matters.digest_leaves set salt = salt',
    'delete from matters.digest_leaves',
    'truncate matters.digest_leaves',
    'update matters.timeline set content = content',
    'delete from matters.timeline',
    'truncate matters.timeline cascade',
    'update matters.words set text = text',
    'truncate matters.words',
  ])('the application may not %s', async (statement) => {
    await expect(run(statement)).rejects.toThrow(/permission denied/);
  });

  test('and another district sees none of it', async () => {
    await open(database.db, 'north', '2026-11-16 10:00');
    await fold('2026-11-17 08:00');
    const occasion = {
      districtId: 990178,
      scope: areaScope(''),
      actor: { kind: 'system', name: 'timer' },
      now: new Date(),
    } as const;
    const seen = await inTransaction(database.db, occasion, async ({ db }) => [
      (await sql`select from matters.digests`.execute(db)).rows.length,
      (await sql`select from matters.digest_leaves`.execute(db)).rows.length,
    ]);
    expect(seen).toEqual([0, 0]);
  });
});
