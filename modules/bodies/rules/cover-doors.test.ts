import { expect, test } from 'vitest';
import { coverDoors } from './cover-doors.ts';

const door = (...names: string[]) => ({ labels: names.map((_, i) => names.slice(0, i + 1).join('')), homes: 10 });
const doors = [
  door('听雨小区', '1号楼', '1单元'),
  door('听雨小区', '1号楼', '2单元'),
  door('听雨小区', '2号楼'),
  door('湖滨路', '8号'),
  door('湖滨路', '9号'),
];
const said = (named: string[]) =>
  coverDoors(doors, named).map(({ place, doors: some }) => [place, ...some.map(({ labels }) => labels.at(-1))]);

test('who is named for an estate answers for all doors in it, but for those that have somebody of their own', () => {
  expect(said(['听雨小区', '听雨小区1号楼2单元'])).toEqual([
    ['听雨小区', '听雨小区1号楼1单元', '听雨小区2号楼'],
    ['听雨小区1号楼2单元', '听雨小区1号楼2单元'],
    ['湖滨路', '湖滨路8号', '湖滨路9号'],
  ]);
});

test('doors with nobody are said together where that is true of all, else one by one', () => {
  expect(said(['听雨小区1号楼1单元', '湖滨路8号'])).toEqual([
    ['听雨小区1号楼1单元', '听雨小区1号楼1单元'],
    ['湖滨路8号', '湖滨路8号'],
    ['听雨小区1号楼2单元', '听雨小区1号楼2单元'],
    ['听雨小区2号楼', '听雨小区2号楼'],
    ['湖滨路9号', '湖滨路9号'],
  ]);
  expect(said([])).toEqual([
    ['听雨小区', '听雨小区1号楼1单元', '听雨小区1号楼2单元', '听雨小区2号楼'],
    ['湖滨路', '湖滨路8号', '湖滨路9号'],
  ]);
});

test('a place that the register no longer has is still shown, with no door', () => {
  expect(said(['旧院'])[0]).toEqual(['旧院']);
});
