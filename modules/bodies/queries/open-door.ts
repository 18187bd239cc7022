import type { Work } from '../../../platform/work.ts';
import { findArea, locate, getAreaPath, type Area, type AreaStep } from '../../territory/index.ts';
import type { ChainLink } from '../contract/chain.ts';
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
  const match = direct ? ({ found: true, grid: direct, place: null } as const) : await findByAddress(work, text);
  if (!match.found) {
    const candidates = match.grids.slice(0, MOST_CANDIDATES);
    return { found: false, candidates: await Promise.all(candidates.map((grid) => withPath(work, grid))) };
  }
  const chain = (await findChain(work, match.grid.code, match.place ?? undefined)) ?? [];
  return { found: true, path: await getAreaPath(work, match.grid.code), place: match.place, chain };
}

type Grids =
  | { readonly found: true; readonly grid: Area; readonly place: string | null }
  | { readonly found: false; readonly grids: readonly Area[] };

async function findByAddress(work: Work, text: string): Promise<Grids> {
  const located = await locate(work, { by: 'text', text, under: String(work.districtId) });
  if (!located.ok) return { found: false, grids: [] };
  if (located.value.found)
    return { found: true, grid: located.value.grid, place: located.value.address?.label ?? null };
  const grids = new Map(located.value.candidates.flatMap(({ grid }) => (grid ? [[grid.code, grid] as const] : [])));
  return { found: false, grids: [...grids.values()] };
}

const withPath = async (work: Work, grid: Area) => ({ path: await getAreaPath(work, grid.code) });
