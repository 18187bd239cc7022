import type { Work } from '../../../platform/work.ts';
import type { Body } from '../contract/body.ts';
import { committeeKinds } from '../rules/committee.ts';
import { loadBodyOfArea } from '../store/body-store.ts';

/** Finds the committee (居民委员会、村民委员会) of a community or village, by its 12-digit code. */
export const findCommunityBody = (work: Work, communityCode: string): Promise<Body | undefined> =>
  loadBodyOfArea(work, { kinds: committeeKinds, areaCode: communityCode });

/** Finds the task group (街道专项工作组) of a sub-district, by its 9-digit code. */
export const findTaskGroup = (work: Work, subdistrictCode: string): Promise<Body | undefined> =>
  loadBodyOfArea(work, { kinds: ['taskGroup'], areaCode: subdistrictCode });

/** Finds the district's centre for community governance (区社区治理调度中心). */
export const findDistrictCentre = (work: Work): Promise<Body | undefined> =>
  loadBodyOfArea(work, { kinds: ['districtCentre'], areaCode: String(work.districtId) });
