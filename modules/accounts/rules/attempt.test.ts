import { describe, expect, test } from 'vitest';
import { countAttempt, forgiveAttempt } from './attempt.ts';

const now = new Date('2030-03-08T10:00:00+08:00');
const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const limit = { allowed: 5, minutes: 15 };
const facts = (failed: number, closedUntil: Date | null = null, since = inMinutes(-10)) => ({
  failed,
  since,
  closedUntil,
});

describe('counting attempts (登录尝试)', () => {
  test.each([
    ['counts the first', facts(0), { failed: 1, since: now, closedUntil: null }],
    ['counts up to the fourth', facts(3), facts(4)],
    ['closes with the fifth', facts(4), facts(5, inMinutes(15))],
    ['starts anew when the closing is over', facts(5, now), { failed: 1, since: now, closedUntil: null }],
    ['forgets after an hour', facts(4, null, inMinutes(-60)), { failed: 1, since: now, closedUntil: null }],
    ['forgets nothing before that', facts(4, null, inMinutes(-59)), facts(5, inMinutes(15), inMinutes(-59))],
  ])('%s', (_, before, after) => {
    expect(countAttempt(before, limit, now)).toEqual({ ok: true, value: after });
  });

  test('refuses while closed and says how long', () => {
    expect(countAttempt(facts(5, inMinutes(2.5)), limit, now)).toEqual({
      ok: false,
      code: 'session.locked',
      details: { minutes: 3 },
    });
  });

  test('a right try takes back itself and nothing of others', () => {
    expect(forgiveAttempt(facts(5, inMinutes(15)), limit)).toEqual(facts(4));
    expect(forgiveAttempt(facts(40, inMinutes(15)), limit)).toEqual(facts(39, inMinutes(15)));
  });
});
