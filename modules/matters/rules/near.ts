import type { Clock } from '../kit/define-procedure.ts';
import type { ClockRun } from '../kit/matter.ts';
import type { WorkingCalendar } from './calendar.ts';
import { clockStanding } from './clock-view.ts';

const MINUTE_MS = 60_000;

/**
 * Computes the minute from which a running limit is near (将到期), by the same rule by which its chip says so on the screen.
 *
 * @returns the first whole minute after the start at which it is near; undefined while it stands still
 */
export function computeNearFrom(
  run: Pick<ClockRun, 'startedAt' | 'dueAt'>,
  clock: Pick<Clock, 'within' | 'nearWhen'>,
  calendar: WorkingCalendar,
): Date | undefined {
  const { startedAt, dueAt } = run;
  if (!dueAt) return undefined;
  const running = { ...asRunning, startedAt, dueAt };
  const isNearAt = (minute: number) =>
    clockStanding(running, clock, new Date(startedAt.getTime() + minute * MINUTE_MS), calendar) === 'near';
  // Once near, always near until it runs out: the first such minute is found by halving.
  let [before, near] = [-1, Math.max(0, Math.floor((dueAt.getTime() - startedAt.getTime()) / MINUTE_MS))];
  while (near - before > 1) {
    const middle = Math.floor((before + near) / 2);
    if (isNearAt(middle)) near = middle;
    else before = middle;
  }
  return new Date(startedAt.getTime() + near * MINUTE_MS);
}

const asRunning = {
  clock: '',
  run: 1,
  pauses: [],
  extensions: [],
  provisional: false,
  endedAt: null,
  ending: null,
  missedAt: null,
} as const;
