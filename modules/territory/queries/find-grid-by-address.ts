import type { Work } from '../../../platform/work.ts';
import type { GridMatch } from '../contract/area.ts';
import { matchGrid } from '../rules/match-grid.ts';
import { loadAreas } from '../store/area-store.ts';

/** Finds the grid (网格) of a community in which a place lies, from what someone wrote about it. */
export async function findGridByAddress(
  work: Work,
  input: { communityCode: string; text: string },
): Promise<GridMatch> {
  const grids = await loadAreas(work, { kind: 'grid', under: input.communityCode });
  return matchGrid(grids, input.text);
}
