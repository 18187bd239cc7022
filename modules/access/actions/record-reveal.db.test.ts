import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Actor, Work } from '../../../platform/work.ts';
import { areaScope } from '../../../platform/work.ts';
import type { TestDatabase } from '../../../tests/support/database.ts';
import { freshDatabase } from '../../../tests/support/database.ts';
import { listRevealsOf } from '../queries/list-reveals-of.ts';
import { recordReveal } from './record-reveal.ts';

const districtId = 990199;
const now = new Date('2030-03-08T10:00:00+08:00');
const id = (number: number) => `01900000-0000-7000-8000-00000000000${number}`;
const subject = { subjectKind: 'matter', subjectId: id(9) };

let database: TestDatabase;
const work = <T>(actor: Actor, run: (work: Work) => Promise<T>, tenant = districtId) =>
  inTransaction(database.db, { districtId: tenant, scope: areaScope(''), actor, now }, run);
const worker = (postKind: string): Actor => ({
  kind: 'worker',
  accountId: id(1),
  name: '白松',
  postId: id(3),
  postKind,
  isHead: false,
  bodyId: id(2),
  areaCode: '990199',
});
const setup: Actor = { kind: 'system', name: 'setup' };

beforeAll(async () => {
  database = await freshDatabase();
  await work(setup, async ({ db }) => {
    await sql`insert into territory.districts values (${districtId}, '样例区', 'Sample District')`.execute(db);
    await sql`
      insert into territory.areas (district_id, code, kind, name_zh, name_en, founded_on)
      values (${districtId}, '990199', 'district', '样例区', 'Sample District', '2019-05-01')`.execute(db);
    await sql`
      insert into accounts.accounts (district_id, id, login, name_zh, name_en, created_at)
      values (${districtId}, ${id(1)}::uuid, 'bai.song', '白松', 'Bai Song', ${now})`.execute(db);
    await sql`
      insert into bodies.bodies (district_id, id, kind, name_zh, name_en, area_code)
      values (${districtId}, ${id(2)}::uuid, 'districtCentre', '调度中心', 'Centre', '990199')`.execute(db);
    await sql`
      insert into bodies.posts (district_id, id, body_id, kind, name_zh, name_en, area_code, is_head, tenure)
      values (${districtId}, ${id(3)}::uuid, ${id(2)}::uuid, 'dispatchClerk', '调度员', 'Clerk', '990199', false, 'appointed')`.execute(
      db,
    );
  });
});
afterAll(() => database.drop());

test('a look at a phone number is kept with person, post, body and purpose', async () => {
  const recorded = await work(worker('dispatchClerk'), (w) => recordReveal(w, { ...subject, purpose: 'verifyFacts' }));
  expect(recorded.ok).toBe(true);
  expect(await work(setup, (w) => listRevealsOf(w, subject))).toEqual([
    {
      at: now,
      purpose: 'verifyFacts',
      accountId: id(1),
      personZh: '白松',
      personEn: 'Bai Song',
      postNameZh: '调度员',
      postNameEn: 'Clerk',
      bodyNameZh: '调度中心',
      bodyNameEn: 'Centre',
    },
  ]);
  expect(await work(setup, (w) => listRevealsOf(w, { ...subject, subjectId: id(8) }))).toEqual([]);
  expect(await work(setup, (w) => listRevealsOf(w, subject), 990198)).toEqual([]);
});

test('a post that may not look leaves no look behind', async () => {
  const input = { subjectKind: 'matter', subjectId: id(7), purpose: 'contactReporter' } as const;
  const refused = { ok: false, code: 'access.not_your_post' };
  expect(await work(worker('propertyClerk'), (w) => recordReveal(w, input))).toMatchObject(refused);
  expect(await work({ kind: 'public' }, (w) => recordReveal(w, input))).toMatchObject(refused);
  expect(await work(setup, (w) => listRevealsOf(w, input))).toEqual([]);
});

test.each(['update access.reveals set purpose = purpose', 'delete from access.reveals'])(
  'the database refuses to %s',
  async (statement) => {
    await expect(work(setup, ({ db }) => sql.raw(statement).execute(db))).rejects.toThrow('permission denied');
  },
);

test.each(['access.reveals'])(
  'a query that forgets the district sees nothing of the neighbour’s in %s',
  async (table) => {
    const districts = async (tenant: number) => {
      const seen = await work(
        setup,
        ({ db }) => sql<{ district_id: number }>`select distinct district_id from ${sql.table(table)}`.execute(db),
        tenant,
      );
      return seen.rows.map(({ district_id }) => district_id);
    };
    expect(await districts(990199)).toEqual([990199]);
    expect(await districts(990197)).toEqual([]);
  },
);
