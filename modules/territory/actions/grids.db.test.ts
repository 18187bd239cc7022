import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Result } from '../../../platform/result.ts';
import { areaScope, noScope, type Scope, type Work } from '../../../platform/work.ts';
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import type { Outline, Point } from '../contract/address.ts';
import { findArea } from '../queries/find-area.ts';
import { getGridBook } from '../queries/get-grid-book.ts';
import { locate, type Whereabouts } from '../queries/locate.ts';
import { createAreas } from './create-areas.ts';
import { createDistrict } from './create-district.ts';
import { drawTown } from './draw-town.ts';
import { mergeGrids, moveAddresses, redrawGrids, splitGrid } from './edit-grids.ts';
import { importAddresses } from './import-addresses.ts';

const districtId = 990199;
const community = '990199001001';
const neighbour = '990199001002';
const [one, two] = [`${community}001`, `${community}002`];
const now = new Date('2030-03-08T10:00:00+08:00');

/** A square of a thousandth of a degree, so many to the east and north. */
const square = (east: number, north = 0, wide = 1): Outline => [
  [
    [
      [125 + east / 1000, 30 + north / 1000],
      [125 + (east + wide) / 1000, 30 + north / 1000],
      [125 + (east + wide) / 1000, 30 + (north + 1) / 1000],
      [125 + east / 1000, 30 + (north + 1) / 1000],
      [125 + east / 1000, 30 + north / 1000],
    ],
  ],
];
const spot = (east: number, north = 0.5): Point => [125 + east / 1000, 30 + north / 1000];

let database: TestDatabase | undefined;
afterAll(() => database?.drop());
const inScope = <T>(run: (work: Work) => Promise<T>, scope: Scope = areaScope(community)) =>
  inTransaction(
    (database as TestDatabase).db,
    { districtId, scope, actor: { kind: 'system', name: 'setup' }, now },
    run,
  );
const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.code);
  return result.value;
};

const area = (code: string, ...addresses: string[]) => ({
  code,
  nameZh: `地方${code.slice(-3)}`,
  nameEn: `Place ${code.slice(-3)}`,
  addresses,
  foundedOn: '2019-05-01',
});

/** One community of two grids side by side: 听雨小区 with six buildings in the first, 翠屏新村 in the second, a street between. */
beforeEach(async () => {
  await database?.drop();
  database = await freshDatabase();
  await inScope(async (work) => {
    await createDistrict(work, { nameZh: '样例区', nameEn: 'Sample District', timeZone: 'Asia/Shanghai' });
    await createAreas(work, [
      area('990199'),
      area('990199001'),
      area(community),
      area(one, '听雨小区', '清溪街'),
      area(two, '翠屏新村', '清溪街'),
      area(neighbour),
      area(`${neighbour}001`, '听雨小区'),
    ]);
    await drawTown(work, {
      outlines: [
        { code: community, outline: square(0, 0, 2) },
        { code: one, outline: square(0) },
        { code: two, outline: square(1) },
      ],
      roads: [{ community, name: '清溪街', line: [spot(1, 0), spot(1, 1)] }],
      communities: [
        {
          code: community,
          addresses: [1, 2, 3, 4, 5, 6].map((n) => ({
            place: '听雨小区',
            building: `${n}号楼`,
            stairwell: '',
            room: '',
            grid: one,
            point: spot(n / 7),
          })),
        },
      ],
    });
  }, areaScope(''));
});

const order = (more: object = {}) => ({ commandId: newId(), community, seenSeq: 2, preview: false, ...more });
const book = async () => value(await inScope((work) => getGridBook(work, community)));
const doorsOf = async (grid: string) =>
  (await book()).addresses.filter((row) => row.gridCode === grid).map(({ name }) => name);
const codeOf = async (name: string) => (await book()).addresses.find((row) => row.name === name)?.code as string;
const where = async (asked: Whereabouts, scope: Scope = noScope) => {
  const located = value(await inScope((work) => locate(work, asked), scope));
  return located.found
    ? located.grid.code
    : `${located.reason}: ${located.candidates.map(({ grid, address }) => `${grid?.code.slice(9)} ${address?.label}`).join(' | ')}`;
};
const byText = (text: string, under = community): Whereabouts => ({ by: 'text', text, under });

describe('the register that the names of grids give', () => {
  test('has every name in one grid, and a stretch of the street in each of the two', async () => {
    const { addresses, findings, changes } = await book();
    expect(findings).toEqual([]);
    expect(addresses.map(({ name, gridCode, isDoor }) => [name, gridCode, isDoor])).toEqual([
      ['听雨小区', null, false],
      ['1号楼', one, true],
      ['2号楼', one, true],
      ['3号楼', one, true],
      ['4号楼', one, true],
      ['5号楼', one, true],
      ['6号楼', one, true],
      ['清溪街', null, false],
      ['(地方001段)', one, true],
      ['(地方002段)', two, true],
      ['翠屏新村', two, true],
    ]);
    expect(changes.map(({ kind, added }) => [kind, added])).toEqual([
      ['import', 6],
      ['derived', 5],
    ]);
  });
});

