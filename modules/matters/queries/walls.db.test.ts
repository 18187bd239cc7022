import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FileStore } from '../../../platform/files/folder.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { noScope, type Actor } from '../../../platform/work.ts';
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { storePhoto } from '../actions/store-photo.ts';
import { findMatterIdByNumber } from '../store/matter-store.ts';
import { libraries } from '../testing/library-desk.ts';
import { act, as, asSystem, go, open, readerOf, setUpLibraryDistrict, staff } from '../testing/library-district.ts';
import { findPhoto } from './find-photo.ts';
import { findMatterPage, listEntriesSince } from './get-matter-page.ts';
import { listMatters } from './list-matters.ts';
import { listStepBodies } from './list-step-bodies.ts';

const stored = new Map<string, Buffer>();
const files: FileStore = {
  put: async (bytes) => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    stored.set(sha256, bytes);
    return { sha256 };
  },
  get: async (sha256) => stored.get(sha256)!,
  check: () => Promise.resolve(),
};
const noon = '2026-11-16 12:00';

let database: TestDatabase;
let matterId: string;
let photoId: string;
let number: string;

async function upload(actor: Actor): Promise<string> {
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#888' } })
    .jpeg()
    .toBuffer();
  const photo = await as(database.db, actor, noon, (work) => storePhoto(work, { bytes, maxBytes: 1_000_000, files }));
  if (!photo.ok) throw new Error(photo.code);
  return photo.value.photoId;
}

beforeAll(async () => {
  database = await freshDatabase();
  await setUpLibraryDistrict(database.db);
  photoId = await upload({ kind: 'public' });
  matterId = await open(database.db, 'north', '2026-11-16 10:00', { input: { what: '一本旧县志', photos: [photoId] } });
  await go(database.db, matterId, [staff('north'), '2026-11-16 11:00', 'take', { memo: '旧书库里' }]);
  number = (await asSystem(database.db, noon, (work) => findMatterPage(work, matterId)))!.number;
});
afterAll(() => database.drop());

/** Everything that can be read of the matter, by the queries and by plain SQL without a word about the scope. */
async function whatIsSeenBy(actor: Actor) {
  return as(database.db, actor, noon, async (work) => {
    const rows = async (table: string, column = 'matter_id') =>
      (
        await sql<{
          n: number;
        }>`select count(*)::int as n from ${sql.table(table)} where ${sql.ref(column)} = ${matterId}::uuid`.execute(
          work.db,
        )
      ).rows[0]!.n;
    const listed = await listMatters(work, { queue: 'newest', limit: 50 });
    const searched = await listMatters(work, { queue: 'newest', words: number, limit: 50 });
    return {
      page: (await findMatterPage(work, matterId)) !== undefined,
      since: (await listEntriesSince(work, matterId, 0)).length,
      listed: listed.ok && listed.value.rows.some((row) => row.id === matterId),
      searched: searched.ok && searched.value.rows.length,
      number: (await findMatterIdByNumber(work, number)) === matterId,
      photo: (await findPhoto(work, { matterId, photoId }, files)) !== undefined,
      bodies: (await listStepBodies(work, { matterId, step: 'passOn' }, () => false)) !== undefined,
      sql: {
        matters: await rows('matters.matters', 'id'),
        timeline: await rows('matters.timeline'),
        words: await rows('matters.words'),
        clocks: await rows('matters.clocks'),
        attachments: await rows('matters.attachments'),
      },
    };
  });
}
const everything = {
  page: true,
  since: 2,
  listed: true,
  searched: 1,
  number: true,
  photo: true,
  bodies: true,
  sql: { matters: 1, timeline: 2, words: 2, clocks: 3, attachments: 1 },
};
const nothing = {
  page: false,
  since: 0,
  listed: false,
  searched: 0,
  number: false,
  photo: false,
  bodies: false,
  sql: { matters: 0, timeline: 0, words: 0, clocks: 0, attachments: 0 },
};

