import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Actor } from '../../../platform/work.ts';
import type { Procedure } from '../kit/define-procedure.ts';
import { leadsCentre } from './leads-centre.ts';

export type WantedLimit = {
  readonly clock: string;
  /** In the unit of the limit; null: what the procedure says. */
  readonly amount: number | null;
  readonly since: Date;
  readonly reason: string;
  readonly source: string;
};

/**
 * Says whether a district may set a limit otherwise (能否调整时限): the head of its centre, within the bounds that the procedure
 * states, from now on and never backwards, with a reason and the paper that says so.
 *
 * @returns done, or a refusal: `setting.not_yours`, `setting.no_such_limit`, `setting.out_of_bounds`, `setting.no_reason`,
 *   `setting.backwards`
 * @source S26
 */
export function maySetLimit(
  procedure: Procedure | undefined,
  wanted: WantedLimit,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
): Result<null> {
  if (!leadsCentre(actor)) return refuse('setting.not_yours');
  const clock = procedure?.clocks[wanted.clock];
  if (!clock?.districtMay) return refuse('setting.no_such_limit');
  const { min, max } = clock.districtMay;
  const { amount } = wanted;
  if (amount !== null && (!Number.isInteger(amount) || amount < min || amount > max))
    return refuse('setting.out_of_bounds', { unit: clock.within.unit, min, max });
  if (!wanted.reason.trim() || !wanted.source.trim()) return refuse('setting.no_reason');
  return wanted.since < now ? refuse('setting.backwards') : done(null);
}
