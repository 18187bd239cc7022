import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoDistrictId, loadDemoDistrict } from '../db/demo/demo-district.ts';
import { inTransaction } from '../platform/db/transaction.ts';
import { writeRows } from '../platform/sheets/write-rows.ts';
import { areaScope, type Work } from '../platform/work.ts';
import { freshDatabase, type TestDatabase } from '../tests/support/database.ts';
import { importBodies } from './import-bodies.ts';

let database: TestDatabase;
const work = <T>(run: (work: Work) => Promise<T>) =>
  inTransaction(
    database.db,
    {
      districtId: demoDistrictId,
      scope: areaScope(''),
      actor: { kind: 'system', name: 'import' },
      now: new Date('2026-11-18T02:00:00Z'),
    },
    run,
  );
beforeAll(async () => {
  database = await freshDatabase();
  await work(loadDemoDistrict);
});
afterAll(() => database.drop());

const book = (kind: string) =>
  writeRows([
    {
      name: '机构',
      headings: ['机构名称', '机构类型', '区划代码'],
      widths: [],
      rows: [['星井社区服务站', kind, '990102001001']],
    },
  ]);

test('a preview changes nothing, an import does it, a second one has nothing left to do', async () => {
  const bytes = await book('社区服务站');
  for (const doImport of [false, true]) {
    const told = await work((w) => importBodies(w, bytes, doImport));
    expect([told.ok, told.lines[1], told.passwords]).toEqual([true, '机构 Bodies: +1 ~0 =0', null]);
  }
  expect((await work((w) => importBodies(w, bytes, true))).lines[1]).toBe('机构 Bodies: +0 ~0 =1');
});

test('a fault is told by its cell in both languages, and nothing is imported', async () => {
  const told = await work(async (w) => importBodies(w, await book('服务点'), true));
  expect(told.ok).toBe(false);
  expect(told.lines.at(-1)).toMatch(/^机构 B2: 没有这种机构类型.* There is no such kind of body/);
});
