import type { Work } from '../../../platform/work.ts';
import { findArea, getAreaPath } from '../../territory/index.ts';
import { listChainsOf } from './find-chain.ts';
import { listFronts } from './list-fronts.ts';
import { openDoor } from './open-door.ts';
import { viewArea, viewHolder, viewLink } from './view-bodies.ts';

/** Opens a door as the one who asks may see it (开门见人). */
export async function getDoorView(work: Work, text: string) {
  const door = await openDoor(work, text);
  if (!door.found)
    return {
      found: false,
      path: [],
      place: null,
      chain: [],
      candidates: door.candidates.map(({ path }) => path.map(viewArea)),
    };
  const chain = door.place === null ? door.chain.filter(({ place }) => place === '') : door.chain;
  return {
    found: true,
    path: door.path.map(viewArea),
    place: door.place,
    chain: chain.map((link) => viewLink(link, work.scope)),
    candidates: [],
  };
}

/** The chains of a community as the one who asks may see them; undefined when there is no such community. */
export async function getChainsView(work: Work, communityCode: string) {
  const area = await findArea(work, communityCode);
  if (area?.kind !== 'community') return undefined;
  const { grids, places, chains, gaps, fronts } = await listChainsOf(work, communityCode);
  return {
    path: (await getAreaPath(work, communityCode)).map(viewArea),
    grids: grids.map((grid) => ({
      ...viewArea(grid),
      addresses: [...grid.addresses],
      places: [...(places.get(grid.code) ?? [])],
    })),
    chains: chains.map((link) => viewLink(link, work.scope)),
    gaps: gaps.length,
    fronts: fronts.map(({ front, holder }) => ({ front, holder: viewHolder(holder) })),
  };
}

/** The matrix of fronts (战线矩阵) below an area. */
export async function getFrontsView(work: Work, under: string) {
  const { fronts, rows } = await listFronts(work, under);
  return {
    fronts: [...fronts],
    rows: rows.map(({ cells, ...area }) => ({ ...viewArea(area), cells: cells.map((one) => one && viewHolder(one)) })),
  };
}
