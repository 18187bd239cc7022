import { expect, test } from 'vitest';
import { dayOf, dueOf, instantOf } from './dates.ts';

const now = new Date('2026-07-01T02:00:00Z');
const zone = 'Asia/Shanghai';

test('says day and time in the district, in both languages', () => {
  const at = new Date('2026-07-03T10:00:00Z');
  expect(instantOf(at, now, zone, 'zh')).toBe('7月3日 18:00');
  expect(instantOf(at, now, zone, 'en')).toBe('3 July 18:00');
});

test('names the year only when it is another one', () => {
  expect(dayOf(new Date('2025-12-31T15:59:00Z'), now, zone, 'zh')).toBe('2025年12月31日');
  expect(dayOf(new Date('2025-12-31T16:00:00Z'), now, zone, 'zh')).toBe('1月1日');
});

test('says a limit at midnight as the end of the day before', () => {
  expect(dueOf(new Date('2026-07-03T16:00:00Z'), now, zone, 'zh')).toBe('7月3日 24:00');
  expect(dueOf(new Date('2026-07-03T16:01:00Z'), now, zone, 'zh')).toBe('7月4日 00:01');
});
