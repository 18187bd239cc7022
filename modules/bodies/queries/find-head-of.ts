import type { Work } from '../../../platform/work.ts';
import { loadHeadOf } from '../store/post-store.ts';

/** Finds who is the head of a body (单位负责人) today; undefined while the post is vacant. */
export const findHeadOf = (work: Work, bodyId: string): Promise<string | undefined> => loadHeadOf(work, bodyId);
