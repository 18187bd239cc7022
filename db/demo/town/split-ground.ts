import type { Random } from '../random.ts';

/** Metres east and north of the middle of the town. */
export type Spot = readonly [east: number, north: number];
export type Ground = readonly Spot[];

/**
 * Splits a convex piece of ground among items, by their weights, with straight cuts across its longer side. Items that
 * stand together in the list lie together, and the first two share one cut.
 */
export function splitGround<T>(
  random: Random,
  ground: Ground,
  items: readonly T[],
  weightOf: (item: T) => number,
): Map<T, Ground> {
  if (items.length <= 1) return new Map(items.map((item) => [item, ground]));
  const half = Math.ceil(items.length / 2);
  const [first, second] = [items.slice(0, half), items.slice(half)];
  const sum = (some: readonly T[]) => some.reduce((total, item) => total + weightOf(item), 0);
  const [one, other] = cut(ground, directionOf(random, ground), sum(first) / sum(items));
  return new Map([...splitGround(random, one, first, weightOf), ...splitGround(random, other, second, weightOf)]);
}

/** Across the longer side, a little askew, as streets are. */
function directionOf(random: Random, ground: Ground): number {
  const [easts, norths] = [ground.map(([east]) => east), ground.map(([, north]) => north)];
  const isWide = Math.max(...easts) - Math.min(...easts) > Math.max(...norths) - Math.min(...norths);
  return (isWide ? 0 : Math.PI / 2) + (random.between(-14, 14) * Math.PI) / 180;
}

/** Cuts so that the first part has this share of the area. */
function cut(ground: Ground, direction: number, share: number): [Ground, Ground] {
  const [x, y] = [Math.cos(direction), Math.sin(direction)];
  const along = ground.map(([east, north]) => east * x + north * y);
  let [low, high] = [Math.min(...along), Math.max(...along)];
  for (let round = 0; round < 40; round += 1) {
    const at = (low + high) / 2;
    if (areaOf(side(ground, x, y, at, 1)) < share * areaOf(ground)) low = at;
    else high = at;
  }
  return [side(ground, x, y, low, 1), side(ground, x, y, low, -1)];
}

function side(ground: Ground, x: number, y: number, at: number, sign: 1 | -1): Ground {
  const over = ([east, north]: Spot) => (at - (east * x + north * y)) * sign;
  return ground.flatMap((spot, index): Spot[] => {
    const next = ground[(index + 1) % ground.length] as Spot;
    const [here, there] = [over(spot), over(next)];
    const kept = here >= 0 ? [spot] : [];
    if (here >= 0 === there >= 0) return kept;
    const part = here / (here - there);
    return [...kept, [spot[0] + (next[0] - spot[0]) * part, spot[1] + (next[1] - spot[1]) * part]];
  });
}

export const areaOf = (ground: Ground): number =>
  Math.abs(
    ground.reduce((sum, [east, north], at) => {
      const [nextEast, nextNorth] = ground[(at + 1) % ground.length] as Spot;
      return sum + east * nextNorth - nextEast * north;
    }, 0),
  ) / 2;

export const middleOf = (ground: Ground): Spot => [
  ground.reduce((sum, [east]) => sum + east, 0) / ground.length,
  ground.reduce((sum, [, north]) => sum + north, 0) / ground.length,
];

/** The edge that two pieces share after a cut: the two corners of the first that lie on the second. */
export function sharedEdge(one: Ground, other: Ground): readonly [Spot, Spot] | undefined {
  const near = ([east, north]: Spot) => other.some(([e, n]) => Math.hypot(e - east, n - north) < 0.5);
  const [from, to] = one.filter(near);
  return from && to ? [from, to] : undefined;
}
