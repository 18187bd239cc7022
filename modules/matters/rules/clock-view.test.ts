import { describe, expect, test } from 'vitest';
import {
  byDayOfMonth,
  calendarDays,
  hours,
  sameDay,
  workingDays,
  workingHours,
  type Duration,
  type Length,
} from '../kit/duration.ts';
import type { ClockRun } from '../kit/matter.ts';
import { at, calendar } from '../testing/library-desk.ts';
import { clockStanding, computeTimeLeft } from './clock-view.ts';
import { computeDue } from './compute-due.ts';

const start = '2026-11-16 10:00';
const run = (within: Duration, change: Partial<ClockRun> = {}): ClockRun => ({
  clock: 'search',
  run: 1,
  startedAt: at(start),
  pauses: [],
  extensions: [],
  ...computeDue(within, at(start), [], calendar),
  endedAt: null,
  ending: null,
  missedAt: null,
  ...change,
});

describe('a clock stands (时钟状态)', () => {
  test.each<[string, Duration, string]>([
    ['inTime', workingDays(5), '2026-11-20 23:59'],
    ['near', workingDays(5), '2026-11-23 00:00'],
    ['near', workingDays(5), '2026-11-23 18:00'],
    ['missed', workingDays(5), '2026-11-23 18:01'],
    ['inTime', calendarDays(2), '2026-11-17 23:59'],
    ['near', calendarDays(2), '2026-11-18 00:00'],
    ['inTime', hours(4), '2026-11-16 12:59'],
    ['near', hours(4), '2026-11-16 13:00'],
    ['inTime', sameDay(), '2026-11-16 20:29'],
    ['near', sameDay(), '2026-11-16 20:30'],
    ['missed', sameDay(), '2026-11-17 00:01'],
  ])('%s with %j at %s', (standing, within, now) => {
    expect(clockStanding(run(within), { within }, at(now), calendar)).toBe(standing);
  });

  test.each<[string, Partial<ClockRun>]>([
    ['paused', { dueAt: null }],
    ['dropped', { ending: 'dropped', endedAt: at('2027-01-01 10:00') }],
    ['met', { ending: 'met', endedAt: at('2026-11-23 18:00') }],
    ['metLate', { ending: 'met', endedAt: at('2026-11-23 18:01') }],
  ])('%s, whatever the time', (standing, change) => {
    const within = workingDays(5);
    expect(clockStanding(run(within, change), { within }, at('2027-02-01 10:00'), calendar)).toBe(standing);
  });
});

describe('a clock is near (将到期) when no more is left than it says', () => {
  test.each<[string, Duration, Length, string]>([
    ['inTime', workingDays(5), workingDays(2), '2026-11-18 23:59'],
    ['near', workingDays(5), workingDays(2), '2026-11-19 00:00'],
    ['near', workingDays(5), workingDays(2), '2026-11-21 10:00'],
    ['inTime', workingDays(5), workingHours(2), '2026-11-23 15:59'],
    ['near', workingDays(5), workingHours(2), '2026-11-23 16:00'],
    ['inTime', workingHours(4), hours(1), '2026-11-16 14:59'],
    ['near', workingHours(4), hours(1), '2026-11-16 15:00'],
    ['missed', workingHours(4), hours(1), '2026-11-16 16:01'],
  ])('%s with %j, near with %j, at %s', (standing, within, nearWhen, now) => {
    expect(clockStanding(run(within), { within, nearWhen }, at(now), calendar)).toBe(standing);
  });
});

describe('the time left (剩余时间) is told in the unit of the rule', () => {
  test.each<[Duration, string, string, string, number]>([
    [workingDays(5), '2026-11-23 18:00', '2026-11-16 10:00', 'workingDays', 5],
    [workingDays(5), '2026-11-23 18:00', '2026-11-21 10:00', 'workingDays', 1],
    [workingDays(5), '2026-11-23 18:00', '2026-11-23 10:00', 'hours', 8],
    [workingDays(5), '2026-11-23 18:00', '2026-11-23 17:30', 'minutes', 30],
    [workingDays(5), '2026-10-13 18:00', '2026-09-30 10:00', 'workingDays', 5],
    [calendarDays(15), '2026-11-24 00:00', '2026-11-20 10:00', 'calendarDays', 3],
    [byDayOfMonth(5), '2026-12-06 00:00', '2026-12-01 10:00', 'calendarDays', 4],
    [calendarDays(15), '2026-11-24 00:00', '2026-11-23 10:00', 'hours', 14],
    [workingHours(4), '2026-11-16 15:00', '2026-11-16 10:00', 'workingHours', 3],
    [sameDay(), '2026-11-17 00:00', '2026-11-16 10:00', 'hours', 14],
  ])('%j due %s, at %s: %s %i', (within, dueAt, now, unit, amount) => {
    expect(computeTimeLeft(at(dueAt), within, at(now), calendar)).toEqual({ unit, amount });
  });

  test.each<[Duration, string, string, string, number]>([
    [workingDays(5), '2026-11-20 18:00', '2026-11-20 18:30', 'minutes', 30],
    [workingDays(5), '2026-11-20 18:00', '2026-11-21 18:30', 'hours', 24],
    [workingDays(5), '2026-11-20 18:00', '2026-11-24 10:00', 'workingDays', 2],
    [calendarDays(5), '2026-11-21 00:00', '2026-11-24 10:00', 'calendarDays', 3],
    [hours(24), '2026-11-20 18:00', '2026-11-22 17:00', 'hours', 47],
    [hours(24), '2026-11-20 18:00', '2026-11-22 18:00', 'calendarDays', 2],
    [workingDays(5), '2026-09-30 18:00', '2026-10-05 10:00', 'calendarDays', 4],
  ])('%j due %s and gone by at %s: %s %i', (within, dueAt, now, unit, amount) => {
    expect(computeTimeLeft(at(dueAt), within, at(now), calendar)).toEqual({ unit, amount });
  });
});

describe('time left of a limit in working hours', () => {
  test('counts office hours only, over a night', () =>
    expect(computeTimeLeft(at('2026-11-18 10:30'), workingHours(4), at('2026-11-17 16:30'), calendar)).toEqual({
      unit: 'workingHours',
      amount: 3,
    }));
  test('says minutes when less than an office hour is left', () =>
    expect(computeTimeLeft(at('2026-11-17 10:30'), workingHours(4), at('2026-11-17 10:00'), calendar)).toEqual({
      unit: 'minutes',
      amount: 30,
    }));
});
