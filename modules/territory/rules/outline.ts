import { difference, intersection, union } from 'polyclip-ts';
import type { Outline, Point } from '../contract/address.ts';

type Geometry = Parameters<typeof union>[0];
const asGeometry = (outline: Outline): Geometry => outline as unknown as Geometry;
const asOutline = (geometry: ReturnType<typeof union>): Outline => geometry;

/** The Earth's mean radius of the sphere on which areas are computed, in metres. */
const RADIUS_M = 6_371_008.8;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

export const unite = (outlines: readonly Outline[]): Outline => {
  const [first, ...rest] = outlines.map(asGeometry);
  return first ? asOutline(union(first, ...rest)) : [];
};
export const intersect = (one: Outline, other: Outline): Outline =>
  asOutline(intersection(asGeometry(one), asGeometry(other)));
export const subtract = (from: Outline, what: Outline): Outline =>
  what.length === 0 ? from : asOutline(difference(asGeometry(from), asGeometry(what)));

/** Computes the area of an outline (面积) in square metres, holes left out, on the sphere. */
export const computeAreaM2 = (outline: Outline): number =>
  outline.reduce(
    (sum, [outer = [], ...holes]) => sum + ringM2(outer) - holes.reduce((inner, hole) => inner + ringM2(hole), 0),
    0,
  );

function ringM2(ring: readonly Point[]): number {
  let sum = 0;
  for (let at = 0; at < ring.length; at += 1) {
    const [lonA, latA] = ring[at] as Point;
    const [lonB, latB] = ring[(at + 1) % ring.length] as Point;
    sum += radians(lonB - lonA) * (2 + Math.sin(radians(latA)) + Math.sin(radians(latB)));
  }
  return Math.abs((sum * RADIUS_M * RADIUS_M) / 2);
}

/** Says whether a point lies inside an outline, by the crossings of a ray to the east. */
export const isInside = ([lon, lat]: Point, outline: Outline): boolean =>
  outline.some((polygon) => {
    let inside = false;
    for (const ring of polygon)
      for (let at = 0; at < ring.length; at += 1) {
        const [lonA, latA] = ring[at] as Point;
        const [lonB, latB] = ring[(at + 1) % ring.length] as Point;
        if (latA > lat !== latB > lat && lon < ((lonB - lonA) * (lat - latA)) / (latB - latA) + lonA) inside = !inside;
      }
    return inside;
  });

/** A point to which a map can go for an outline: the middle of its largest polygon's box. */
export function middleOf(outline: Outline): Point | null {
  const polygon = outline.toSorted((a, b) => computeAreaM2([b]) - computeAreaM2([a]))[0];
  const ring = polygon?.[0];
  if (!ring || ring.length === 0) return null;
  const [lons, lats] = [ring.map(([lon]) => lon), ring.map(([, lat]) => lat)];
  return [(Math.min(...lons) + Math.max(...lons)) / 2, (Math.min(...lats) + Math.max(...lats)) / 2];
}

export const MOST_POINTS = 5_000;

/** Says what an outline drawn by somebody is: rings of at least three different points, of numbers that are degrees, with an area. */
export function isOutline(outline: Outline): boolean {
  const points = outline.flat(2);
  const isPoint = ([lon, lat]: Point) =>
    Number.isFinite(lon) && Number.isFinite(lat) && Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
  return (
    points.length > 0 &&
    points.length <= MOST_POINTS &&
    points.every(isPoint) &&
    outline.every((polygon) => polygon.length > 0 && polygon.every((ring) => ringM2(ring) > 0))
  );
}
