import { done, refuse } from '../../../platform/result.ts';
import type { Result } from '../../../platform/result.ts';
import type { Actor } from '../../../platform/work.ts';
import type { Permission } from '../contract/permission.ts';
import { holdersOf, policy } from './policy.ts';

/**
 * Says whether someone's post carries a permission (权限), and if not, who has it and why that is so.
 *
 * @returns done, or the refusal `access.not_your_post`: the post does not carry it, or there is no post. Residents and
 *   the public hold no posts; what they may do follows from their own matter.
 */
export function mayUse(actor: Actor, permission: Permission): Result<undefined, 'access.not_your_post'> {
  const holder = actor.kind === 'worker' ? actor.postKind : actor.kind;
  const holders: readonly string[] = holdersOf(permission);
  if (holders.includes(holder)) return done(undefined);
  const { posts, why } = policy[permission];
  return refuse('access.not_your_post', {
    whoZh: posts.map(({ zh }) => zh).join('、'),
    whoEn: posts.map(({ en }) => en).join(', '),
    whyZh: why.zh,
    whyEn: why.en,
  });
}
