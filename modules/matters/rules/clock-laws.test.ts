import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Duration, Length } from '../kit/duration.ts';
import type { Pause } from '../kit/matter.ts';
import {
  calendarFrom,
  days,
  lay,
  lengths,
  limits,
  makeUpDays,
  MINUTE,
  ownCalendars,
  spans,
  starts,
  withDay,
} from '../testing/any-clock.ts';
import { calendar } from '../testing/library-desk.ts';
import type { WorkingCalendar } from './calendar.ts';
import { computeDue, computeDueOf } from './compute-due.ts';

const compute = (within: Duration, start: Date, pauses: readonly Pause[], by: WorkingCalendar = calendar): number => {
  const { dueAt } = computeDue(within, start, pauses, by);
  if (!dueAt) throw new Error('stands still');
  return dueAt.getTime();
};
const isLength = (within: Duration): within is Length => within.unit !== 'sameDay' && within.unit !== 'dayOfMonth';
const holds = ((...args: Parameters<typeof fc.property>) =>
  fc.assert(fc.property(...args), { numRuns: 1500 })) as unknown as <Ts extends [unknown, ...unknown[]]>(
  ...args: [...{ [K in keyof Ts]: fc.Arbitrary<Ts[K]> }, (...given: Ts) => boolean | void]
) => void;

describe('for any start, limit and pauses', () => {
  test('pausing and resuming never brings the end nearer', () => {
    holds(limits, starts, spans, (within, start, parts) => {
      const pauses = lay(start, parts);
      for (let n = 1; n <= pauses.length; n += 1)
        expect(compute(within, start, pauses.slice(0, n))).toBeGreaterThanOrEqual(
          compute(within, start, pauses.slice(0, n - 1)),
        );
    });
  });

  test('a pause of no length changes nothing', () => {
    holds(limits, starts, spans, fc.nat(60 * 1440), (within, start, parts, later) => {
      const pauses = lay(start, parts);
      const instant = new Date(start.getTime() + later * MINUTE);
      const atEnd = new Date(compute(within, start, pauses));
      for (const point of [instant, atEnd])
        expect(compute(within, start, [...pauses, { from: point, to: point }])).toBe(compute(within, start, pauses));
    });
  });

  test('a pause cut in two that touch changes nothing', () => {
    holds(limits, starts, spans, fc.double({ min: 0, max: 1, noNaN: true }), (within, start, parts, share) => {
      const pauses = lay(start, parts);
      const cut = pauses.flatMap(({ from, to }) => {
        const length = (to as Date).getTime() - from.getTime();
        const middle = new Date(from.getTime() + Math.round((length * share) / MINUTE) * MINUTE);
        return [
          { from, to: middle },
          { from: middle, to },
        ];
      });
      expect(compute(within, start, cut)).toBe(compute(within, start, pauses));
    });
  });

  test('a pause wholly before the start or after the end changes nothing', () => {
    holds(
      limits,
      starts,
      spans,
      fc.integer({ min: 1, max: 9999 }),
      fc.nat(9999),
      (within, start, parts, length, away) => {
        const pauses = lay(start, parts);
        const end = compute(within, start, pauses);
        const before = {
          from: new Date(start.getTime() - (length + away) * MINUTE),
          to: new Date(start.getTime() - away * MINUTE),
        };
        const behind = { from: new Date(end + (away + 1) * MINUTE), to: new Date(end + (away + 1 + length) * MINUTE) };
        expect(compute(within, start, [before, ...pauses, behind])).toBe(end);
      },
    );
  });

  test('who starts later or has more time ends later or at the same time', () => {
    holds(limits, starts, spans, fc.nat(5000), (within, start, parts, later) => {
      const pauses = lay(start, parts);
      const end = compute(within, start, pauses);
      expect(compute(within, new Date(start.getTime() + later * MINUTE), pauses)).toBeGreaterThanOrEqual(end);
      const more = isLength(within) ? { ...within, amount: within.amount + 1 } : within;
      expect(compute(more, start, pauses)).toBeGreaterThanOrEqual(end);
      expect(end).toBeGreaterThan(start.getTime());
    });
  });
});

describe('for any calendar of a district', () => {
  test('pausing and resuming never brings the end nearer', () => {
    holds(limits, starts, spans, ownCalendars, (within, start, parts, own) => {
      const by = calendarFrom(own);
      const pauses = lay(start, parts);
      for (let n = 1; n <= pauses.length; n += 1)
        expect(compute(within, start, pauses.slice(0, n), by)).toBeGreaterThanOrEqual(
          compute(within, start, pauses.slice(0, n - 1), by),
        );
    });
  });

  test('a day of rest more makes nothing due earlier', () => {
    holds(limits, starts, spans, ownCalendars, days, (within, start, parts, own, day) => {
      const pauses = lay(start, parts);
      const before = compute(within, start, pauses, calendarFrom(own));
      expect(compute(within, start, pauses, calendarFrom(withDay(own, day, false)))).toBeGreaterThanOrEqual(before);
    });
  });

  test('a make-up working day that is taken back makes nothing due earlier', () => {
    expect(makeUpDays.length).toBeGreaterThan(5);
    const near = fc.tuple(fc.constantFrom(...makeUpDays), fc.integer({ min: 0, max: 20 * 1440 }));
    let moved = 0;
    holds(limits, near, spans, (within, [day, minutes], parts) => {
      const start = new Date(calendar.instantOf(day, 0).getTime() - minutes * MINUTE);
      const pauses = lay(start, parts);
      const before = compute(within, start, pauses);
      const after = compute(within, start, pauses, calendarFrom(withDay({}, day, false)));
      expect(after).toBeGreaterThanOrEqual(before);
      if (after > before) moved += 1;
    });
    expect(moved).toBeGreaterThan(50);
  });
});

test('an extension never brings the end nearer, and two are as good as one of both lengths', () => {
  holds(lengths, starts, spans, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30 }), (...drawn) => {
    const [within, startedAt, parts, first, second] = drawn;
    const run = (...amounts: number[]) => ({
      startedAt,
      pauses: lay(startedAt, parts),
      extensions: amounts.map((amount) => ({ at: startedAt, by: { ...within, amount } })),
    });
    const due = (...amounts: number[]) =>
      (computeDueOf({ within, whenMissed: { tell: [] } }, run(...amounts), calendar).dueAt as Date).getTime();
    expect(due(first)).toBeGreaterThanOrEqual(due());
    expect(due(first, second)).toBeGreaterThanOrEqual(due(first));
    expect(due(first, second)).toBe(due(first + second));
  });
});
