import { v7 as newId } from 'uuid';
import { done } from '../../../platform/result.ts';
import type { Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import type { RevealPurpose, RevealSubject } from '../contract/reveal.ts';
import { mayUse } from '../rules/may-use.ts';
import { saveReveal } from '../store/reveal-store.ts';

/**
 * Records that a worker looks at a protected detail (查看留痕), in the transaction that shows it.
 *
 * Whether the subject lies in the worker's scope is for the caller, who loads it.
 *
 * @returns the record's id, or the refusal `access.not_your_post`
 * @source design, rule 10: every reveal is shown to the person concerned
 */
export async function recordReveal(
  work: Work,
  input: RevealSubject & { purpose: RevealPurpose },
): Promise<Result<{ id: string }, 'access.not_your_post'>> {
  const { actor } = work;
  const decision = mayUse(actor, 'requests.reveal');
  if (!decision.ok) return decision;
  if (actor.kind !== 'worker') throw new Error('only workers carry the permission to look');

  const id = newId();
  await saveReveal(work, { ...input, id, accountId: actor.accountId, postId: actor.postId });
  return done({ id });
}
