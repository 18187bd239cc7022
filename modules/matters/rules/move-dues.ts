import type { DueMoved } from '../kit/events.ts';
import type { Procedure } from '../kit/define-procedure.ts';
import type { ClockRun, Matter } from '../kit/matter.ts';
import type { WorkingCalendar } from './calendar.ts';
import { computeDueOf } from './compute-due.ts';

/**
 * Decides which running limits of a matter run out at another instant by this calendar than was said (期限重算), in the
 * order in which they began. What has ended was judged by the calendar of its time and stays.
 */
export function decideMoves(
  procedure: Procedure,
  matter: Matter,
  now: Date,
  calendar: WorkingCalendar,
): readonly DueMoved[] {
  const at = now < matter.lastAt ? matter.lastAt : now;
  return matter.clocks
    .flatMap((run) => {
      const due = recompute(procedure, run, calendar);
      return due && movesBy(procedure, run, calendar) ? [{ run, due }] : [];
    })
    .map(({ run, due }, i) => ({
      kind: 'dueMoved',
      seq: matter.seq + 1 + i,
      at,
      clock: run.clock,
      run: run.run,
      wasDueAt: run.dueAt,
      ...due,
    }));
}

/**
 * The matter after a limit moved. A miss that was noted before and that the new instant makes untrue stays on the timeline,
 * and the limit can be missed again.
 */
export const moveDue = (matter: Matter, { clock, run: number, dueAt, provisional, at }: DueMoved): Matter => ({
  ...matter,
  clocks: matter.clocks.map((run) =>
    run.clock === clock && run.run === number
      ? { ...run, dueAt, provisional, missedAt: dueAt !== null && dueAt < at ? run.missedAt : null }
      : run,
  ),
});

/** The matter with limits called provisional (暂定) or firm as this calendar has them; when none changes, the same matter. */
export function settleProvisional(procedure: Procedure, matter: Matter, calendar: WorkingCalendar): Matter {
  const clocks = matter.clocks.map((run) => {
    const provisional = recompute(procedure, run, calendar)?.provisional ?? run.provisional;
    return provisional === run.provisional ? run : { ...run, provisional };
  });
  return clocks.every((run, i) => run === matter.clocks[i]) ? matter : { ...matter, clocks };
}

/** Whether a running limit runs out at another instant by this calendar than was said (会变动的期限). */
export function movesBy(procedure: Procedure, run: ClockRun, calendar: WorkingCalendar): boolean {
  const due = recompute(procedure, run, calendar);
  return due !== undefined && due.dueAt?.getTime() !== run.dueAt?.getTime();
}

function recompute(procedure: Procedure, run: ClockRun, calendar: WorkingCalendar) {
  const clock = procedure.clocks[run.clock];
  return clock && run.endedAt === null ? computeDueOf(clock, run, calendar) : undefined;
}
