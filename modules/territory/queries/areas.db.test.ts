import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Work } from '../../../platform/work.ts';
import { areaScope } from '../../../platform/work.ts';
import type { TestDatabase } from '../../../tests/support/database.ts';
import { freshDatabase } from '../../../tests/support/database.ts';
import { createAreas } from '../actions/create-areas.ts';
import { createDistrict } from '../actions/create-district.ts';
import { findArea } from './find-area.ts';
import { findDistrict } from './find-district.ts';
import { getAreaPath } from './get-area-path.ts';
import { listAreas } from './list-areas.ts';
import { listDistricts } from './list-districts.ts';
import { locate } from './locate.ts';

const now = new Date('2030-03-08T10:00:00+08:00');
const names = { nameZh: '样例区', nameEn: 'Sample District', timeZone: 'Asia/Shanghai' };
const area = (code: string, ...addresses: string[]) => ({
  code,
  nameZh: `地方${code}`,
  nameEn: `Place ${code}`,
  addresses,
  foundedOn: '2019-05-01',
});

let database: TestDatabase;
const work = <T>(run: (work: Work) => Promise<T>, districtId = 990199) =>
  inTransaction(database.db, { districtId, scope: areaScope(''), actor: { kind: 'system', name: 'setup' }, now }, run);

beforeAll(async () => {
  database = await freshDatabase();
  await work((setup) => createDistrict(setup, names));
  await work((setup) =>
    createAreas(setup, [
      area('990199001001002', '听雨小区', '清溪街'),
      area('990199001001001', '翠屏新村', '清溪街'),
      area('990199001001'),
      area('990199001002'),
      area('990199001'),
      area('990199'),
    ]),
  );
  await work((setup) => createDistrict(setup, { ...names, nameZh: '邻区' }), 990198);
  await work((setup) => createAreas(setup, [area('990198')]), 990198);
});
afterAll(() => database.drop());

const codes = (areas: readonly { code: string }[]) => areas.map(({ code }) => code);

test('lists areas by kind and below an area, in the order of their codes', async () => {
  expect(codes(await work((w) => listAreas(w, { kind: 'community' })))).toEqual(['990199001001', '990199001002']);
  expect(codes(await work((w) => listAreas(w, { under: '990199001001' })))).toEqual([
    '990199001001001',
    '990199001001002',
  ]);
  expect(await work((w) => listAreas(w))).toHaveLength(6);
});

test('gives the path from the district down, and a fault for an area nobody knows', async () => {
  const path = await work((w) => getAreaPath(w, '990199001001002'));
  expect(codes(path)).toEqual(['990199', '990199001', '990199001001', '990199001001002']);
  await expect(work((w) => getAreaPath(w, '990199009'))).rejects.toThrow('No area 990199009');
});

test('finds the grid of an estate, and gives both grids of a street', async () => {
  const find = async (text: string) => {
    const located = await work((w) => locate(w, { by: 'text', text, under: '990199001001' }));
    return located.ok ? located.value : { found: false as const, candidates: [] };
  };
  expect(await find('听雨小区2号楼')).toMatchObject({ found: true, grid: { code: '990199001001002' } });
  const street = await find('清溪街路口');
  expect(street.found ? [] : street.candidates.map(({ grid }) => grid?.code)).toEqual([
    '990199001001001',
    '990199001001002',
  ]);
});

test('refuses to create a district twice', async () => {
  expect(await work((w) => createDistrict(w, names))).toMatchObject({ ok: false, code: 'district.exists' });
  expect(await work(findDistrict)).toMatchObject({ nameZh: '样例区' });
  expect(await work(findDistrict, 990197)).toBeUndefined();
});

test('districts are known to all, their areas only within', async () => {
  expect(await work(listDistricts)).toHaveLength(2);
  expect(await work((w) => findArea(w, '990198'))).toBeUndefined();
  expect(await work((w) => findArea(w, '990198'), 990198)).toBeDefined();
});

test('an area cannot be written into the neighbour district, nor without its parent', async () => {
  await expect(work((w) => createAreas(w, [area('990198001')]))).rejects.toThrow();
  await expect(work((w) => createAreas(w, [area('990199002001')]))).rejects.toThrow();
});

test.each(['territory.areas'])(
  'a query that forgets the district sees nothing of the neighbour’s in %s',
  async (table) => {
    const districts = async (tenant: number) => {
      const seen = await work(
        ({ db }) => sql<{ district_id: number }>`select distinct district_id from ${sql.table(table)}`.execute(db),
        tenant,
      );
      return seen.rows.map(({ district_id }) => district_id);
    };
    expect(await districts(990199)).toEqual([990199]);
    expect(await districts(990197)).toEqual([]);
  },
);
