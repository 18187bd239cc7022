import { done, refuse, type Result } from '../../../platform/result.ts';
import type { StepTaken } from '../kit/events.ts';
import type { Procedure, Step } from '../kit/define-procedure.ts';
import type { Facts } from '../kit/facts.ts';
import { dateText, type WorkingCalendar } from './calendar.ts';

type DayFault = Readonly<Record<string, { readonly code: string; readonly details: { first: string; last: string } }>>;

/**
 * Decides on which day a limit ends that begins with this step, or with the opening (选定日期), such as the day on which a matter kept on the
 * books comes back. Any other day that is asked for lies within its bounds too.
 *
 * @returns what the event keeps, null when the step sets no day; or the refusal `day.out_of_bounds` with the first and the
 *   last day that may be chosen, said at the field of the day
 */
export function decideDay(
  step: Pick<Step | Procedure['opening'], 'sets' | 'asks'>,
  { input, now }: Pick<Facts, 'input' | 'now'>,
  calendar: WorkingCalendar,
): Result<StepTaken['sets'] | null, 'day.out_of_bounds'> & { readonly fields?: DayFault } {
  const today = calendar.dayOf(now);
  for (const [name, field] of Object.entries(step.asks ?? {})) {
    if (field.kind !== 'day' || input[name] === undefined) continue;
    const [first, last] = [dateText(today + field.fromDays), dateText(today + field.toDays)];
    const chosen = String(input[name]);
    if (chosen >= first && chosen <= last) continue;
    const no = refuse('day.out_of_bounds', { first, last });
    return { ...no, fields: { [name]: { code: no.code, details: { first, last } } } };
  }
  if (!step.sets) return done(null);
  if (step.asks?.[step.sets.field]?.kind !== 'day')
    throw new Error('a step that sets a day without asking for it: the checker should refuse it');
  return done({ clock: step.sets.clock, dueOn: String(input[step.sets.field]) });
}
