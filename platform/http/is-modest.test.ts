import { expect, test } from 'vitest';
import { isModest } from './is-modest.ts';

const deep = (levels: number): unknown => {
  let inner: unknown = 1;
  for (let n = 0; n < levels; n += 1) inner = { inner };
  return inner;
};

test.each([
  ['nothing', undefined, true],
  ['a form', { what: 'x', photos: ['a', 'b'], at: { lat: 1, long: 2 } }, true],
  ['an outline of ten thousand points', { rings: [Array.from({ length: 10_000 }, () => [1, 2])] }, true],
  ['a list of half a million', Array.from({ length: 500_000 }, () => 1), false],
  ['many lists of many', Array.from({ length: 1_000 }, () => Array.from({ length: 1_000 }, () => 1)), false],
  ['sixty levels', deep(60), true],
  ['twenty thousand levels', deep(20_000), false],
])('%s', (_, body, expected) => {
  expect(isModest(body)).toBe(expected);
});
