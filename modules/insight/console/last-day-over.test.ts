import { expect, test } from 'vitest';
import { lastDayOver } from './last-day-over.ts';

/** The first of December in the district, still November in Greenwich. */
const now = new Date('2026-11-30T17:00:00Z');

test.each([
  ['week', 'Asia/Shanghai', '2026-11-24'],
  ['month', 'Asia/Shanghai', '2026-11-30'],
  ['week', 'UTC', '2026-11-23'],
  ['month', 'UTC', '2026-10-31'],
] as const)('the last %s that is over in %s holds %s', (kind, zone, day) => {
  expect(lastDayOver(kind, now, zone)).toBe(day);
});
