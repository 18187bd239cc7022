import { expect, test } from 'vitest';
import { projectAreas } from './project.ts';

const square = (west: number, south: number, side: number) =>
  [
    [
      [
        [west, south],
        [west + side, south],
        [west + side, south + side],
        [west, south + side],
        [west, south],
      ],
    ],
  ] as const;

test('puts north up, keeps shapes and finds the middle', () => {
  const { areas, height } = projectAreas(
    [
      { code: 'south', outline: square(100, 0, 1) },
      { code: 'north', outline: square(100, 1, 1) },
    ],
    200,
  );
  expect(height).toBeGreaterThan(395);
  expect(height).toBeLessThan(405);
  const [south, north] = areas;
  expect(south?.y).toBeGreaterThan(north?.y ?? Infinity);
  expect(Math.round(north?.x ?? 0)).toBe(100);
  expect(Math.round(north?.y ?? 0)).toBe(100);
});

test('draws nothing without outlines', () => {
  expect(projectAreas([], 200)).toEqual({ areas: [], height: 0 });
});
