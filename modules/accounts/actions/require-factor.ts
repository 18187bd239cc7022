import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import type { FactorReach } from '../contract/factor.ts';
import { saveRequirement } from '../store/factor-store.ts';

const mostGraceDays = 90;

/**
 * Says who in the district must have a second factor, and within how many days (两步验证要求). What was decided before
 * stays on record.
 *
 * @returns done, or a refusal: `factor.no_post_kinds`, `factor.grace_out_of_range`
 */
export async function requireFactor(
  work: Work,
  input: {
    readonly commandId: string;
    readonly reach: FactorReach;
    readonly postKinds: readonly string[];
    readonly graceDays: number;
    readonly byAccountId: string;
  },
): Promise<Result<null, 'factor.no_post_kinds' | 'factor.grace_out_of_range'>> {
  const { reach, graceDays } = input;
  const postKinds = reach === 'postKinds' ? [...new Set(input.postKinds)] : [];
  if (reach === 'postKinds' && postKinds.length === 0) return refuse('factor.no_post_kinds');
  if (!Number.isInteger(graceDays) || graceDays < 0 || graceDays > mostGraceDays)
    return refuse('factor.grace_out_of_range', { most: mostGraceDays });
  await saveRequirement(work, { id: input.commandId, byAccountId: input.byAccountId, reach, postKinds, graceDays });
  return done(null);
}
