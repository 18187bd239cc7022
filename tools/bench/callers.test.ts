import { expect, test } from 'vitest';
import { growthExponent, percentile, runCallers } from './callers.ts';

test('the exponent of what stays flat is 0, of what grows with the size 1, and of its square root a half', () => {
  const sizes = [1e4, 1e5, 1e6];
  expect(growthExponent(sizes.map((size) => [size, 7]))).toBeCloseTo(0);
  expect(growthExponent(sizes.map((size) => [size, size * 3]))).toBeCloseTo(1);
  expect(growthExponent(sizes.map((size) => [size, Math.sqrt(size)]))).toBeCloseTo(0.5);
});

test('a percentile is a value that was seen, whatever the order', () => {
  expect(percentile([5, 1, 4, 2, 3], 0.5)).toBe(3);
  expect(percentile([5, 1, 4, 2, 3], 0.99)).toBe(5);
  expect(percentile([], 0.5)).toBeNaN();
});

test('callers work side by side, and every command is noted', async () => {
  let most = 0;
  let now = 0;
  const measured = await runCallers(4, 0.05, async (_, timed) => {
    now += 1;
    most = Math.max(most, now);
    await timed(() => new Promise((resolve) => setTimeout(resolve, 5)));
    now -= 1;
  });
  expect(most).toBe(4);
  expect(measured.lengthsMs).toHaveLength(measured.rounds);
  expect(measured.rounds).toBeGreaterThan(4);
});
