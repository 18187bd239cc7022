import type { PostKind } from '../contract/post.ts';
import { computeFirstContactLadder, type Rung } from './first-contact-ladder.ts';

/**
 * Computes who is asked first about the area of a vacant post (空缺谁顶): its own rung, where colleagues may stand, and
 * those above; empty when first contact is no task of such a post.
 */
export function computeCover(post: { readonly kind: PostKind; readonly areaCode: string }): Rung[] {
  const ladder = computeFirstContactLadder(post.areaCode);
  const own = ladder.findIndex((rung) => rung.kind === post.kind && rung.areaCode === post.areaCode);
  return own < 0 ? [] : ladder.slice(own);
}
