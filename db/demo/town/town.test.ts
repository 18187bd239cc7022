import { describe, expect, test } from 'vitest';
import { areaKindOf } from '../../../modules/territory/index.ts';
import { inventDistrict } from '../demo-plan.ts';
import { inventTown } from './demo-town.ts';
import { areaOf, splitGround, type Ground } from './split-ground.ts';
import { makeRandom } from '../random.ts';

const { areas } = inventDistrict();
const town = inventTown(areas);

describe('the ground of the demo district (演示区地图)', () => {
  test('is the same every time', () => expect(inventTown(areas)).toEqual(town));

  test('has an outline for every sub-district, community and grid, and a street for every community', () => {
    const drawn = new Set(town.outlines.map(({ code }) => code));
    expect(areas.filter(({ code }) => areaKindOf(code) !== 'district' && !drawn.has(code))).toEqual([]);
    expect(town.roads).toHaveLength(150);
  });

  test('lies in the sea, where nobody lives', () => {
    const points = town.outlines.flatMap(({ outline }) => outline.flat(2));
    expect(points.every(([lon, lat]) => lon > 124.9 && lon < 125.1 && lat > 29.9 && lat < 30.1)).toBe(true);
  });

  test('is split without losing any of it', () => {
    const square: Ground = [
      [0, 0],
      [900, 0],
      [900, 600],
      [0, 600],
    ];
    const pieces = splitGround(makeRandom(1), square, ['a', 'b', 'c', 'd', 'e'], () => 1);
    const sizes = [...pieces.values()].map(areaOf);
    expect(sizes.reduce((sum, one) => sum + one)).toBeCloseTo(540_000, 3);
    for (const size of sizes) expect(size).toBeCloseTo(108_000, 0);
  });
});
