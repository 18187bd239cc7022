import { describe, expect, test } from 'vitest';
import type { Facts } from '../../matters/index.ts';
import { needsCheck } from './needs-check.ts';
import { denialCallsForCheck } from './neighbours-word.ts';
import { badRatingHasReason } from './rating.ts';
import { isInReopenWindow } from './reopen-window.ts';

const day = (n: number) => new Date(Date.UTC(2026, 10, n, 2));
const run = (clock: string, startedAt: Date, endedAt: Date | null) => ({ clock, startedAt, endedAt });
const answered = (clocks: readonly object[] = []) =>
  ({ state: 'answered', conclusion: 'solved', answeredAt: day(2), clocks }) as unknown as Facts['matter'];
const facts = (matter: Facts['matter'], input: Facts['input'], now = day(3)): Facts => ({ matter, input, now });

describe('a neighbour who denies that it is solved', () => {
  const no = { solved: 'no' };
  test.each<[string, Facts, boolean]>([
    ['calls for a check the first time', facts(answered(), no), true],
    ['does not when they say that it is solved', facts(answered(), { solved: 'yes' }), false],
    [
      'does not after a check of what they could see',
      facts(answered([run('check', day(3), day(4))]), no, day(5)),
      false,
    ],
    [
      'does although the answer was checked before it went out',
      facts(answered([run('check', day(2), day(3))]), no),
      true,
    ],
    ['does not while a check is on', facts({ ...answered(), state: 'checking' }, no), false],
    [
      'does not when the answer was that it cannot be done',
      facts({ ...answered(), conclusion: 'explained' }, no),
      false,
    ],
    ['does on the 14th day', facts(answered(), no, day(16)), true],
    ['does not after it', facts(answered(), no, new Date(day(16).getTime() + 1)), false],
  ])('%s', (_, given, calls) => expect(denialCallsForCheck.holds(given)).toBe(calls));
});

test('the fourteen days begin when the check of the answer has ended, if it was checked', () => {
  const checked = answered([run('check', day(2), day(5)), run('handling', day(1), day(9))]);
  expect([isInReopenWindow(checked, day(19)), isInReopenWindow(checked, day(20))]).toEqual([true, false]);
  expect(isInReopenWindow({ ...checked, answeredAt: null }, day(3))).toBe(false);
});

test.each([
  ['gas', 0, true],
  ['welfare', 0, true],
  ['lighting', 0, false],
  ['', 0, false],
  ['lighting', 1, true],
])('an answer about %s, reopened %i times, is checked by a second person: %s', (subject, reopenings, is) => {
  expect(needsCheck({ subject, reopenings })).toBe(is);
});

test.each<[object, string | undefined]>([
  [{ solved: 'yes', rating: 3 }, undefined],
  [{ solved: 'no', rating: 5 }, 'request.bad_rating_needs_reason'],
  [{ solved: 'yes', rating: 2, words: '太慢' }, 'request.bad_rating_needs_reason'],
  [{ solved: 'no', rating: 1, why: 'tooSlow' }, undefined],
  [{ solved: 'no', rating: 1, why: 'other' }, 'request.bad_rating_needs_words'],
  [{ solved: 'no', rating: 1, why: 'other', words: '灯又灭了' }, undefined],
])('a rating of %j: %s', (input, code) => {
  const answer = badRatingHasReason.checksInput?.(facts(answered(), input as Facts['input']));
  expect(answer && !answer.allowed ? answer.code : undefined).toBe(code);
});
