import { expect, test } from 'vitest';
import { dateOf, dueMomentOf, momentOf, spokenDayOf } from './times.ts';

const zone = 'Asia/Shanghai';
const now = new Date('2026-07-01T02:00:00Z');
const zh = { language: 'zh', zone, now } as const;
const en = { language: 'en', zone, now } as const;

test('tells an instant in the zone of the district', () => {
  expect(momentOf('2026-07-03T10:00:00Z', zh)).toBe('7月3日 18:00');
  expect(momentOf('2026-07-03T10:00:00Z', en)).toBe('3 Jul 18:00');
  expect(momentOf('2026-07-03T10:00:00Z', { ...zh, zone: 'Asia/Urumqi' })).toBe('7月3日 16:00');
});

test('names the year only when it is another', () => {
  expect(momentOf('2027-01-02T01:05:00Z', zh)).toBe('2027年1月2日 09:05');
  expect(momentOf('2025-12-31T17:05:00Z', zh)).toBe('1月1日 01:05');
});

test('a limit that ends at midnight ends the day before', () => {
  expect(dueMomentOf('2026-07-03T16:00:00Z', zh)).toBe('7月3日 24:00');
  expect(dueMomentOf('2026-07-03T16:01:00Z', zh)).toBe('7月4日 00:01');
});

test('says yesterday, today and tomorrow by the days of the place, and only where asked', () => {
  expect(momentOf('2026-07-01T15:59:00Z', zh, spokenDayOf)).toBe('今天 23:59');
  expect(dueMomentOf('2026-07-01T16:00:00Z', zh, spokenDayOf)).toBe('今天 24:00');
  expect(momentOf('2026-07-01T16:30:00Z', en, spokenDayOf)).toBe('tomorrow 00:30');
  expect(momentOf('2026-06-30T15:30:00Z', zh, spokenDayOf)).toBe('昨天 23:30');
  expect(momentOf('2026-07-03T10:00:00Z', zh, spokenDayOf)).toBe('7月3日 18:00');
  expect(momentOf('2026-07-01T15:59:00Z', zh)).toBe('7月1日 23:59');
});

test('says a date without an hour like any other day, wherever the district lies', () => {
  expect(dateOf('2026-07-03', zh)).toBe('7月3日');
  expect(dateOf('2026-07-03', { ...en, zone: 'America/Los_Angeles' })).toBe('3 Jul');
  expect(dateOf('2027-01-01', zh)).toBe('2027年1月1日');
  expect(dateOf('2026-Q3', zh)).toBe('2026-Q3');
});
