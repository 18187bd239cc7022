import { expect, test } from 'vitest';
import type { ChargeHeld, NamedHolder } from '../contract/chain.ts';
import { buildChain, isGap, listGaps } from './build-chain.ts';

const doors = ['碧桐家园', '听雨小区'].map((place) => ({ labels: [place, `${place}1号楼`], homes: 12 }));
const grid = { code: '990199001001001', doors };
const second = { code: '990199001001002', doors: [] };
const holder = (kind: NamedHolder['kind'], areaCode: string, personZh: string | null): NamedHolder => ({
  postId: `${kind} ${areaCode}`,
  kind,
  postZh: kind,
  postEn: kind,
  isHead: false,
  areaCode,
  bodyId: 'body',
  bodyZh: '某机构',
  bodyEn: 'A body',
  personZh,
  personEn: personZh,
  standIn: null,
  phonePublic: null,
  duty: null,
});
const charge = (rung: ChargeHeld['rung'], areaCode: string, place = ''): ChargeHeld => ({
  chargeId: `${rung} ${areaCode}`,
  rung,
  areaCode,
  place,
  front: '',
  holder: holder('officeClerk', areaCode, '白松'),
});
const facts = {
  charges: [
    charge('districtLeader', '990199001'),
    charge('subdistrictCadre', '990199001001'),
    charge('communityWorker', grid.code),
    charge('buildingContact', grid.code, '碧桐家园'),
  ],
  holders: [
    holder('communityDirector', '990199001001', '何芳'),
    holder('gridWorker', grid.code, '秦月'),
    holder('gridWorker', second.code, null),
    holder('communityDirector', '990199001002', '邻居'),
  ],
};

test('a home has one chain of named people, from the district leader to the building', () => {
  const chain = buildChain(grid, facts, '碧桐家园1号楼');
  expect(chain.map(({ rung, holders }) => [rung, ...holders.map(({ personZh }) => personZh)])).toEqual([
    ['districtLeader', '白松'],
    ['subdistrictCadre', '白松'],
    ['communityLead', '何芳'],
    ['communityWorker', '白松'],
    ['gridWorker', '秦月'],
    ['buildingContact', '白松'],
  ]);
  expect(chain.some(isGap)).toBe(false);
  expect(chain.at(-1)).toMatchObject({ place: '碧桐家园', doors: 1, homes: 12 });
});

test('who is missing is listed, a vacant post too, each gap once', () => {
  expect(listGaps([grid, second], facts).map(({ rung, areaCode, place }) => `${rung} ${areaCode} ${place}`)).toEqual([
    `buildingContact ${grid.code} 听雨小区`,
    `communityWorker ${second.code} `,
    `gridWorker ${second.code} `,
  ]);
  expect(
    listGaps([grid, second], { charges: [], holders: [] }).filter(({ rung }) => rung === 'districtLeader'),
  ).toHaveLength(1);
});
