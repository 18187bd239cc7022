import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Actor } from '../../../platform/work.ts';

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
 * complained of. The tier above, which handles it not, may learn it.
 *
 * @returns done, or the refusal `request.confidential`
 * @source S130: a report with a level of confidentiality, no handler from the reported unit
 */
export function mayLearnIdentity(
  actor: Actor,
  { confidential, areaCode, bodyIds }: ComplainedOf,
): Result<undefined, 'request.confidential'> {
  if (!confidential || actor.kind !== 'worker') return done(undefined);
  const community = areaCode.slice(0, COMMUNITY_DIGITS);
  const isOfCommunity = community.length === COMMUNITY_DIGITS && actor.areaCode.startsWith(community);
  return isOfCommunity || bodyIds.includes(actor.bodyId) ? refuse('request.confidential') : done(undefined);
}
