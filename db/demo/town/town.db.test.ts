import { afterAll, beforeAll, expect, test } from 'vitest';
import { getGridBook, listAreas, locate } from '../../../modules/territory/index.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { areaScope, noScope, type Work } from '../../../platform/work.ts';
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { demoDistrictId, loadDemoDistrict } from '../demo-district.ts';

let database: TestDatabase;
const now = new Date('2026-11-18T02:00:00Z');
const demo = <T>(run: (work: Work) => Promise<T>, scope = areaScope('')) =>
  inTransaction(database.db, { districtId: demoDistrictId, scope, actor: { kind: 'system', name: 'demo' }, now }, run);
beforeAll(async () => {
  database = await freshDatabase();
  await demo(loadDemoDistrict);
});
afterAll(() => database.drop());

test('the grids of the demo district have no seam and no overlap, and there is much in them', async () => {
  const communities = await demo((work) => listAreas(work, { kind: 'community' }));
  let doors = 0;
  for (const { code } of communities) {
    const book = await demo((work) => getGridBook(work, code));
    if (!book.ok) throw new Error(book.code);
    expect([code, book.value.findings]).toEqual([code, []]);
    doors += book.value.grids.reduce((sum, grid) => sum + grid.doors, 0);
  }
  expect(communities).toHaveLength(150);
  expect(doors).toBeGreaterThan(4_000);
});

test('both sides of the street are told apart, and its name alone is not', async () => {
  const street = '星井街';
  const find = async (text: string) => {
    const located = await demo((work) => locate(work, { by: 'text', text, under: '990102001001' }), noScope);
    return located.ok && located.value.found ? located.value.grid.code : 'asks';
  };
  expect([await find(`${street}57号`), await find(`${street}58号附近`), await find(`${street}路口`)]).toEqual([
    '990102001001001',
    '990102001001002',
    'asks',
  ]);
});