describe('a matter is seen (可见范围)', () => {
  test.each<[string, () => Actor]>([
    ['its own community', () => staff('north')],
    ['the task group of its sub-district', () => staff('main')],
    ['the centre of the district', () => staff('centre')],
  ])('by %s', async (_, actor) => {
    expect(await whatIsSeenBy(actor())).toEqual(everything);
  });

  test('by the person who asked, alone and outside of every list', async () => {
    expect(await whatIsSeenBy(readerOf(matterId))).toMatchObject({
      page: true,
      since: 2,
      photo: true,
      sql: everything.sql,
    });
  });

  test.each<[string, () => Actor]>([
    ['the neighbouring community', () => staff('south')],
    ['its head', () => staff('south', 'chief')],
    ['a department that has no part in it', () => staff('archive')],
    ['the person of another matter', () => readerOf('0190000c-0000-7000-8000-000000000099')],
    ['someone who raises a new one', () => ({ kind: 'resident', matterId: null })],
    ['the public', () => ({ kind: 'public' })],
    [
      'a worker in a post that nobody knows',
      () => ({ ...staff('south'), postKind: 'unknown', bodyId: libraries.south.bodyId }),
    ],
  ])('by %s not at all', async (_, actor) => {
    expect(await whatIsSeenBy(actor())).toEqual(nothing);
  });

  test('in the sums of all that is open, by who sees the whole district and nobody else', async () => {
    const seenBy = (actor: Actor, districtId = 990177) =>
      as(database.db, actor, noon, async (work) => {
        const { rows } = await sql`select * from matters.open_of_district(${districtId}::int)`.execute(work.db);
        return rows.length;
      });
    expect(await seenBy(staff('centre'))).toBe(1);
    for (const actor of [
      staff('north'),
      staff('main'),
      staff('archive'),
      readerOf(matterId),
      { kind: 'public' } as const,
    ])
      expect([actor.kind, await seenBy(actor)]).toEqual([actor.kind, 0]);
    expect(await seenBy(staff('centre'), 990178)).toBe(0);
  });

  test('by no other district', async () => {
    const seen = await inTransaction(
      database.db,
      {
        districtId: 990178,
        scope: { ...noScope, lo: '990177', hi: '990177~' },
        actor: { kind: 'system', name: 'setup' },
        now: new Date(),
      },
      async ({ db }) => {
        const tables = [
          'matters.matters',
          'matters.timeline',
          'matters.words',
          'matters.clocks',
          'matters.attachments',
          'matters.commands',
          'matters.counts',
          'matters.numbers',
        ];
        return Promise.all(
          tables.map(async (table) => (await sql`select 1 from ${sql.table(table)}`.execute(db)).rows.length),
        );
      },
    );
    expect(seen).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  });

  test('by a body from the moment it is offered, and still after it declined', async () => {
    const id = await open(database.db, 'north');
    const seen = () => as(database.db, staff('archive'), '2026-11-16 13:00', (work) => findMatterPage(work, id));
    await go(database.db, id, [staff('north'), '2026-11-16 11:00', 'take']);
    expect(await seen()).toBeUndefined();
    await go(database.db, id, [
      staff('north'),
      '2026-11-16 12:00',
      'passOn',
      { body: libraries.archive.bodyId, reason: '旧书在档案馆' },
    ]);
    expect(await seen()).toMatchObject({ state: 'passedOn', offer: { to: { id: libraries.archive.bodyId } } });
    const queue = await as(database.db, staff('archive'), '2026-11-16 13:00', (work) =>
      listMatters(work, { queue: 'toAccept', limit: 9 }),
    );
    expect(queue).toMatchObject({ ok: true, value: { rows: [{ id, offeredTo: { en: 'archive' } }] } });
    await go(database.db, id, [staff('archive'), '2026-11-16 14:00', 'decline', { reason: '不在这里' }]);
    expect(await seen()).toMatchObject({ state: 'searching', holder: { body: { id: libraries.north.bodyId } } });
    expect(
      await as(database.db, staff('south'), '2026-11-16 14:00', (work) => findMatterPage(work, id)),
    ).toBeUndefined();
  });
});

