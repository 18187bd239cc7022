import type { ParsedAddress } from '../../territory/index.ts';
import type { Nearness } from '../contract/beside.ts';

/** A place as it was written and read, with the code of its grid or community. */
export type Spot = { readonly address: ParsedAddress; readonly areaCode: string };

const GRID_DIGITS = 15;

/**
 * How near two places lie (同址比对), by what people wrote: the same home, stairwell or building, where both say so and name
 * the same estate; else the same grid. What one of them leaves unsaid is not taken to be the same.
 *
 * @returns undefined when nothing ties them but the community
 * @source feature "history of this place"; S39 the same place again
 */
export function nearnessOf(a: Spot, b: Spot): Nearness | undefined {
  const sameGrid = a.areaCode.length >= GRID_DIGITS && a.areaCode === b.areaCode;
  const [building] = a.address.buildings;
  const sameEstate = isSameEstate(a.address.place, b.address.place);
  const sameBuilding = sameEstate && building !== undefined && b.address.buildings.includes(building);
  if (!sameBuilding) return sameGrid ? 'grid' : undefined;
  if (!isSame(a.address.stairwell, b.address.stairwell)) return 'building';
  return isSame(a.address.room, b.address.room) ? 'home' : 'stairwell';
}

const isSame = (a: string | undefined, b: string | undefined): boolean => a !== undefined && a === b;

/** 听雨小区 and 听雨 are one estate; two places without a name are told apart by nothing, and so are not the same. */
const isSameEstate = (a: string, b: string): boolean =>
  a !== '' && b !== '' && (a === b || (Math.min(a.length, b.length) >= 2 && (a.includes(b) || b.includes(a))));
