import type { Work } from '../../../platform/work.ts';
import type { Vacancy } from '../contract/post.ts';
import { loadVacancies } from '../store/post-store.ts';

/** Lists posts nobody holds today (空缺岗位), at and below an area or in the whole district. */
export const listVacancies = (work: Work, filter: { underArea?: string } = {}): Promise<Vacancy[]> =>
  loadVacancies(work, filter.underArea ?? String(work.districtId));
