import type { Work } from '../../../platform/work.ts';
import { loadAreas } from '../store/area-store.ts';
import { viewArea } from './get-grid-book.ts';

/** Lists the communities in the asker's scope with how many grids each has (可编辑的社区). */
export async function listEditable(work: Work) {
  const grids = Map.groupBy(await loadAreas(work, { kind: 'grid', under: null }), ({ parentCode }) => parentCode);
  const communities = await loadAreas(work, { kind: 'community', under: null });
  return communities
    .filter(({ code }) => code >= work.scope.lo && code < work.scope.hi)
    .map((area) => ({ ...viewArea(area), grids: grids.get(area.code)?.length ?? 0 }));
}
