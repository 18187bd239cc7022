import type { Ground, Spot } from './split-ground.ts';

export type LonLat = readonly [number, number];
/** The street of a community: its ends, and the grids on either side. */
export type Street = {
  readonly community: string;
  readonly name: string;
  readonly ends: readonly [Spot, Spot];
  readonly sides: readonly [string, string];
};

/** In the open sea, so that the invented town is nobody's. */
const middle: LonLat = [125, 30];
const METRES_PER_DEGREE = 111_320;
/** Centimetres, so that neighbours keep meeting. */
const round = (degrees: number) => Math.round(degrees * 1e7) / 1e7;

/** Puts a spot of the invented ground on the map, in WGS-84. */
export const lonLatOf = ([east, north]: Spot): LonLat => [
  round(middle[0] + east / (METRES_PER_DEGREE * Math.cos((middle[1] * Math.PI) / 180))),
  round(middle[1] + north / METRES_PER_DEGREE),
];

export function groundOf(grounds: ReadonlyMap<string, Ground>, code: string): Ground {
  const ground = grounds.get(code);
  if (!ground) throw new Error(`The invented town has no ground for ${code}`);
  return ground;
}
