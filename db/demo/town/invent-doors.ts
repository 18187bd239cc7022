import type { TownCommunity } from '../../../modules/territory/index.ts';
import { demoDistrict } from '../demo-areas.ts';
import type { Random } from '../random.ts';
import { groundOf, lonLatOf, type Street } from './on-the-map.ts';
import { middleOf, splitGround, type Ground, type Spot } from './split-ground.ts';

type Listed = TownCommunity['addresses'][number];
type Grid = { readonly code: string; readonly addresses?: readonly string[] | undefined };

const buildings = 18;
const stairwells = 4;
const lastNumber = 180;
/** Its stairwells are in the register, and the homes of one building. */
const finest = `${demoDistrict.code}001001`;

/** Invents the buildings of each estate and the numbers of the street of a community, each with its place on the map. */
export function inventDoors(
  random: Random,
  grids: readonly Grid[],
  grounds: ReadonlyMap<string, Ground>,
  street: Street | undefined,
): Listed[] {
  const estates = grids.flatMap((grid) => {
    const names = (grid.addresses ?? []).filter((name) => name !== street?.name);
    const pieces = splitGround(random, groundOf(grounds, grid.code), names, () => 1);
    return [...pieces].flatMap(([place, piece]) => estateOf(grid.code, place, piece));
  });
  return [...estates, ...(street ? numbersOf(street, middleOf(groundOf(grounds, street.sides[0]))) : [])];
}

const listed = (place: string, grid: string, more: Partial<Listed>): Listed => ({
  place,
  grid,
  building: '',
  stairwell: '',
  room: '',
  point: null,
  ...more,
});

function estateOf(grid: string, place: string, piece: Ground): Listed[] {
  const spots = spotsIn(piece);
  return spots.flatMap((spot, at): Listed[] => {
    const building = `${at + 1}号楼`;
    const point = lonLatOf(spot);
    if (!grid.startsWith(finest)) return [listed(place, grid, { building, point })];
    return Array.from({ length: stairwells }, (_, n) => {
      const beside: Spot = [spot[0] + (n - 1.5) * 4, spot[1]];
      return listed(place, grid, { building, stairwell: `${n + 1}单元`, point: lonLatOf(beside) });
    });
  });
}

/** Three rows of six, half way in from the edge, so that each stands inside. */
function spotsIn(piece: Ground): Spot[] {
  const [east, north] = middleOf(piece);
  const reach = Math.min(
    ...piece.map((corner, at) => distance([east, north], corner, piece[(at + 1) % piece.length] as Spot)),
  );
  return Array.from({ length: buildings }, (_, at): Spot => {
    const [column, row] = [(at % 6) / 2.5 - 1, Math.floor(at / 6) - 1];
    return [east + column * reach * 0.6, north + row * reach * 0.55];
  });
}

/** How far a spot is from the line through two corners. */
const distance = ([east, north]: Spot, [e1, n1]: Spot, [e2, n2]: Spot) =>
  Math.abs((e2 - e1) * (n1 - north) - (e1 - east) * (n2 - n1)) / Math.hypot(e2 - e1, n2 - n1);

/** Odd numbers on the one side of the street, even ones on the other; each side is of another grid. */
function numbersOf({ name, ends: [from, to], sides }: Street, firstSide: Spot): Listed[] {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const across: Spot = [-(to[1] - from[1]) / length, (to[0] - from[0]) / length];
  const towardsFirst = Math.sign((firstSide[0] - from[0]) * across[0] + (firstSide[1] - from[1]) * across[1]);
  return Array.from({ length: lastNumber }, (_, at) => {
    const part = 0.05 + (0.9 * Math.floor(at / 2)) / (lastNumber / 2);
    const aside = towardsFirst * (at % 2 === 0 ? 12 : -12);
    const spot: Spot = [
      from[0] + (to[0] - from[0]) * part + across[0] * aside,
      from[1] + (to[1] - from[1]) * part + across[1] * aside,
    ];
    return listed(name, sides[at % 2] as string, { building: `${at + 1}号`, point: lonLatOf(spot) });
  });
}
