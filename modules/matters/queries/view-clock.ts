import type { ClockView } from '../contract/views.ts';
import type { Procedure } from '../kit/define-procedure.ts';
import type { ClockRun } from '../kit/matter.ts';
import { wordsOf } from '../kit/named.ts';
import type { WorkingCalendar } from '../rules/calendar.ts';
import { clockStanding, computeTimeLeft } from '../rules/clock-view.ts';

/** One run of a clock as a person reads it (时钟). */
export function viewClock(procedure: Procedure, run: ClockRun, now: Date, calendar: WorkingCalendar): ClockView {
  const clock = procedure.clocks[run.clock];
  if (!clock) throw new Error(`procedure ${procedure.id} has no clock ${run.clock}`);
  return {
    clock: run.clock,
    run: run.run,
    name: wordsOf(clock),
    standing: clockStanding(run, clock, now, calendar),
    limit: { unit: clock.within.unit, amount: clock.within.amount },
    startedAt: run.startedAt.toISOString(),
    dueAt: run.dueAt?.toISOString() ?? null,
    endedAt: run.endedAt?.toISOString() ?? null,
    left: run.dueAt && !run.endedAt ? computeTimeLeft(run.dueAt, clock.within, now, calendar) : null,
    pauses: run.pauses.map(({ from, to }) => ({ from: from.toISOString(), to: to?.toISOString() ?? null })),
    extensions: run.extensions.map(({ at, by }) => ({ at: at.toISOString(), unit: by.unit, amount: by.amount })),
    provisional: run.provisional,
    tellsWhenMissed: clock.whenMissed.tell.flatMap((role) => {
      const told = procedure.roles[role];
      return told ? [wordsOf(told)] : [];
    }),
    basis: wordsOf(clock.basis),
    basisKind: clock.basis.kind,
    since: clock.basis.since,
  };
}
