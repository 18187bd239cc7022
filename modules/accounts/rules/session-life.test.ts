import { describe, expect, test } from 'vitest';
import { computeExpiry, isSessionAlive, isUseWorthNoting } from './session-life.ts';

const at = (text: string) => new Date(`2030-03-${text}+08:00`);
const expiresAt = computeExpiry(at('01T08:00:00'));

describe('the life of a session (会话)', () => {
  test.each([
    ['lives just under twelve hours without use', '01T08:00:00', '01T19:59:59', true],
    ['ends after twelve hours without use', '01T08:00:00', '01T20:00:00', false],
    ['lives through the seventh day when used', '08T07:00:00', '08T07:59:59', true],
    ['ends after seven days even when used', '08T07:59:59', '08T08:00:00', false],
  ])('%s', (_, lastSeen, now, expected) => {
    expect(isSessionAlive({ lastSeenAt: at(lastSeen), expiresAt }, at(now))).toBe(expected);
  });

  test('notes a use once in five minutes', () => {
    const times = { lastSeenAt: at('01T08:00:00'), expiresAt };
    expect(isUseWorthNoting(times, at('01T08:04:59'))).toBe(false);
    expect(isUseWorthNoting(times, at('01T08:05:00'))).toBe(true);
  });
});
