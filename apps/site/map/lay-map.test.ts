import { expect, test } from 'vitest';
import { layMap } from './lay-map.ts';

const square = (west: number, south: number) => [
  [
    [
      [west, south],
      [west + 1, south],
      [west + 1, south + 1],
      [west, south + 1],
    ] as const,
  ],
];

test('places stand where they lie, north above, the label in the middle', () => {
  const laid = layMap([
    { code: 'north', outlines: [square(100, 1)] },
    { code: 'south', outlines: [square(100, 0)] },
  ]);
  expect([laid.isTrue, laid.height]).toEqual([true, 900]);
  const [north, south] = laid.shapes;
  expect(north?.y).toBe(225);
  expect(south?.y).toBe(675);
  expect(north?.d).toMatch(/^M0\.0 450\.0L.*z$/);
});

test('when one has no outline, all stand in order as equal fields', () => {
  const laid = layMap([
    { code: 'a', outlines: [square(100, 1)] },
    ...['b', 'c', 'd', 'e'].map((code) => ({ code, outlines: [] })),
  ]);
  expect(laid.isTrue).toBe(false);
  expect(laid.shapes.map(({ code, x, y }) => [code, x, y])).toEqual([
    ['a', 72, 72],
    ['b', 224, 72],
    ['c', 376, 72],
    ['d', 528, 72],
    ['e', 72, 224],
  ]);
});

test('no place, no map', () => {
  expect(layMap([])).toEqual({ width: 600, height: 0, isTrue: false, shapes: [] });
});