describe('where is this?', () => {
  test('from a text to the grid, in the community, the district, or by the name of the community', async () => {
    expect(await where(byText('听雨小区三号楼二单元'))).toBe(one);
    expect(await where(byText('听雨小区3号楼', '990199'))).toBe('ambiguous: 001001 听雨小区3号楼 | 002001 听雨小区');
    expect(await where(byText('地方002听雨小区3号楼', '990199'))).toBe(`${neighbour}001`);
    expect(await where(byText('清溪街口'))).toBe('ambiguous: 001001 清溪街(地方001段) | 001002 清溪街(地方002段)');
    expect(await where(byText('月亮湾'))).toBe('unknownPlace: ');
    expect(await where(byText('%_'.repeat(500)))).toBe('unknownPlace: ');
  });

  test('from a point, and from an address of the register', async () => {
    expect(await where({ by: 'point', point: spot(1.5) })).toBe(two);
    expect(await where({ by: 'point', point: spot(9) })).toBe('outside: ');
    expect(await where({ by: 'address', code: await codeOf('3号楼') })).toBe(one);
    expect(await where({ by: 'address', code: await codeOf('清溪街') })).toContain('ambiguous');
  });

  test('goes up the tree in the same call', async () => {
    const located = value(await inScope((work) => locate(work, byText('翠屏新村')), noScope));
    expect(located.found && located.path.map(({ code }) => code)).toEqual(['990199', '990199001', community, two]);
  });

  test('a home is found by who works there, and by nobody else', async () => {
    const list = { text: '听雨小区3号楼401室', grid: null, datum: 'wgs84' } as const;
    value(await inScope((work) => importAddresses(work, { ...order(), ...list })));
    const home = { by: 'address', code: `${await codeOf('3号楼')}R0001` } as const;
    expect(await where(home, areaScope(community))).toBe(one);
    expect(await inScope((work) => locate(work, home), noScope)).toMatchObject({ code: 'address.not_found' });
    expect(await inScope((work) => locate(work, home), areaScope(neighbour))).toMatchObject({
      code: 'address.not_found',
    });
    expect((await book()).homes).toBe(1);
  });
});

