import { expect, test } from 'vitest';
import fc from 'fast-check';
import { calendarDays, hours, sameDay, workingDays, workingHours, type Length } from '../kit/duration.ts';
import { at, calendar } from '../testing/library-desk.ts';
import { clockStanding } from './clock-view.ts';
import { computeDue } from './compute-due.ts';
import { computeNearFrom } from './near.ts';

const near = (within: Length | ReturnType<typeof sameDay>, startedAt: Date, nearWhen?: Length) => {
  const { dueAt } = computeDue(within, startedAt, [], calendar);
  return computeNearFrom({ startedAt, dueAt }, { within, ...(nearWhen ? { nearWhen } : {}) }, calendar);
};

test.each([
  // Five working days from Monday end on the next Monday at 18:00, whose first minute is its last day.
  ['the last day of a limit in days', near(workingDays(5), at('2026-11-16 10:00')), '2026-11-23 00:00'],
  // Two working days before Monday: whoever begins on Thursday after office hours would have until Monday.
  ['two working days before the end', near(workingDays(5), at('2026-11-16 10:00'), workingDays(2)), '2026-11-19 00:00'],
  ['the last quarter of a limit in hours', near(hours(8), at('2026-11-16 10:00')), '2026-11-16 16:00'],
  ['an hour before the end', near(hours(8), at('2026-11-16 10:00'), hours(1)), '2026-11-16 17:00'],
  ['the last quarter of the same day', near(sameDay(), at('2026-11-16 12:00')), '2026-11-16 21:00'],
  ['at once where the whole limit is near', near(hours(1), at('2026-11-16 10:00'), hours(2)), '2026-11-16 10:00'],
])('is near from %s', (_, from, expected) => {
  expect(from).toEqual(at(expected));
});

test('is not near while it stands still', () => {
  const clock = { within: hours(8) };
  expect(computeNearFrom({ startedAt: at('2026-11-16 10:00'), dueAt: null }, clock, calendar)).toBeUndefined();
});

test('is near in that minute and not in the one before, for any limit', () => {
  const length = fc.oneof(
    fc.integer({ min: 1, max: 40 }).map(workingDays),
    fc.integer({ min: 1, max: 60 }).map((n) => calendarDays(n)),
    fc.integer({ min: 1, max: 90 }).map(hours),
    fc.integer({ min: 1, max: 40 }).map(workingHours),
  );
  const minutes = fc
    .integer({ min: 0, max: 500 * 1440 })
    .map((m) => new Date(at('2025-01-02 00:00').getTime() + m * 60_000));
  fc.assert(
    fc.property(length, fc.option(length, { nil: undefined }), minutes, (within, nearWhen, startedAt) => {
      const clock = { within, ...(nearWhen ? { nearWhen } : {}) };
      const { dueAt } = computeDue(within, startedAt, [], calendar);
      const run = {
        clock: 'a',
        run: 1,
        startedAt,
        pauses: [],
        extensions: [],
        dueAt,
        provisional: false,
        endedAt: null,
        ending: null,
        missedAt: null,
      };
      const from = computeNearFrom(run, clock, calendar)!;
      const isNear = (minute: number) =>
        clockStanding(run, clock, new Date(from.getTime() + minute * 60_000), calendar) === 'near';
      expect(from >= startedAt && from <= dueAt!).toBe(true);
      expect(from > startedAt && isNear(-1)).toBe(false);
      expect(isNear(0) || from.getTime() + 60_000 > dueAt!.getTime()).toBe(true);
    }),
    { numRuns: 300 },
  );
});
