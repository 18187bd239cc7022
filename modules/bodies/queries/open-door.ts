import type { Work } from '../../../platform/work.ts';
import { findArea, findGridByAddress, getAreaPath, type Area, type AreaStep } from '../../territory/index.ts';
import type { ChainLink } from '../contract/chain.ts';
import { placeInGrid } from '../rules/place-in-grid.ts';
import { findChain } from './find-chain.ts';

export type Door =
  | {
      readonly found: true;
      readonly path: readonly AreaStep[];
      readonly place: string | null;
      readonly chain: readonly ChainLink[];
    }
  /** No grid, or several: a person has to say which. */
  | { readonly found: false; readonly candidates: readonly { readonly path: readonly AreaStep[] }[] };

const MOST_CANDIDATES = 20;

/**
 * Opens a door (开门见人): finds the grid of an address or grid code and who answers for it from the district down. An
 * address that could lie in several grids gives those grids, never a guess.
 *
 * @source catalogue S07 "open any household and see its contacts"
 */
export async function openDoor(work: Work, text: string): Promise<Door> {
  const code = text.normalize('NFKC').replaceAll(/\s/g, '');
  const direct = /^\d{15}$/.test(code) ? await findArea(work, code) : undefined;
  const match = direct
    ? ({ found: true, grid: direct } as const)
    : await findGridByAddress(work, { communityCode: String(work.districtId), text });
  if (!match.found) {
    const candidates = match.candidates.slice(0, MOST_CANDIDATES);
    return { found: false, candidates: await Promise.all(candidates.map((grid) => withPath(work, grid))) };
  }
  const place = placeInGrid(match.grid.addresses, text);
  const chain = (await findChain(work, match.grid.code, place)) ?? [];
  return { found: true, path: await getAreaPath(work, match.grid.code), place: place ?? null, chain };
}

const withPath = async (work: Work, grid: Area) => ({ path: await getAreaPath(work, grid.code) });
