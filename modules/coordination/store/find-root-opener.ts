import type { Work } from '../../../platform/work.ts';
import { findInPost, type FirstContact } from '../../bodies/index.ts';

/** Who accepts what comes of a root-cause item that the timer opened: the task group of the sub-district, or the district's centre. */
export const findRootOpener = async (work: Work, communityCode: string): Promise<FirstContact | undefined> =>
  (await findInPost(work, communityCode.slice(0, 9), ['taskGroupLiaison', 'taskGroupLead'])) ??
  findInPost(work, String(work.districtId), ['dispatchLead', 'supervisor']);
