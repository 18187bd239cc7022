import { describe, expect, test } from 'vitest';
import type { Area } from '../contract/area.ts';
import { matchGrid } from './match-grid.ts';

const grid = (number: number, ...addresses: string[]): Area => ({
  code: `99019900100200${number}`,
  kind: 'grid',
  parentCode: '990199001002',
  nameZh: `第${number}网格`,
  nameEn: `Grid ${number}`,
  addresses,
});
const one = grid(1, '云栖苑', 'A座');
const two = grid(2, '云栖苑二期', '大樟树巷');
const three = grid(3, '大樟树巷');
const grids = [one, two, three];

describe('finding the grid (网格) of an address', () => {
  test.each([
    ['one name', '云栖苑3号楼的灯坏了', one],
    ['the longer of two names, one inside the other', '云栖苑二期3号楼', two],
    ['full-width letters and spaces', '就在 a 座 门口', one],
  ])('finds it by %s', (_, text, expected) => {
    expect(matchGrid(grids, text)).toEqual({ found: true, grid: expected });
  });

  test.each([
    ['a street that runs through two grids', '大樟树巷口', [two, three]],
    ['two places in one text', '云栖苑和云栖苑二期之间', [one, two]],
    ['a place nobody listed', '河边', []],
    ['an empty text', '', []],
  ])('gives candidates and no guess for %s', (_, text, candidates) => {
    const match = matchGrid(grids, text);
    expect(match.found).toBe(false);
    expect(match.found ? [] : [...match.candidates].sort((a, b) => a.code.localeCompare(b.code))).toEqual(candidates);
  });
});
