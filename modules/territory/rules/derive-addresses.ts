import type { Area } from '../contract/area.ts';
import { areaKindOf, communityOf } from './area-code.ts';
import { addressKeyOf } from './address-key.ts';
import type { ListedAddress } from './read-address-list.ts';

/** A grid with the names that lie in it. */
export type Listed = Pick<Area, 'code' | 'nameZh'> & { readonly addresses?: readonly string[] | undefined };

/**
 * Derives a first register from the names that grids are listed with (由区划名单生成地址). A name in one grid is an address
 * of it; a road through several grids gets one stretch (路段) for each, because no address lies in two.
 *
 * @returns the addresses by the code of their community
 */
export function deriveAddresses(areas: readonly Listed[]): ReadonlyMap<string, ListedAddress[]> {
  const grids = areas.filter(({ code, addresses = [] }) => areaKindOf(code) === 'grid' && addresses.length > 0);
  const byCommunity = Map.groupBy(grids, ({ code }) => communityOf(code) as string);
  return new Map([...byCommunity].map(([community, some]) => [community, listedIn(some)]));
}

function listedIn(grids: readonly Listed[]): ListedAddress[] {
  const named = grids.flatMap((grid) => (grid.addresses ?? []).map((place) => ({ grid, place })));
  const byName = Map.groupBy(named, ({ place }) => addressKeyOf('place', place));
  return [...byName.values()].flatMap((same) => {
    const codes = new Set(same.map(({ grid }) => grid.code));
    return same
      .filter(({ grid }, at) => same.findIndex((other) => other.grid.code === grid.code) === at)
      .map(({ grid, place }) => ({
        line: 0,
        place,
        building: codes.size > 1 ? `（${grid.nameZh}段）` : '',
        stairwell: '',
        room: '',
        grid: grid.code,
        point: null,
      }));
  });
}
