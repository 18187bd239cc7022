import type { Work } from '../../../platform/work.ts';
import { listAreas } from '../../territory/index.ts';
import type { AreaOfStaff } from '../contract/staff-routes.ts';
import { loadVacancies } from '../store/post-store.ts';

const COMMUNITY_DIGITS = 12;

/** Lists the district, its sub-districts and communities with how many posts are vacant in and below each (空缺数). */
export async function listStaffAreas(work: Work): Promise<AreaOfStaff[]> {
  const vacancies = await loadVacancies(work, String(work.districtId));
  return (await listAreas(work))
    .filter(({ code }) => code.length <= COMMUNITY_DIGITS)
    .map(({ code, nameZh, nameEn }) => ({
      code,
      name: { zh: nameZh, en: nameEn },
      vacant: vacancies.filter(({ areaCode }) => areaCode.startsWith(code)).length,
    }));
}
