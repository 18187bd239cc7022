import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { as, asSystem, go, open, readerOf, setUpLibraryDistrict, staff } from '../testing/library-district.ts';
import { findMatterPage } from './get-matter-page.ts';
import { verifyTimelines, type Misfit } from './verify-timeline.ts';

let database: TestDatabase;
let owner: pg.Client;
let matterId: string;

beforeAll(async () => {
  database = await freshDatabase();
  await setUpLibraryDistrict(database.db);
  owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  await open(database.db, 'south');
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});
beforeEach(async () => {
  matterId = await open(database.db, 'north');
  await go(
    database.db,
    matterId,
    [staff('north'), '2026-11-16 11:00', 'take', { memo: '旧书库里' }],
    [staff('north'), '2026-11-16 12:00', 'note', { note: '一号书架' }],
    [readerOf(matterId), '2026-11-16 13:00', 'cancel'],
  );
});

const verify = () => asSystem(database.db, '2026-11-17 10:00', (work) => verifyTimelines(work));
/** Someone with the owner’s rights changes what stands written; what is found is told, and the matter removed. */
async function tamper(...statements: string[]): Promise<readonly Misfit[]> {
  for (const statement of statements) await owner.query(statement.replaceAll('$id', `'${matterId}'`));
  const { misfits } = await verify();
  await owner.query('delete from matters.words where matter_id = $1', [matterId]);
  await owner.query('delete from matters.timeline where matter_id = $1', [matterId]);
  await owner.query('delete from matters.clocks where matter_id = $1', [matterId]);
  await owner.query('delete from matters.matters where id = $1', [matterId]);
  return misfits;
}
const here = (seq: number, ...whats: Misfit['what'][]) => whats.map((what) => ({ matterId, seq, what }));

describe('the timelines (时间线校验)', () => {
  test('fit as they were written, and the check says how many it saw', async () => {
    const { matters, entries, misfits } = await verify();
    expect(misfits).toEqual([]);
    expect(matters).toBeGreaterThan(1);
    expect(entries).toBeGreaterThanOrEqual(5);
  });

  test('are only those in the scope of whoever asks', async () => {
    const seen = await as(database.db, staff('south'), '2026-11-17 10:00', (work) => verifyTimelines(work));
    expect(seen).toEqual({ matters: 1, entries: 1, erased: 0, misfits: [] });
  });

  test('still fit when words were erased by law', async () => {
    expect(await tamper('delete from matters.words where matter_id = $id and seq = 2')).toEqual([]);
  });
});

describe('a change behind the back of the application is named', () => {
  const entry = 'where matter_id = $id and seq';
  test.each<[string, string[], () => object[]]>([
    [
      'one word of the content',
      [`update matters.timeline set content = jsonb_set(content, '{to}', '"shelved"') ${entry} = 3`],
      () => here(3, 'content'),
    ],
    [
      'something added to the content',
      [`update matters.timeline set content = content || '{"x": 1}' ${entry} = 1`],
      () => here(1, 'content'),
    ],
    [
      'the time by a millisecond',
      [`update matters.timeline set at = at + interval '1 millisecond' ${entry} = 2`],
      () => here(2, 'content'),
    ],
    ['one sign of the words', [`update matters.words set text = '旧书库外' ${entry} = 2`], () => here(2, 'words')],
    ['the salt of the words', [`update matters.words set salt = '\\x00' ${entry} = 2`], () => here(2, 'words')],
    [
      'words that nobody wrote',
      [
        `insert into matters.words select district_id, matter_id, 4, name, visible, text, salt from matters.words ${entry} = 2`,
      ],
      () => here(4, 'words'),
    ],
    [
      'a digest with its words, but not the hash',
      [`update matters.timeline set content = jsonb_set(content, '{input,note,digest}', '"x"') ${entry} = 3`],
      () => here(3, 'content', 'words'),
    ],
    [
      'one bit of a hash',
      [`update matters.timeline set hash = set_bit(hash, 0, 1 - get_bit(hash, 0)) ${entry} = 2`],
      () => [...here(2, 'content'), ...here(3, 'chain')],
    ],
    [
      'one bit of the last hash',
      [`update matters.timeline set hash = set_bit(hash, 0, 1 - get_bit(hash, 0)) ${entry} = 4`],
      () => here(4, 'content', 'head'),
    ],
    [
      'the order of two entries',
      [
        'delete from matters.words where matter_id = $id',
        `update matters.timeline set seq = 99 ${entry} = 2`,
        `update matters.timeline set seq = 2 ${entry} = 3`,
        `update matters.timeline set seq = 3 ${entry} = 99`,
      ],
      () => [...here(2, 'chain', 'content'), ...here(3, 'chain', 'content'), ...here(4, 'chain')],
    ],
    [
      'an entry taken out',
      ['delete from matters.words where matter_id = $id', `delete from matters.timeline ${entry} = 3`],
      () => here(4, 'chain'),
    ],
    ['the last entry cut off', [`delete from matters.timeline ${entry} = 4`], () => here(3, 'head')],
    [
      'all entries taken away',
      ['delete from matters.words where matter_id = $id', 'delete from matters.timeline where matter_id = $id'],
      () => here(0, 'head'),
    ],
    ['the number of the last entry', [`update matters.matters set seq = 3 where id = $id`], () => here(4, 'head')],
    ['the head of the matter', [`update matters.matters set head = '\\x00' where id = $id`], () => here(4, 'head')],
  ])('%s', async (_, statements, misfits) => {
    expect(await tamper(...statements)).toEqual(misfits());
  });

  test('and the page of a matter whose entries are gone still opens', async () => {
    await owner.query('delete from matters.words where matter_id = $1', [matterId]);
    await owner.query('delete from matters.timeline where matter_id = $1', [matterId]);
    expect(await asSystem(database.db, '2026-11-17 10:00', (work) => findMatterPage(work, matterId))).toMatchObject({
      timeline: [],
    });
  });
});
