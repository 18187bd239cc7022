import { done, refuse } from '../../../platform/result.ts';
import type { Result } from '../../../platform/result.ts';
import type { Actor } from '../../../platform/work.ts';
import type { Permission } from '../contract/permission.ts';
import { policy } from './policy.ts';

/**
 * Says whether someone's post carries a permission (权限).
 *
 * @returns done, or the refusal `access.not_your_post`: the post does not carry it, or there is no post. Residents and
 *   the public hold no posts; what they may do follows from their own matter.
 */
export function mayUse(actor: Actor, permission: Permission): Result<undefined, 'access.not_your_post'> {
  const holder = actor.kind === 'worker' ? actor.postKind : actor.kind;
  const holders: readonly string[] = policy[permission];
  return holders.includes(holder) ? done(undefined) : refuse('access.not_your_post');
}
