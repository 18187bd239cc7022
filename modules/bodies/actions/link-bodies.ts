import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import type { BodyLink } from '../contract/body.ts';
import { mayLink, type LinkRefusal } from '../rules/may-link.ts';
import { loadBody, removeBodyLink, saveBodyLinks } from '../store/body-store.ts';

/**
 * Links one body to another (建立关系); a link that is there already stays as it is.
 *
 * @returns done, or a refusal of {@link mayLink} or `body.not_found`
 */
export async function linkBodies(
  work: Work,
  link: BodyLink,
): Promise<Result<undefined, LinkRefusal | 'body.not_found'>> {
  const from = await loadBody(work, link.fromBodyId);
  const to = await loadBody(work, link.toBodyId);
  if (!from || !to) return refuse('body.not_found');
  const decision = mayLink(from, link.kind, to);
  if (!decision.ok) return decision;
  await saveBodyLinks(work, [link]);
  return done(undefined);
}

/**
 * Takes a link away (解除关系).
 *
 * @returns done, or the refusal `link.not_found`
 */
export async function unlinkBodies(work: Work, link: BodyLink): Promise<Result<undefined, 'link.not_found'>> {
  return (await removeBodyLink(work, link)) ? done(undefined) : refuse('link.not_found');
}
