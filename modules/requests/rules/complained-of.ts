import type { Matter } from '../../matters/index.ts';
import type { ComplainedOf } from './may-learn-identity.ts';

/**
 * Who may be complained of in a request (可能被反映的单位): every body that has it, is offered it, had it or declined it.
 *
 * @param concerned bodies that its timeline names
 */
export const complainedOf = (
  { confidential }: { readonly confidential: boolean },
  { areaCode, holder, offer, cameFrom }: Pick<Matter, 'areaCode' | 'holder' | 'offer' | 'cameFrom'>,
  concerned: readonly string[],
): ComplainedOf => ({
  confidential,
  areaCode,
  bodyIds: [...new Set([holder.bodyId, ...(offer ? [offer.to.bodyId] : []), ...cameFrom, ...concerned])],
});
