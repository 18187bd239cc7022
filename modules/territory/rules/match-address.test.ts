import { describe, expect, test } from 'vitest';
import type { Address } from '../contract/address.ts';
import { matchAddress } from './match-address.ts';
import { planImport } from './plan-import.ts';
import { readAddressList } from './read-address-list.ts';

const community = '990199001002';
const grid = (n: number) => ({ code: `${community}00${n}`, nameZh: `第${n}网格`, nameEn: `Grid ${n}`, outline: null });

/** A register read from a list: an address and the number of its grid on each line. */
function registerOf(list: string): readonly Address[] {
  const { rows, faults } = readAddressList(list);
  const grids = [grid(1), grid(2), grid(3)];
  const book = { communityCode: community, outline: null, grids, addresses: [], goneCodes: [] };
  // A building that is called by its letter alone is a place of its own; a text would not say so, a column does.
  const tower = { line: 99, place: 'A座', building: '', stairwell: '', room: '', grid: '1', point: null };
  const { plan, faults: more } = planImport(book, [...rows, tower], null);
  expect([...faults, ...more]).toEqual([]);
  return plan.added;
}

const register = registerOf(`
云栖苑1-6号楼,1
云栖苑7号楼1单元,1
云栖苑7号楼2单元,2
云栖苑二期1-9号楼,2
大樟树巷2号,2
大樟树巷4号,3
清溪街12号,3
听雨小区,3
`);
const gridsOf = (text: string) => {
  const match = matchAddress(text, register);
  return match.found
    ? `found ${match.gridCode.slice(-1)} ${match.address.label}`
    : `${match.reason} ${match.candidates.map(({ gridCode, label }) => `${gridCode?.slice(-1)} ${label}`).join(' | ')}`.trim();
};

describe('finding the grid (网格) of an address', () => {
  test.each([
    ['one name', '云栖苑3号楼的灯坏了', 'found 1 云栖苑3号楼'],
    ['the longer of two names, one inside the other', '云栖苑二期3号楼', 'found 2 云栖苑二期3号楼'],
    ['full-width letters and spaces', '就在 Ａ 座 门口', 'found 1 A座'],
    ['a stairwell, where a building lies in two grids', '云栖苑七号楼二单元401', 'found 2 云栖苑7号楼2单元'],
    ['dashes', '云栖苑7-1-302', 'found 1 云栖苑7号楼1单元'],
    ['an estate that lies in one grid, whatever the building', '听雨小区99号楼', 'found 3 听雨小区'],
    ['an estate without its ending', '听雨3号楼', 'found 3 听雨小区'],
    ['a number on a road', '大樟树巷四号', 'found 3 大樟树巷4号'],
    ['a road that leads to an estate', '大樟树巷云栖苑3号楼', 'found 1 云栖苑3号楼'],
    ['two buildings in one grid', '云栖苑3号楼和5号楼之间', 'found 1 云栖苑'],
  ])('finds it by %s', (_, text, expected) => expect(gridsOf(text)).toBe(expected));

  test.each([
    ['a road that runs through two grids', '大樟树巷口', 'ambiguous 2 大樟树巷2号 | 3 大樟树巷4号'],
    ['two places in one text', '听雨小区和云栖苑二期之间', 'ambiguous 3 听雨小区 | 2 云栖苑二期 1号楼…9号楼'],
    ['a building of two grids', '云栖苑7号楼', 'ambiguous 1 云栖苑7号楼1单元 | 2 云栖苑7号楼2单元'],
    [
      'a building that is not in the register',
      '云栖苑88号楼',
      'ambiguous 1 云栖苑 1号楼…7号楼1单元 | 2 云栖苑7号楼2单元',
    ],
    [
      'two buildings of which one is unknown',
      '云栖苑3号楼和88号楼',
      'ambiguous 1 云栖苑 1号楼…7号楼1单元 | 2 云栖苑7号楼2单元',
    ],
    ['a lone floor', '云栖苑3楼', 'ambiguous 1 云栖苑 1号楼…7号楼1单元 | 2 云栖苑7号楼2单元'],
    ['a place nobody listed', '河边', 'unknownPlace'],
    ['a building without its estate', '3号楼2单元', 'unknownPlace'],
    ['an empty text', '', 'unknownPlace'],
  ])('gives candidates and no guess for %s', (_, text, expected) => expect(gridsOf(text)).toBe(expected));

  test('says so when the place lies in no grid', () => {
    const lost = register.map((row) => ({ ...row, gridCode: null }));
    expect(matchAddress('听雨小区', lost)).toMatchObject({ found: false, reason: 'inNoGrid' });
  });
});
