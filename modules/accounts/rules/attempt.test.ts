import { describe, expect, test } from 'vitest';
import { countAttempt, refuseAttempt } from './attempt.ts';

const now = new Date('2030-03-08T10:00:00+08:00');
const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

describe('counting attempts to sign in', () => {
  test.each([
    ['counts the first', { failedAttempts: 0, lockedUntil: null }, { failedAttempts: 1, lockedUntil: null }],
    [
      'counts the fourth without a lock',
      { failedAttempts: 3, lockedUntil: null },
      { failedAttempts: 4, lockedUntil: null },
    ],
    [
      'locks with the fifth',
      { failedAttempts: 4, lockedUntil: null },
      { failedAttempts: 5, lockedUntil: inMinutes(15) },
    ],
    [
      'starts anew when the lock is over',
      { failedAttempts: 5, lockedUntil: now },
      { failedAttempts: 1, lockedUntil: null },
    ],
  ])('%s', (_, facts, expected) => {
    expect(countAttempt(facts, now)).toEqual({ ok: true, value: expected });
  });

  test('refuses while locked and says how long', () => {
    expect(countAttempt({ failedAttempts: 5, lockedUntil: inMinutes(2.5) }, now)).toEqual({
      ok: false,
      code: 'session.locked',
      details: { minutes: 3 },
    });
  });

  test('answers a wrong password with the same code as an unknown login until the lock', () => {
    expect(refuseAttempt({ failedAttempts: 4, lockedUntil: null }, now)).toEqual({
      ok: false,
      code: 'session.wrong_login',
    });
    expect(refuseAttempt({ failedAttempts: 5, lockedUntil: inMinutes(15) }, now)).toMatchObject({
      code: 'session.locked',
      details: { minutes: 15 },
    });
  });
});
