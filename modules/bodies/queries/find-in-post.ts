import type { Work } from '../../../platform/work.ts';
import type { PostKind, FirstContact } from '../contract/post.ts';
import { loadFirstHolder } from '../store/post-store.ts';

/** Finds who holds a post of one of these kinds for exactly this area today (在岗人员), the first kind first; undefined when all are vacant. */
export const findInPost = (
  work: Work,
  areaCode: string,
  kinds: readonly PostKind[],
): Promise<FirstContact | undefined> =>
  loadFirstHolder(
    work,
    kinds.map((kind) => ({ areaCode, kind })),
  );
