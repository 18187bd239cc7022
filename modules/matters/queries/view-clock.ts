import type { ClockView } from '../contract/views.ts';
import { say } from '../../../platform/i18n/words.ts';
import '../words/index.ts';
import type { Clock, Procedure } from '../kit/define-procedure.ts';
import type { ClockRun } from '../kit/matter.ts';
import { wordsOf, type Named } from '../kit/named.ts';
import type { WorkingCalendar } from '../rules/calendar.ts';
import { withinOf } from '../rules/within-of.ts';
import { newestProcedures } from '../rules/engine.ts';
import { clockStanding, computeTimeLeft } from '../rules/clock-view.ts';

const namesOf = (procedure: Procedure, roles: readonly string[]): Named[] =>
  roles.flatMap((role) => procedure.roles[role] ?? []).map(wordsOf);

/** Who is reminded when a limit is near (临期提醒谁). */
export const remindedBy = (procedure: Procedure, { whenNear }: Clock): Named[] =>
  namesOf(procedure, whenNear?.remind ?? []);

/** Who is told when a limit is missed (超时告知谁), the tier above last. */
export const toldBy = (procedure: Procedure, { whenMissed }: Clock): Named[] => [
  ...namesOf(procedure, whenMissed.tell),
  ...(whenMissed.tellTierAbove ? [say('matters', 'roles.tierAbove')] : []),
];

/** What a missed limit turns into (超时转办什么); null when nothing. */
export const turnsInto = ({ whenMissed: { opens } }: Clock): Named | null => {
  const into = opens && newestProcedures().find(({ id }) => id === opens.procedure);
  return into ? wordsOf(into) : null;
};

/** One run of a clock as a person reads it (时钟). */
export function viewClock(
  procedure: Procedure,
  run: ClockRun,
  now: Date,
  calendar: WorkingCalendar,
  setHere?: ClockView['setHere'],
): ClockView {
  const clock = procedure.clocks[run.clock];
  if (!clock) throw new Error(`procedure ${procedure.id} has no clock ${run.clock}`);
  const within = withinOf(clock, run);
  return {
    clock: run.clock,
    run: run.run,
    name: wordsOf(clock),
    standing: clockStanding(run, clock, now, calendar),
    limit: { unit: within.unit, amount: within.amount },
    startedAt: run.startedAt.toISOString(),
    dueAt: run.dueAt?.toISOString() ?? null,
    endedAt: run.endedAt?.toISOString() ?? null,
    left: run.dueAt && !run.endedAt ? computeTimeLeft(run.dueAt, within, now, calendar) : null,
    pauses: run.pauses.map(({ from, to }) => ({ from: from.toISOString(), to: to?.toISOString() ?? null })),
    extensions: run.extensions.map(({ at, by }) => ({ at: at.toISOString(), unit: by.unit, amount: by.amount })),
    provisional: run.provisional,
    remindsWhenNear: remindedBy(procedure, clock),
    tellsWhenMissed: toldBy(procedure, clock),
    turnsInto: turnsInto(clock),
    basis: wordsOf(clock.basis),
    basisKind: clock.basis.kind,
    since: clock.basis.since,
    setHere: setHere ?? null,
  };
}
