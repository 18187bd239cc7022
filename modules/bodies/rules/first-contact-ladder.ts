import { computeAreaPath } from '../../territory/index.ts';
import type { PostKind } from '../contract/post.ts';

export type Rung = { readonly areaCode: string; readonly kind: PostKind };

const kindsByCodeLength: Readonly<Record<number, readonly PostKind[]>> = {
  15: ['gridWorker'],
  12: ['communityClerk', 'communityDirector', 'communitySecretary'],
  9: ['taskGroupLiaison', 'taskGroupLead'],
  6: ['dispatchClerk', 'dispatchLead'],
};

/**
 * Computes who is asked first about an area, and who next when a post is vacant (首问责任制): the grid's worker, the
 * community's clerks, its director, its secretary, then the sub-district's task group, then the district's centre.
 *
 * @source design, rule 2 "first contact owns the outcome": the first contact of a matter is never empty
 */
export const computeFirstContactLadder = (areaCode: string): Rung[] =>
  computeAreaPath(areaCode)
    .reverse()
    .flatMap((code) => (kindsByCodeLength[code.length] ?? []).map((kind) => ({ areaCode: code, kind })));
