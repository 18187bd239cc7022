import type { Actor } from '../../../platform/work.ts';
import { allowed, denied, type Allowed, type Denied } from '../kit/facts.ts';
import type { Procedure } from '../kit/define-procedure.ts';

/**
 * Says whether someone may open matters of a procedure at their desk (能否登记), and if not, why.
 *
 * @returns allowed, or denied with `opening.not_at_desk` (it is not opened there) or `opening.not_your_post`
 */
export function mayOpenAtDesk({ opening: { atDesk } }: Procedure, actor: Actor): Allowed | Denied {
  if (!atDesk) return denied('opening.not_at_desk');
  const posts: readonly string[] = atDesk.posts;
  return actor.kind === 'worker' && posts.includes(actor.postKind) ? allowed : denied('opening.not_your_post');
}
