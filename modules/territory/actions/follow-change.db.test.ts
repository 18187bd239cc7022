import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Result } from '../../../platform/result.ts';
import { areaScope, noScope, type Scope, type Work } from '../../../platform/work.ts';
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import type { Outline } from '../contract/address.ts';
import type { AreaChangeOrder } from '../contract/area-change.ts';
import { findLivingArea, listLineage } from '../queries/area-lineage.ts';
import { getGridBook } from '../queries/get-grid-book.ts';
import { listOutlines } from '../queries/list-outlines.ts';
import { locate, type Whereabouts } from '../queries/locate.ts';
import { createAreas } from './create-areas.ts';
import { createDistrict } from './create-district.ts';
import { decideAreaChange } from './decide-change.ts';
import { drawTown } from './draw-town.ts';
import { mergeGrids, moveAddresses } from './edit-grids.ts';
import { importAddresses } from './import-addresses.ts';

const districtId = 990199;
const [west, east] = ['990199001001', '990199001002'] as const;
const now = new Date('2030-03-08T10:00:00+08:00');

const square = (from: number, wide = 1): Outline => [
  [
    [
      [125 + from / 1000, 30],
      [125 + (from + wide) / 1000, 30],
      [125 + (from + wide) / 1000, 30.001],
      [125 + from / 1000, 30.001],
      [125 + from / 1000, 30],
    ],
  ],
];

let database: TestDatabase | undefined;
afterAll(() => database?.drop());
const inScope = <T>(run: (work: Work) => Promise<T>, scope: Scope = areaScope('')) =>
  inTransaction(
    (database as TestDatabase).db,
    { districtId, scope, actor: { kind: 'system', name: 'setup' }, now },
    run,
  );
const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
};
const area = (code: string, ...addresses: string[]) => ({
  code,
  nameZh: `地方${code.slice(-6)}`,
  nameEn: `Place ${code.slice(-6)}`,
  addresses,
  foundedOn: '2019-05-01',
});
const line = (place: string, building: string, stairwell: string, room: string, grid: string) => ({
  place,
  building,
  stairwell,
  room,
  grid,
  point: null,
});

/** Two communities side by side of two grids each; 清溪街 runs through both, 听雨小区 through both grids of the west. */
beforeEach(async () => {
  await database?.drop();
  database = await freshDatabase();
  await inScope(async (work) => {
    await createDistrict(work, { nameZh: '样例区', nameEn: 'Sample District', timeZone: 'Asia/Shanghai' });
    await createAreas(work, [
      area('990199'),
      area('990199001'),
      area(west),
      area(`${west}001`, '东院'),
      area(`${west}002`, '西院'),
      area(east),
      area(`${east}001`, '南院'),
      area(`${east}002`, '北院'),
    ]);
    await drawTown(work, {
      outlines: [
        { code: west, outline: square(0, 2) },
        { code: `${west}001`, outline: square(0) },
        { code: `${west}002`, outline: square(1) },
        { code: east, outline: square(2, 2) },
        { code: `${east}001`, outline: square(2) },
        { code: `${east}002`, outline: square(3) },
      ],
      roads: [
        {
          community: west,
          name: '清溪街',
          line: [
            [125, 30],
            [125.002, 30],
          ],
        },
        {
          community: east,
          name: '清溪街',
          line: [
            [125.002, 30],
            [125.004, 30],
          ],
        },
      ],
      communities: [
        {
          code: west,
          addresses: [
            line('听雨小区', '1号楼', '1单元', '101', `${west}001`),
            line('听雨小区', '1号楼', '2单元', '201', `${west}002`),
            line('听雨小区', '2号楼', '', '', `${west}002`),
            line('清溪街', '1号', '', '', `${west}001`),
            line('清溪街', '3号', '', '', `${west}002`),
          ],
        },
        { code: east, addresses: [line('清溪街', '21号', '', '', `${east}001`)] },
      ],
    });
  });
});

type Decision = AreaChangeOrder extends infer O ? (O extends unknown ? Omit<O, 'id' | 'on' | 'source'> : never) : never;
const decide = (order: Decision, scope?: Scope) =>
  inScope(
    (work) => decideAreaChange(work, { id: newId(), on: '2030-03-08', source: '样例〔2030〕1号', ...order }),
    scope,
  );
const where = async (asked: Whereabouts) => {
  const found = value(await inScope((work) => locate(work, asked), noScope));
  return found.found ? found.grid.code : found.reason;
};
const text = (words: string) => where({ by: 'text', text: words, under: String(districtId) });
/** Every address with its community, what it lies in, and its grid. */
const register = async () => {
  const { rows } = await inScope((work) =>
    sql<{ code: string; community: string; parent: string | null; grid: string | null; isDoor: boolean; kind: string }>`
      select code, community_code as community, parent_code as parent, grid_code as grid, is_door as "isDoor", kind
      from territory.addresses order by code
    `.execute(work.db),
  );
  return rows;
};
/** What must hold after any change: doors in one living grid of their own community, rows under a row of theirs. */
async function expectSound() {
  const rows = await register();
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const unsound: string[] = [];
  for (const { code, community, parent, grid, isDoor } of rows) {
    const living = grid ? (await inScope((work) => findLivingArea(work, grid)))?.code : null;
    const isUnder = parent === null || byCode.get(parent)?.community === community;
    const isIn = isDoor ? grid?.slice(0, 12) === community && living === grid : grid === null;
    if (!isUnder || !isIn) unsound.push(code);
  }
  expect(unsound).toEqual([]);
  return rows;
}
const findingsOf = async (community: string) =>
  value(await inScope((work) => getGridBook(work, community))).findings.map(({ kind }) => kind);

