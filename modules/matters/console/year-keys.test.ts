import { expect, test } from 'vitest';
import { dayAfterKey } from './year-keys.ts';

test.each([
  ['2026-03-01', 'ArrowLeft', '2026-02-28'],
  ['2026-02-28', 'ArrowRight', '2026-03-01'],
  ['2026-03-03', 'ArrowUp', '2026-02-24'],
  ['2026-12-28', 'ArrowDown', undefined],
  ['2026-01-01', 'ArrowLeft', undefined],
  ['2026-02-10', 'Home', '2026-02-01'],
  ['2026-02-10', 'End', '2026-02-28'],
  ['2028-02-10', 'End', '2028-02-29'],
  ['2026-03-31', 'PageUp', '2026-02-28'],
  ['2026-01-31', 'PageDown', '2026-02-28'],
  ['2026-01-31', 'PageUp', undefined],
  ['2026-01-31', 'x', undefined],
])('%s, %s leads to %s', (day, key, to) => {
  expect(dayAfterKey(day, key)).toBe(to);
});
