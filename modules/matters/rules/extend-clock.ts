import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Lengthening, Procedure, Step } from '../kit/define-procedure.ts';
import type { Length } from '../kit/duration.ts';
import type { Extended } from '../kit/events.ts';
import { allowed, denied, type Allowed, type Denied, type Facts } from '../kit/facts.ts';
import type { ClockRun, Input } from '../kit/matter.ts';
import { currentRun } from './advance-clocks.ts';
import type { WorkingCalendar } from './calendar.ts';
import { computeDueOf } from './compute-due.ts';

export type ExtensionRefusal =
  | 'limit.not_running'
  | 'limit.already_overdue'
  | 'limit.already_extended'
  | 'limit.extension_too_long';

/**
 * Says whether a step may make its limit longer now (能否延期), before a length is chosen; a step that extends nothing may.
 *
 * @returns allowed, or denied with `limit.not_running`, `limit.already_overdue`, or `limit.already_extended`
 * @source 信访工作条例 art. 34 (one extension), as a form for all limits; decision 0005
 */
export function mayExtend(procedure: Procedure, step: Step, { matter, now }: Omit<Facts, 'input'>): Allowed | Denied {
  if (!step.extends) return allowed;
  const { clock, times } = step.extends;
  const run = currentRun(matter.clocks, clock);
  const words = { clockZh: procedure.clocks[clock]?.zh ?? '', clockEn: procedure.clocks[clock]?.en ?? '' };
  if (!run) return denied('limit.not_running', words);
  if (run.dueAt && run.dueAt < now) return denied('limit.already_overdue', words);
  if (run.extensions.length >= times) return denied('limit.already_extended', { ...words, times });
  return allowed;
}

/**
 * Decides by how much a step that may extend makes its limit longer (延期), and until when it then runs.
 *
 * @returns the extension, null for a step that extends nothing, or the refusal `limit.extension_too_long`: with the
 *   extensions before it, it would be longer than the procedure allows
 */
export function decideExtension(
  procedure: Procedure,
  step: Step,
  facts: Facts,
  calendar: WorkingCalendar,
): Result<Extended | null, 'limit.extension_too_long'> {
  if (!step.extends) return done(null);
  const { clock, atMost } = step.extends;
  const run = currentRun(facts.matter.clocks, clock);
  const declared = procedure.clocks[clock];
  if (!run || !declared) throw new Error(`${clock} does not run: mayExtend should have said so`);
  const by = lengthChosen(step.extends, facts.input);
  const before = run.extensions.reduce((sum, { by: { amount } }) => sum + amount, 0);
  if (before + by.amount > atMost.amount)
    return refuse('limit.extension_too_long', { unit: atMost.unit, left: atMost.amount - before });
  const { dueAt } = computeDueOf(
    declared,
    { ...run, extensions: [...run.extensions, { at: facts.now, by }] },
    calendar,
  );
  return done({ clock, run: run.run, by, dueAt });
}

function lengthChosen({ by }: Lengthening, input: Input): Length {
  if (!('field' in by)) return by;
  const length = by.lengths[String(input[by.field])];
  if (!length) throw new Error(`no length for what was chosen in ${by.field}: the checker should have refused it`);
  return length;
}

/** The runs of the clocks after an extension. */
export const extendRun = (
  procedure: Procedure,
  runs: readonly ClockRun[],
  { clock, run: number, by }: Extended,
  at: Date,
  calendar: WorkingCalendar,
): readonly ClockRun[] =>
  runs.map((run) => {
    const declared = procedure.clocks[clock];
    if (run.clock !== clock || run.run !== number || !declared) return run;
    const longer = { ...run, extensions: [...run.extensions, { at, by }] };
    return { ...longer, ...computeDueOf(declared, longer, calendar) };
  });
