import type { Work } from '../../../platform/work.ts';
import type { FirstContact } from '../contract/post.ts';
import { computeFirstContactLadder } from '../rules/first-contact-ladder.ts';
import { loadFirstHolder } from '../store/post-store.ts';

/**
 * Finds who answers for what is raised in an area today (首问责任人), past posts that are vacant.
 *
 * @returns undefined only when nobody is in post from the area up to the district's centre
 */
export const findFirstContact = (work: Work, areaCode: string): Promise<FirstContact | undefined> =>
  loadFirstHolder(work, computeFirstContactLadder(areaCode));