describe('a merger of two communities (社区合并)', () => {
  test('takes every address, home and outline along, and what lay there is found in the grid that goes on', async () => {
    const before = await register();
    value(await decide({ kind: 'merge', code: west, into: east }));
    const after = await expectSound();
    expect(after.map(({ code }) => code)).toEqual(before.map(({ code }) => code));
    expect(new Set(after.map(({ community }) => community))).toEqual(new Set([east]));
    expect(await text('听雨小区1号楼1单元')).toBe(`${east}003`);
    expect(await text('听雨小区2号楼')).toBe(`${east}004`);
    expect(await text('清溪街21号')).toBe(`${east}001`);
    expect(await text('清溪街3号')).toBe(`${east}004`);
    expect(await where({ by: 'point', point: [125.0005, 30.0005] })).toBe(`${east}003`);
    expect(await findingsOf(east)).toEqual([]);
    const homes = after.filter(({ kind }) => kind === 'home').map(({ code }) => code);
    expect(homes).toHaveLength(2);
    const place = await inScope((work) => locate(work, { by: 'address', code: homes[0]! }));
    expect(value(place)).toMatchObject({ found: true, grid: { code: `${east}003` } });
    const shapes = await inScope((work) => listOutlines(work, { under: '990199', kind: 'community' }));
    expect(shapes.features.map(({ id }) => id)).toEqual([east]);
    const { changes } = value(await inScope((work) => getGridBook(work, east)));
    expect(changes[0]).toMatchObject({ kind: 'areas', moved: 7 });
  });

  test('lets the successor go on editing: new numbers are free, what was there is known, and a community moves what came', async () => {
    value(await decide({ kind: 'merge', code: west, into: east }));
    const own = areaScope(east);
    const { seq } = value(await inScope((work) => getGridBook(work, east), own));
    const order = { commandId: newId(), community: east, seenSeq: seq, preview: false };
    const list = '清溪街3号\n清溪街21号\n清溪街23号,001\n新院,001';
    const grid = { csv: list, text: list, datum: 'wgs84' as const, grid: null };
    const imported = value(await inScope((work) => importAddresses(work, { ...order, ...grid }), own));
    expect(imported).toMatchObject({ added: 2, known: 2 });
    const rows = await expectSound();
    const came = rows.find(({ code, isDoor }) => code.startsWith(west) && isDoor)!;
    const move = { ...order, commandId: newId(), seenSeq: seq + 1, addresses: [came.code], to: `${east}002` };
    expect(value(await inScope((work) => moveAddresses(work, move), own)).plan.moves).toHaveLength(1);
    await expectSound();
  });
});

describe('a split (社区拆分)', () => {
  const part = { nameZh: '新地方', nameEn: 'New Place', grids: [`${west}002`] };

  test('takes the doors of its grids, divides a road and a building that lie in both, and keeps every code', async () => {
    const before = await register();
    value(await decide({ kind: 'split', code: west, parts: [part] }));
    const fresh = '990199001003';
    const after = await expectSound();
    const codes = new Set(after.map(({ code }) => code));
    expect(before.every(({ code }) => codes.has(code))).toBe(true);
    expect(after.length - before.length).toBe(3);
    expect(await text('听雨小区1号楼1单元')).toBe(`${west}001`);
    expect(await text('听雨小区1号楼2单元')).toBe(`${fresh}001`);
    expect(await text('听雨小区2号楼')).toBe(`${fresh}001`);
    expect(await text('听雨小区')).toBe('ambiguous');
    expect(await where({ by: 'point', point: [125.0015, 30.0005] })).toBe(`${fresh}001`);
    for (const community of [west, fresh]) expect(await findingsOf(community)).toEqual([]);
    const shapes = await inScope((work) => listOutlines(work, { under: '990199001', kind: 'community' }));
    expect(shapes.features.map(({ id }) => id)).toEqual([west, east, fresh]);
    const roads = value(await inScope((work) => getGridBook(work, fresh))).roads;
    expect(roads.map(({ name }) => name)).toEqual(['清溪街']);
  });

  test('and back again loses nothing', async () => {
    value(await decide({ kind: 'split', code: west, parts: [part] }));
    const later = new Date('2030-03-09T10:00:00+08:00');
    const order = { id: newId(), on: '2030-03-09', source: '样例〔2030〕2号', kind: 'merge' } as const;
    await inTransaction(
      (database as TestDatabase).db,
      { districtId, scope: areaScope(''), actor: { kind: 'system', name: 'setup' }, now: later },
      async (work) => value(await decideAreaChange(work, { ...order, code: '990199001003', into: west })),
    );
    const rows = await register();
    expect(new Set(rows.filter(({ code }) => code.startsWith(west)).map(({ community }) => community))).toEqual(
      new Set([west]),
    );
    expect(rows.filter(({ isDoor, grid }) => isDoor && grid === null)).toEqual([]);
  });
});

test('a grid that is merged in the editor leads to the one that goes on, and its figures roll up there', async () => {
  const { seq } = value(await inScope((work) => getGridBook(work, west)));
  const order = { commandId: newId(), community: west, seenSeq: seq, preview: false };
  value(await inScope((work) => mergeGrids(work, { ...order, grid: `${west}002`, into: `${west}001` })));
  expect((await inScope((work) => findLivingArea(work, `${west}002`)))?.code).toBe(`${west}001`);
  expect(await inScope((work) => listLineage(work, `${west}001`))).toEqual([`${west}001`, `${west}002`]);
  await expectSound();
});

test('whoever may not see the area of an address moves nothing, even by a merger', async () => {
  await decide({ kind: 'merge', code: west, into: east }, noScope).catch(() => undefined);
  const rows = await register();
  expect(rows.filter(({ community }) => community === west).length).toBeGreaterThan(0);
});
