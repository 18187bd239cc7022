import type { Work } from '../../../platform/work.ts';
import { listAreas } from '../../territory/index.ts';
import type { VacancyView } from '../contract/staff-routes.ts';
import { computeCover } from '../rules/covering.ts';
import { loadFirstHolder, loadPostNames, loadVacancies } from '../store/post-store.ts';

/** Lists the posts nobody holds today with who answers first for their area meanwhile (空缺岗位与顶岗人). */
export async function listCoveredVacancies(work: Work): Promise<VacancyView[]> {
  const vacancies = await loadVacancies(work, String(work.districtId));
  const areas = new Map((await listAreas(work)).map((area) => [area.code, area]));
  const views: VacancyView[] = [];
  for (const one of vacancies) {
    const holder = await loadFirstHolder(work, computeCover(one));
    const [post] = holder ? await loadPostNames(work, [holder.postId]) : [];
    const area = areas.get(one.areaCode);
    views.push({
      postId: one.postId,
      name: { zh: one.nameZh, en: one.nameEn },
      body: { zh: one.bodyNameZh, en: one.bodyNameEn },
      areaCode: one.areaCode,
      area: { zh: area?.nameZh ?? one.areaCode, en: area?.nameEn ?? one.areaCode },
      covered:
        holder && post
          ? { person: { zh: holder.name, en: holder.nameEn }, post: { zh: post.nameZh, en: post.nameEn } }
          : null,
    });
  }
  return views;
}
