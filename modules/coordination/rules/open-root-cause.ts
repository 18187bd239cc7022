import type { RepeatView } from '../contract/repeats.ts';

/** Why a root-cause item is only proposed (建议立项), for a person to open. */
export type ProposedBecause = NonNullable<RepeatView['proposed']>;

export type RootFacts = {
  readonly kind: RepeatView['kind'];
  /** The item that is open for one of them. */
  readonly open: object | null;
  /** How many of them no item has taken up yet. */
  readonly untaken: number;
  readonly threshold: number;
  /** Who answers for such requests by the duty matrix; undefined when nobody does. */
  readonly owner: { readonly mayBeAsked: boolean } | undefined;
  /** Whether somebody holds a post that accepts what the owner reports. */
  readonly hasOpener: boolean;
};

export type RootDecision =
  | { readonly does: 'nothing' }
  | { readonly does: 'open' }
  | { readonly does: 'propose'; readonly because: ProposedBecause };

/**
 * Says whether the timer opens a root-cause item (自动立项) for what came again and again. Never two for the same thing: not while an
 * item is open for any of them; and after one ended, only when as many new ones came as it took the first time. Of a person
 * nothing is opened, because a person is no cause.
 *
 * @returns `nothing`, `open`, or `propose` with why nobody could be asked:
 *   - `noOwner`: the duty matrix names nobody for such requests here
 *   - `notAddressable`: it names a body that guides and is not asked for policy, such as a residents' committee
 *   - `nobodyToAccept`: every post that accepts what the owner reports is vacant
 * @source catalogue S39 (over a threshold a root-cause item for the policy owner)
 */
export function decideRootCause({ kind, open, untaken, threshold, owner, hasOpener }: RootFacts): RootDecision {
  if (kind === 'person' || open !== null || untaken < threshold) return { does: 'nothing' };
  if (!owner) return { does: 'propose', because: 'noOwner' };
  if (!owner.mayBeAsked) return { does: 'propose', because: 'notAddressable' };
  return hasOpener ? { does: 'open' } : { does: 'propose', because: 'nobodyToAccept' };
}
