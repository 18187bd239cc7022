import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Actor } from '../../../platform/work.ts';
import type { Place } from '../../bodies/index.ts';

/** Where a request lies and who handles it or has handled it, as far as it bears on who may learn who asked. */
export type ComplainedOf = {
  readonly confidential: boolean;
  /** Code of the community, or of what is above it. */
  readonly areaCode: string;
  readonly bodyIds: readonly string[];
};

const COMMUNITY_DIGITS = 12;

/**
 * Says whether a worker may learn who asked (能否知道反映人). A confidential request (保密反映) is kept from every body that handles it,
 * has been offered it or has handled it, and from everyone whose post lies in its community: any of them may be who is
 * complained of. It is kept from a person, not from a post: whoever also works there, stands in there, or did since it was
 * opened, learns it in no other post either. The tier above, which handles it not, may learn it.
 *
 * @param places of every post that the worker has held or stood in for since the request was opened
 * @returns done, or the refusal `request.confidential`
 * @source S130: a report with a level of confidentiality, no handler from the reported unit
 */
export function mayLearnIdentity(
  actor: Actor,
  { confidential, areaCode, bodyIds }: ComplainedOf,
  places: readonly Place[],
): Result<undefined, 'request.confidential'> {
  if (!confidential || actor.kind !== 'worker') return done(undefined);
  const community = areaCode.slice(0, COMMUNITY_DIGITS);
  const isConcerned = (place: Place) =>
    (community.length === COMMUNITY_DIGITS && place.areaCode.startsWith(community)) || bodyIds.includes(place.bodyId);
  return [actor, ...places].some(isConcerned) ? refuse('request.confidential') : done(undefined);
}
