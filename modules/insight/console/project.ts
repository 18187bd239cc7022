import type { Outline } from '../../territory/index.ts';

export type DrawnArea = {
  readonly code: string;
  /** The outline as the path of an SVG. */
  readonly path: string;
  /** The middle of its largest part, for its label. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
};
type Shape = { readonly code: string; readonly outline: Outline };

/**
 * Lays outlines flat (示意图): degrees of longitude are shortened as they are at that latitude, north is up, and everything fits
 * into the width.
 *
 * @returns the areas and the height they take; none without outlines
 */
export function projectAreas(shapes: readonly Shape[], width: number): { areas: DrawnArea[]; height: number } {
  const points = shapes.flatMap(({ outline }) => outline.flatMap((rings) => rings.flat()));
  if (points.length === 0) return { areas: [], height: 0 };
  const [west, east] = ends(points.map(([lon]) => lon));
  const [south, north] = ends(points.map(([, lat]) => lat));
  const shorter = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = width / Math.max((east - west) * shorter, 1e-9);
  const flat = ([lon, lat]: readonly [number, number]): [number, number] => [
    round((lon - west) * shorter * scale),
    round((north - lat) * scale),
  ];
  const areas = shapes.map(({ code, outline }) => {
    const rings = outline.flatMap((polygon) => polygon.map((ring) => ring.map(flat)));
    const largest = rings.toSorted((a, b) => sizeOf(b) - sizeOf(a))[0] ?? [];
    const [left, right] = ends(largest.map(([x]) => x));
    const [x, y] = middleOf(largest);
    const path = rings.map((ring) => `M${ring.map((point) => point.join(' ')).join('L')}Z`).join('');
    return { code, path, x, y, width: right - left };
  });
  return { areas, height: Math.ceil((north - south) * scale) };
}

const round = (n: number): number => Math.round(n * 10) / 10;
const ends = (values: readonly number[]): [number, number] =>
  values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity]);

type Ring = readonly (readonly [number, number])[];
/** Twice the signed area of each side of a ring with the origin. */
const sides = (ring: Ring) =>
  ring.map(([x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [x, y];
    return { cross: x * nextY - nextX * y, sumX: x + nextX, sumY: y + nextY };
  });
const sizeOf = (ring: Ring): number => Math.abs(sides(ring).reduce((sum, { cross }) => sum + cross, 0));

function middleOf(ring: Ring): [number, number] {
  const all = sides(ring);
  const twice = all.reduce((sum, { cross }) => sum + cross, 0);
  if (twice === 0) return [ring[0]?.[0] ?? 0, ring[0]?.[1] ?? 0];
  const of = (part: 'sumX' | 'sumY') => all.reduce((sum, side) => sum + side[part] * side.cross, 0) / (3 * twice);
  return [round(of('sumX')), round(of('sumY'))];
}
