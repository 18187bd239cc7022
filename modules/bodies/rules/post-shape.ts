import { done, refuse, type Result } from '../../../platform/result.ts';
import { bodyKindFacts, type BodyKind } from '../contract/body-kinds.ts';
import type { PostKind, Tenure } from '../contract/post.ts';

/** The posts that make sense in a body (可设岗位). */
export const postKindsOf = (kind: BodyKind): readonly PostKind[] => bodyKindFacts[kind].posts;

export type PostPlan = {
  readonly kind: PostKind;
  readonly areaCode: string;
  readonly isHead: boolean;
  readonly tenure: Tenure;
};

/**
 * Says whether a post of this shape may be made in a body (设岗).
 *
 * @returns done, or a refusal:
 *   - `post.not_of_this_body`: a body of that kind has no such posts, so that nobody is given sight of an area by a
 *     post in a company or a department
 *   - `post.outside_body`: the post would answer for an area that is not the body's
 *   - `post.grid_worker_without_grid`
 *   - `post.second_head`: one head signs for a body
 *   - `post.administrator_plain`: who administers neither signs for the body nor is elected
 */
export function mayMakePost(
  body: { readonly kind: BodyKind; readonly areaCode: string; readonly hasHead: boolean },
  plan: PostPlan,
): Result<undefined> {
  if (!postKindsOf(body.kind).includes(plan.kind)) return refuse('post.not_of_this_body');
  if (!plan.areaCode.startsWith(body.areaCode)) return refuse('post.outside_body');
  if (plan.kind === 'gridWorker' && plan.areaCode.length !== 15) return refuse('post.grid_worker_without_grid');
  if (plan.isHead && body.hasHead) return refuse('post.second_head');
  if (plan.kind === 'districtAdministrator' && (plan.isHead || plan.tenure === 'elected'))
    return refuse('post.administrator_plain');
  return done(undefined);
}
