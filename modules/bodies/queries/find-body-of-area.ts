import type { Work } from '../../../platform/work.ts';
import type { Body } from '../contract/body.ts';
import { loadBodyOfArea } from '../store/body-store.ts';

/** Finds the residents' committee (社区居民委员会) of a community, by its 12-digit code. */
export const findCommunityBody = (work: Work, communityCode: string): Promise<Body | undefined> =>
  loadBodyOfArea(work, { kind: 'residentsCommittee', areaCode: communityCode });

/** Finds the task group (街道专项工作组) of a sub-district, by its 9-digit code. */
export const findTaskGroup = (work: Work, subdistrictCode: string): Promise<Body | undefined> =>
  loadBodyOfArea(work, { kind: 'taskGroup', areaCode: subdistrictCode });

/** Finds the district's centre for community governance (区社区治理调度中心). */
export const findDistrictCentre = (work: Work): Promise<Body | undefined> =>
  loadBodyOfArea(work, { kind: 'districtCentre', areaCode: String(work.districtId) });
