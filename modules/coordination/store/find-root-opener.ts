import type { Work } from '../../../platform/work.ts';
import { findInPost, type FirstContact } from '../../bodies/index.ts';

/** Who accepts what comes of a root-cause item that the timer opened: the task group of the sub-district, or the district's centre. */
export const findRootOpener = async (work: Work, communityCode: string): Promise<FirstContact | undefined> =>
  (await findGroupOpener(work, communityCode)) ?? findCentreOpener(work);

/** The same in the task group alone, and in the centre alone. */
export const findGroupOpener = (work: Work, communityCode: string): Promise<FirstContact | undefined> =>
  findInPost(work, communityCode.slice(0, 9), ['taskGroupLiaison', 'taskGroupLead']);
export const findCentreOpener = (work: Work): Promise<FirstContact | undefined> =>
  findInPost(work, String(work.districtId), ['dispatchLead', 'supervisor']);
