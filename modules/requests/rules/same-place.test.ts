import { expect, test } from 'vitest';
import { parseAddress } from '../../territory/index.ts';
import { nearnessOf } from './same-place.ts';

const grid = '990102001001003';
const spot = (place: string, areaCode = grid) => ({ address: parseAddress(place), areaCode });

test.each([
  ['听雨小区3号楼2单元401', '听雨小区三号楼 2单元401室', 'home'],
  ['听雨小区3号楼2单元401', '听雨3栋2单元', 'stairwell'],
  ['听雨小区3号楼2单元', '听雨小区3号楼', 'building'],
  ['听雨小区3号楼2单元', '听雨小区3号楼1单元', 'building'],
  ['听雨小区3号楼', '听雨小区4号楼', 'grid'],
  ['听雨小区3号楼', '云栖苑3号楼', 'grid'],
  ['3号楼', '3号楼', 'grid'],
])('%s and %s: %s', (one, other, near) => expect(nearnessOf(spot(one), spot(other))).toBe(near));

test('in different grids, or where no grid is known, only what both say ties them', () => {
  expect(nearnessOf(spot('听雨小区3号楼'), spot('听雨小区4号楼', '990102001001004'))).toBeUndefined();
  expect(nearnessOf(spot('河边', '990102001001'), spot('桥头', '990102001001'))).toBeUndefined();
  expect(nearnessOf(spot('听雨小区3号楼'), spot('听雨小区3号楼', '990102001001004'))).toBe('building');
});
