import type { Work } from '../../../platform/work.ts';
import { listAreas } from '../../territory/index.ts';

/** Lists the communities of the district by sub-district, with their grids and the estates in them (街道与社区). */
export async function listCommunities(work: Work) {
  const subdistricts = await listAreas(work, { kind: 'subdistrict' });
  const communities = await listAreas(work, { kind: 'community' });
  const grids = Map.groupBy(await listAreas(work, { kind: 'grid' }), (grid) => grid.parentCode);
  const named = (area: { code: string; nameZh: string; nameEn: string }) => ({
    code: area.code,
    name: { zh: area.nameZh, en: area.nameEn },
  });
  return subdistricts.map((subdistrict) => ({
    ...named(subdistrict),
    communities: communities
      .filter((c) => c.parentCode === subdistrict.code)
      .map((community) => ({
        ...named(community),
        grids: (grids.get(community.code) ?? []).map((grid) => ({
          ...named(grid),
          addresses: grid.addresses,
        })),
      })),
  }));
}
