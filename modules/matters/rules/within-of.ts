import type { Clock } from '../kit/define-procedure.ts';
import type { Duration } from '../kit/duration.ts';
import type { ClockRun } from '../kit/matter.ts';

/** The limit of one run (本次时限): what the district had set when it began, else what the procedure says. */
export const withinOf = ({ within }: Pick<Clock, 'within'>, { setAmount }: Pick<ClockRun, 'setAmount'>): Duration =>
  setAmount === undefined ? within : lengthOf(within, setAmount);

/** The same kind of limit of another length. */
export const lengthOf = (within: Duration, amount: number): Duration => ({ ...within, amount }) as Duration;

/**
 * What the district had set for a run that begins at an instant (开始时的本区设定): the last setting that had begun by then, as far
 * as it lies within the bounds of this version of the procedure.
 *
 * @param settings oldest first
 */
export function findSetAmount({ districtMay, settings = [] }: Clock, startedAt: Date): number | null {
  const amount = settings.findLast(({ since }) => since <= startedAt)?.amount ?? null;
  return districtMay && amount !== null && amount >= districtMay.min && amount <= districtMay.max ? amount : null;
}
