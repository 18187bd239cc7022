import type { Work } from '../../../platform/work.ts';
import { findArea, locate } from '../../territory/index.ts';

/**
 * Finds the code of the grid that a place lies in (所在网格): the one a person chose, or the only one it may lie in; else the
 * code of the community. `none` says that the person knows it to be none of those offered.
 */
export async function findGridOf(
  work: Work,
  { community, grid = '', place }: { community: string; grid?: string | undefined; place: string },
): Promise<string> {
  if (grid === 'none') return community;
  const chosen = grid.startsWith(community) ? await findArea(work, grid) : undefined;
  if (chosen?.kind === 'grid') return chosen.code;
  const located = await locate(work, { by: 'text', text: place, under: community });
  return located.ok && located.value.found ? located.value.grid.code : community;
}
