import type { Actor } from '../../../platform/work.ts';

/** The post in which somebody is told, and who holds it. */
export type ReaderPost = {
  readonly accountId: string;
  readonly postId: string;
  readonly bodyId: string;
  readonly isHead: boolean;
};

/** Counting stops here: nobody needs to know whether it is 300 or 301. */
export const MOST_COUNTED = 100;

/** Someone's own post, in which they are told (收件岗位); undefined for who holds none. */
export const readerOf = (actor: Actor): ReaderPost | undefined => (actor.kind === 'worker' ? actor : undefined);