describe('photos (照片)', () => {
  test('belong to the matter that took them up first', async () => {
    expect(
      await act(database.db, staff('north'), noon, { matterId, step: 'note', input: { note: '见照片' } }),
    ).toMatchObject({ ok: true });
    const other = await open(database.db, 'south');
    await go(
      database.db,
      other,
      [staff('south'), '2026-11-16 11:00', 'take'],
      [staff('south'), '2026-11-16 12:00', 'lend'],
    );
    const stolen = await act(database.db, readerOf(other), '2026-11-16 13:00', {
      matterId: other,
      step: 'bringBack',
      input: { photos: [photoId] },
    });
    expect(stolen).toEqual({ ok: false, code: 'photo.not_found' });
    const own = await upload(readerOf(other));
    expect(
      await act(database.db, readerOf(other), '2026-11-16 13:00', {
        matterId: other,
        step: 'bringBack',
        input: { photos: [own] },
      }),
    ).toMatchObject({ ok: true });
    const page = await as(database.db, staff('south'), '2026-11-16 14:00', (work) => findMatterPage(work, other));
    expect(page?.timeline.at(-1)?.photos).toEqual([{ id: own, width: 40, height: 30 }]);
  });

  test('stay with the entry that took them up', async () => {
    const own = await upload({ kind: 'public' });
    const id = await open(database.db, 'north', '2026-11-16 10:00', { input: { what: '一本旧县志', photos: [own] } });
    await go(database.db, id, [staff('north'), '2026-11-16 11:00', 'take'], [staff('north'), noon, 'lend']);
    const again = { matterId: id, step: 'bringBack', input: { photos: [own] } };
    expect(await act(database.db, readerOf(id), '2026-11-16 13:00', again)).toEqual({
      ok: false,
      code: 'photo.not_found',
    });
    const page = await as(database.db, staff('north'), '2026-11-16 14:00', (work) => findMatterPage(work, id));
    expect(page?.timeline.map((entry) => entry.photos.length)).toEqual([1, 0, 0]);
    expect(page?.state).toBe('lent');
  });

  test('are found only with the matter they belong to', async () => {
    const other = await open(database.db, 'north');
    expect(
      await as(database.db, staff('north'), noon, (work) => findPhoto(work, { matterId: other, photoId }, files)),
    ).toBeUndefined();
    const found = await as(database.db, staff('north'), noon, (work) => findPhoto(work, { matterId, photoId }, files));
    expect(found?.mediaType).toMatch(/^image\//);
  });
});

describe('what is written stays written', () => {
  const attempt = (statement: string) =>
    asSystem(database.db, noon, ({ db }) => sql.raw(`${statement} where matter_id = '${matterId}'`).execute(db));
  test.each([
    ['update matters.timeline set at = now()'],
    ['update matters.timeline set content = content'],
    ['delete from matters.timeline'],
    ['update matters.words set text = text'],
    ['delete from matters.words'],
    ['delete from matters.clocks'],
    ['update matters.commands set seq = seq'],
    ['delete from matters.commands'],
    ['delete from matters.attachments'],
  ])('the application may not %s', async (statement) => {
    await expect(attempt(statement)).rejects.toThrow(/permission denied/);
  });

  test('nor truncate the timeline, nor delete a matter', async () => {
    const run = (statement: string) => asSystem(database.db, noon, ({ db }) => sql.raw(statement).execute(db));
    await expect(run('truncate matters.timeline')).rejects.toThrow(/permission denied/);
    await expect(run('delete from matters.matters')).rejects.toThrow(/permission denied/);
  });

  test('not even a connection that forgot its scope sees a row', async () => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    try {
      await client.query('set role linli_app');
      for (const table of ['matters', 'timeline', 'words', 'clocks', 'attachments', 'counts'])
        expect((await client.query(`select * from matters.${table}`)).rows).toEqual([]);
    } finally {
      await client.end();
    }
  });
});