describe('changing grids', () => {
  const named = { nameZh: '第三网格', nameEn: 'Grid 3' };
  const third = `${community}003`;

  test('a split by list and line gives the new grid its doors and its ground; the history says who and what', async () => {
    const split = order({ grid: one, addresses: null, line: [spot(0.5, -1), spot(0.5, 2)], ...named }) as never;
    const preview = value(await inScope((work) => splitGrid(work, { ...(split as object), preview: true } as never)));
    expect(preview.plan.moves).toHaveLength(3);
    expect(await doorsOf(third)).toEqual([]);
    const done = value(await inScope((work) => splitGrid(work, split)));
    expect(done).toMatchObject({ seq: 3, repeated: false, findings: [] });
    expect((await doorsOf(third)).length + (await doorsOf(one)).length).toBe(7);
    expect(await where(byText('听雨小区1号楼'))).not.toBe(await where(byText('听雨小区6号楼')));
    expect(await where({ by: 'point', point: spot(1 / 7) })).toBe(await where(byText('听雨小区1号楼')));
    expect(await where({ by: 'point', point: spot(6 / 7) })).toBe(await where(byText('听雨小区6号楼')));
    const { changes, grids } = await book();
    expect(grids.map(({ name }) => name.zh)).toEqual(['地方001', '地方002', '第三网格']);
    expect(changes[0]).toMatchObject({ seq: 3, kind: 'split', moved: 3, founded: { zh: '第三网格' } });
    expect(value(await inScope((work) => splitGrid(work, split)))).toMatchObject({ seq: 3, repeated: true });
    expect((await book()).grids).toHaveLength(3);
  });

  test('names that people search by follow', async () => {
    value(await inScope((work) => moveAddresses(work, { ...order(), addresses: [`${community}E001`], to: two })));
    expect((await inScope((work) => findArea(work, one)))?.addresses).toEqual(['清溪街']);
    expect((await inScope((work) => findArea(work, two)))?.addresses.toSorted()).toEqual(
      ['听雨小区', '清溪街', '翠屏新村'].toSorted(),
    );
  });

  test('two at once: the second is told, and changes nothing', async () => {
    const by = (name: string, door: string) =>
      codeOf(door).then((code) =>
        inScope((work) =>
          splitGrid(work, { ...order(), grid: one, addresses: [code], line: null, nameZh: name, nameEn: name }),
        ),
      );
    const answers = await Promise.all([by('甲', '1号楼'), by('乙', '2号楼')]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ code: 'grids.changed_meanwhile' });
    expect((await book()).grids).toHaveLength(3);
    expect((await book()).changes).toHaveLength(3);
  });

  test('the same command sent three times at once is one change', async () => {
    const split = { ...order(), grid: one, addresses: [await codeOf('1号楼')], line: null, ...named };
    const answers = await Promise.all([1, 2, 3].map(() => inScope((work) => splitGrid(work, split))));
    expect(answers.map((answer) => value(answer).repeated).toSorted()).toEqual([false, true, true]);
    expect((await book()).changes).toHaveLength(3);
  });

  test('a merge brings addresses and ground over and ends the grid; its code is never used again', async () => {
    const merged = value(await inScope((work) => mergeGrids(work, { ...order(), grid: two, into: one })));
    expect(merged.findings).toEqual([]);
    const { grids, changes } = await book();
    expect(grids.map(({ code, doors }) => [code, doors])).toEqual([[one, 9]]);
    expect(changes[0]?.ended).toEqual({ zh: '地方002', en: 'Place 002' });
    expect(await where({ by: 'point', point: spot(1.5) })).toBe(one);
    const split = { ...order({ seenSeq: 3 }), grid: one, addresses: [await codeOf('1号楼')], line: null, ...named };
    expect(value(await inScope((work) => splitGrid(work, split))).plan.founded?.code).toBe(third);
  });

  test('a grid founded today may be merged today', async () => {
    const split = { ...order(), grid: one, addresses: [await codeOf('1号楼')], line: null, ...named };
    value(await inScope((work) => splitGrid(work, split)));
    value(await inScope((work) => mergeGrids(work, { ...order({ seenSeq: 3 }), grid: third, into: one })));
    expect((await book()).grids.map(({ code }) => code)).toEqual([one, two]);
  });

  test('an outline is drawn anew together with its neighbour, and refused alone', async () => {
    const wider = { gridCode: one, outline: square(0, 0, 1.2) };
    const alone = await inScope((work) => redrawGrids(work, { ...order(), outlines: [wider] }));
    expect(alone).toMatchObject({ ok: false, code: 'grids.would_overlap' });
    const far = { gridCode: one, outline: square(40, 40, 1) };
    expect(await inScope((work) => redrawGrids(work, { ...order(), outlines: [far] }))).toMatchObject({
      code: 'grids.would_miss',
    });
    const narrower = { gridCode: two, outline: square(1.2, 0, 0.8) };
    const together = await inScope((work) => redrawGrids(work, { ...order(), outlines: [wider, narrower] }));
    expect(value(together).findings).toEqual([]);
    expect(await where({ by: 'point', point: spot(1.1) })).toBe(one);
  });

  test('an outline is taken away, and the grid keeps its addresses', async () => {
    const gone = { ...order(), outlines: [{ gridCode: one, outline: null }] };
    const after = value(await inScope((work) => redrawGrids(work, gone)));
    expect(after.findings.map(({ kind }) => kind)).toContain('gridWithoutOutline');
    const { grids } = await book();
    expect(grids.map(({ code, outline, doors }) => [code, outline === null, doors > 0])).toEqual([
      [one, true, true],
      [two, false, true],
    ]);
    expect(await where({ by: 'point', point: spot(0.5) })).not.toBe(two);
  });

  test.each([
    ['no address at all', { addresses: [], to: two }, 'grids.nothing_chosen'],
    ['an address of nowhere', { addresses: [`${community}E999`], to: two }, 'grids.address_unknown'],
    ['a neighbour’s address', { addresses: [`${neighbour}E001`], to: two }, 'grids.address_unknown'],
    ['a neighbour’s grid', { addresses: [`${community}E001`], to: `${neighbour}001` }, 'grids.grid_unknown'],
    ['everything', { addresses: [`${community}E001`, `${community}E002`], to: two }, 'grids.would_be_empty'],
  ])('refuses to move %s', async (_, input, code) => {
    expect(await inScope((work) => moveAddresses(work, { ...order(), ...input }))).toMatchObject({ ok: false, code });
    expect((await book()).seq).toBe(2);
  });

  test.each([
    ['without a name', { nameZh: ' ' }, 'grids.name_needed'],
    ['under a name that is taken', { nameZh: '地方002' }, 'grids.name_taken'],
    ['of nothing', { addresses: [] }, 'grids.nothing_chosen'],
    ['of all of it', { addresses: [`${community}E001`, `${community}E002B001`] }, 'grids.would_be_empty'],
    ['of another grid’s address', { addresses: [`${community}E003`] }, 'grids.address_elsewhere'],
    ['by a line beside it', { line: [spot(5, -1), spot(5, 2)] }, 'grids.line_misses'],
    ['by a line that is a point', { line: [spot(0.5), spot(0.5)] }, 'grids.line_misses'],
  ])('refuses a split %s', async (_, more, code) => {
    const input = { grid: one, addresses: [`${community}E001B001`], line: null, ...named, ...more };
    expect(await inScope((work) => splitGrid(work, { ...order(), ...input }))).toMatchObject({ ok: false, code });
    expect((await book()).grids).toHaveLength(2);
  });
});

