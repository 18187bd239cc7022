import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Address, Outline, Point } from '../contract/address.ts';
import type { GridBook } from '../contract/grid-change.ts';
import { checkGrids, TOLERANCE_M2 } from './check-grids.ts';
import { computeAreaM2, isInside, isOutline } from './outline.ts';
import { splitOutline } from './split-outline.ts';

const community = '990199001001';
const [one, two] = [`${community}001`, `${community}002`];

/** A box of thousandths of a degree, at 30° north: a thousandth is 111 m to the north and 96 m to the east. */
const box = (west: number, east: number, south = 0, north = 1): Outline => [
  [
    [
      [125 + west / 1000, 30 + south / 1000],
      [125 + east / 1000, 30 + south / 1000],
      [125 + east / 1000, 30 + north / 1000],
      [125 + west / 1000, 30 + north / 1000],
      [125 + west / 1000, 30 + south / 1000],
    ],
  ],
];
const spot = (east: number, north = 0.5): Point => [125 + east / 1000, 30 + north / 1000];
const door = (n: number, gridCode: string | null, point: Point | null = null): Address => ({
  code: `${community}E00${n}`,
  communityCode: community,
  parentCode: null,
  kind: 'place',
  name: `院${n}`,
  key: `院${n}`,
  isRoad: false,
  isDoor: true,
  gridCode,
  point,
});
const book = (more: Partial<GridBook> = {}): GridBook => ({
  communityCode: community,
  goneCodes: [],
  outline: box(0, 2),
  grids: [
    { code: one, nameZh: '一', nameEn: 'One', outline: box(0, 1) },
    { code: two, nameZh: '二', nameEn: 'Two', outline: box(1, 2) },
  ],
  addresses: [door(1, one, spot(0.5)), door(2, two, spot(1.5))],
  ...more,
});
const withOutlines = (a: Outline | null, b: Outline | null) =>
  book({ grids: book().grids.map((grid, at) => ({ ...grid, outline: at === 0 ? a : b })) });
const kindsOf = (sheet: GridBook) => checkGrids(sheet).map(({ kind, areaM2 }) => [kind, areaM2]);
/** 111.195 m by 96.297 m. */
const cellM2 = 10_707;

describe('seams and overlaps (缝隙与重叠)', () => {
  test('grids that meet are all right', () => expect(checkGrids(book())).toEqual([]));

  test('the size of a box is that of the ground', () => {
    expect(Math.abs(computeAreaM2(box(0, 1)) - cellM2)).toBeLessThan(5);
  });

  test.each([
    ['an address in no grid', book({ addresses: [...book().addresses, door(3, null)] }), [['addressInNoGrid', null]]],
    [
      'an address of a grid that is gone',
      book({ addresses: [...book().addresses, door(3, `${community}009`)] }),
      [['addressInNoGrid', null]],
    ],
    [
      'one address in two grids',
      book({ addresses: [...book().addresses, { ...door(1, two, spot(1.2)), code: `${community}E009` }] }),
      [['addressTwice', null]],
    ],
    ['a grid without an address', book({ addresses: [door(1, one)] }), [['gridWithoutAddress', null]]],
    [
      'an address that stands in the other grid',
      book({ addresses: [door(1, one, spot(1.4)), door(2, two), door(3, one)] }),
      [['addressOutside', null]],
    ],
    ['a grid without an outline', withOutlines(box(0, 1), null), [['gridWithoutOutline', null]]],
    ['an overlap', withOutlines(box(0, 1.5), box(1, 2)), [['overlap', Math.round(cellM2 / 2)]]],
    ['a hole', withOutlines(box(0, 0.75), box(1, 2)), [['hole', Math.round(cellM2 / 4)]]],
    ['what sticks out', withOutlines(box(-0.5, 1), box(1, 2)), [['outside', Math.round(cellM2 / 2)]]],
  ])('finds %s', (_, sheet, expected) => {
    const found = kindsOf(sheet);
    expect(found.map(([kind]) => kind)).toEqual(expected.map(([kind]) => kind));
    for (const [at, [, areaM2]] of expected.entries())
      expect(Math.abs(Number(found[at]?.[1] ?? 0) - Number(areaM2 ?? 0))).toBeLessThan(10);
  });

  test('says nothing of what is the rounding of coordinates', () => {
    const least = (TOLERANCE_M2 * 0.8) / cellM2;
    expect(checkGrids(withOutlines(box(0, 1 + least), box(1, 2)))).toEqual([]);
    expect(checkGrids(withOutlines(box(0, 1 - least), box(1, 2)))).toEqual([]);
  });

  test('says nothing of outlines where none is drawn yet', () => {
    expect(checkGrids({ ...withOutlines(null, null), outline: null })).toEqual([]);
  });
});

describe('splitting an outline by a line', () => {
  const part = fc.double({ min: 0.1, max: 1.9, noNaN: true });

  test('loses no ground, and leaves no overlap and no hole', () => {
    fc.assert(
      fc.property(part, part, part, (from, to, bend) => {
        const parts = splitOutline(box(0, 2), [spot(from, -0.2), spot(bend, 0.5), spot(to, 1.2)]);
        if (!parts) return;
        const sum = computeAreaM2(parts.left) + computeAreaM2(parts.right);
        expect(Math.abs(sum - computeAreaM2(box(0, 2)))).toBeLessThan(1);
        const grids = book().grids.map((grid, at) => ({ ...grid, outline: at === 0 ? parts.left : parts.right }));
        const found = checkGrids(book({ grids, addresses: [door(1, one), door(2, two)] }));
        expect(found).toEqual([]);
      }),
    );
  });

  test('a line that does not quite reach the edge is prolonged; the sides are those of its direction', () => {
    const parts = splitOutline(box(0, 2), [spot(0.5, 0.1), spot(0.5, 0.9)]);
    expect(parts && [isInside(spot(0.2), parts.left), isInside(spot(1.2), parts.right)]).toEqual([true, true]);
    const back = splitOutline(box(0, 2), [spot(0.5, 0.9), spot(0.5, 0.1)]);
    expect(back && [isInside(spot(1.2), back.left), isInside(spot(0.2), back.right)]).toEqual([true, true]);
  });

  test.each([
    ['beside it', [spot(3, 0), spot(3, 1)]],
    ['along its edge', [spot(2, 0), spot(2, 1)]],
    ['of one point', [spot(1), spot(1)]],
    ['of nothing', []],
  ])('a line %s cuts nothing', (_, line) => expect(splitOutline(box(0, 2), line)).toBeUndefined());

  test.each([
    ['nothing', []],
    ['a point', [[[spot(0), spot(0), spot(0)]]]],
    ['a line', [[[spot(0), spot(1), spot(0)]]]],
    [
      'degrees beyond the world',
      [
        [
          [
            [200, 0],
            [201, 0],
            [201, 1],
          ],
        ],
      ],
    ],
    [
      'no numbers',
      [
        [
          [
            [Number.NaN, 0],
            [1, 0],
            [1, 1],
          ],
        ],
      ],
    ],
  ])('%s is no outline', (_, outline) => expect(isOutline(outline as Outline)).toBe(false));
});
