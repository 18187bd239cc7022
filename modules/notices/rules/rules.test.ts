import { describe, expect, test } from 'vitest';
import { computeNextTry } from './next-try.ts';
import { deferNight } from './night.ts';
import type { Matter, Procedure } from '../../matters/index.ts';
import { everybodyOf, findTold, headOf, withoutRepeats } from './told.ts';

const DAY_MS = 86_400_000;
const AHEAD_MS = 8 * 3_600_000;
/** Days and hours of a district eight hours ahead. */
const calendar = {
  dayOf: (instant: Date) => Math.floor((instant.getTime() + AHEAD_MS) / DAY_MS),
  instantOf: (day: number, minute: number) => new Date(day * DAY_MS + minute * 60_000 - AHEAD_MS),
};
const at = (local: string) => new Date(`${local.replace(' ', 'T')}:00+08:00`);

describe('the night (夜间不打扰)', () => {
  test.each([
    ['2026-11-25 21:59', '2026-11-25 21:59'],
    ['2026-11-25 22:00', '2026-11-26 07:00'],
    ['2026-11-26 03:00', '2026-11-26 07:00'],
    ['2026-11-26 06:59', '2026-11-26 07:00'],
    ['2026-11-26 07:00', '2026-11-26 07:00'],
    ['2026-12-31 23:30', '2027-01-01 07:00'],
  ])('what happens at %s is told at %s', (happened, told) => {
    expect(deferNight(at(happened), calendar)).toEqual(at(told));
  });
});

describe('another try (重试)', () => {
  const now = at('2026-11-25 10:00');
  const minutesAfter = (attempts: number) => {
    const next = computeNextTry(attempts, 'busy', now);
    return next && (next.getTime() - now.getTime()) / 60_000;
  };
  test('comes later each time, and eight tries are enough', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8].map(minutesAfter)).toEqual([1, 5, 15, 60, 180, 360, 720, undefined]);
  });
  test('does not come where the other side said no for good, or there is no number', () => {
    expect(computeNextTry(1, 'refused', now)).toBeUndefined();
    expect(computeNextTry(1, 'noAddress', now)).toBeUndefined();
  });
});

test('nobody is told twice: not a head beside everybody of the body', () => {
  const all = [everybodyOf('a'), headOf('a'), headOf('b'), headOf('b'), everybodyOf('a')];
  expect(withoutRepeats(all)).toEqual([everybodyOf('a'), headOf('b')]);
});

test('neighbours of whom a version says nothing yet hear what the person who asked hears', () => {
  const roles = {
    reporter: { zh: '反映人', en: 'who asked', is: 'reporter' },
    supporter: { zh: '附议人', en: 'who joined in', is: 'supporter' },
  } as const;
  const procedure = (tells: readonly string[]) => ({ roles, steps: { answer: { tells } } }) as unknown as Procedure;
  const told = (steps: readonly string[], now: readonly string[]) => findTold(procedure(steps), {} as Matter, now);
  const [silent, speaking] = [['reporter'], ['reporter', 'supporter']];
  expect(told(silent, ['reporter'])).toEqual({ staff: [], reporter: true, supporters: true });
  expect(told(speaking, ['reporter'])).toEqual({ staff: [], reporter: true, supporters: false });
  expect(told(speaking, ['supporter'])).toEqual({ staff: [], reporter: false, supporters: true });
});