describe('importing a list', () => {
  const add = (text: string, more: object = {}) =>
    inScope((work) => importAddresses(work, { ...order(), text, grid: null, datum: 'wgs84', ...more }));

  test('adds what is new and counts what is there, once', async () => {
    const text = '地址\t网格\n听雨小区7-8号楼\t地方001\n听雨小区三号楼\t1\n荷花苑2栋1单元\t2';
    const commandId = newId();
    expect(value(await add(text, { commandId }))).toMatchObject({ added: 5, known: 1 });
    expect(value(await add(text, { commandId }))).toMatchObject({ repeated: true });
    expect(await where(byText('荷花苑2号楼1单元401'))).toBe(two);
    expect((await book()).findings).toEqual([]);
  });

  test('with a fault adds nothing, and says the line', async () => {
    const refused = await add('荷花苑1栋,2\n听雨小区9号楼,第九网格\n听雨小区3号楼,2\n荷花苑1栋,1\n3号楼,1\n月亮湾');
    expect(refused).toMatchObject({
      code: 'import.faults',
      lines: [
        { line: 2, code: 'import.grid_unknown' },
        { line: 3, code: 'import.other_grid' },
        { line: 4, code: 'import.twice', other: 1 },
        { line: 5, code: 'import.no_place' },
        { line: 6, code: 'import.no_grid' },
      ],
    });
    expect((await book()).seq).toBe(2);
  });

  test('takes shifted degrees for what they are', async () => {
    value(await add('小区,楼栋,网格,经度,纬度\n荷花苑,1号楼,2,104.5,36.5', { datum: 'gcj02' }));
    const point = (await book()).addresses.find(
      ({ name, parentCode }) => name === '1号楼' && parentCode !== `${community}E001`,
    )?.point;
    expect(point?.[0]).toBeCloseTo(104.498, 2);
    expect(point?.[0]).not.toBeCloseTo(104.5, 4);
  });
});

describe('the neighbour', () => {
  const theirs = areaScope(neighbour);

  test('sees no book, and changes nothing', async () => {
    expect(await inScope((work) => getGridBook(work, community), theirs)).toMatchObject({
      code: 'community.not_found',
    });
    const input = { ...order(), addresses: [`${community}E001`], to: two };
    expect(await inScope((work) => moveAddresses(work, input), theirs)).toMatchObject({ code: 'community.not_found' });
    expect(await inScope((work) => getGridBook(work, community), noScope)).toMatchObject({
      code: 'community.not_found',
    });
    expect(await doorsOf(one)).toHaveLength(7);
  });

  test('and the database says the same where a query forgets', async () => {
    const count = (table: string) =>
      inScope(async ({ db }) => (await sql`select from ${sql.table(table)}`.execute(db)).rows.length, theirs);
    const changed = await inScope(
      async ({ db }) =>
        sql`update territory.addresses set grid_code = ${two} where community_code = ${community}`.execute(db),
      theirs,
    );
    expect(changed.numAffectedRows).toBe(0n);
    expect(await count('territory.grid_changes')).toBe(1);
    expect(await count('territory.grid_moves')).toBe(1);
    await expect(
      inScope(
        ({ db }) =>
          sql`insert into territory.outlines (district_id, area_code, change_id, outline, since)
            values (${districtId}, ${one}, ${newId()}::uuid, '[]', now())`.execute(db),
        theirs,
      ),
    ).rejects.toThrow('row-level security');
  });

  test.each(['territory.addresses', 'territory.grid_changes', 'territory.grid_moves', 'territory.outlines'])(
    'of another district sees no row of %s',
    async (table) => {
      const seen = await inTransaction(
        (database as TestDatabase).db,
        { districtId: 990198, scope: areaScope(''), actor: { kind: 'public' }, now },
        async ({ db }) => (await sql`select from ${sql.table(table)}`.execute(db)).rows.length,
      );
      expect(seen).toBe(0);
    },
  );

  test('the history cannot be changed', async () => {
    for (const table of ['grid_changes', 'grid_moves'])
      await expect(inScope(({ db }) => sql.raw(`delete from territory.${table}`).execute(db))).rejects.toThrow(
        'permission denied',
      );
  });
});
