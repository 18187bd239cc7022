import type { Outline, Point } from '../contract/address.ts';
import { computeAreaM2, intersect, subtract } from './outline.ts';

/** Smaller pieces are what a shaking hand leaves. */
const LEAST_PIECE_M2 = 50;

/**
 * Splits an outline in two by a drawn line (划线拆分). The line is prolonged at both ends, so that it need not quite reach
 * the edge.
 *
 * @param line at least two points, WGS-84
 * @returns the parts left and right of the line in its direction; undefined when it does not cut the outline in two
 */
export function splitOutline(outline: Outline, line: readonly Point[]): { left: Outline; right: Outline } | undefined {
  const drawn = line.filter(([lon, lat], at) => at === 0 || lon !== line[at - 1]?.[0] || lat !== line[at - 1]?.[1]);
  if (drawn.length < 2) return undefined;
  const points = [...outline.flat(2), ...drawn];
  const [lons, lats] = [points.map(([lon]) => lon), points.map(([, lat]) => lat)];
  const reach = 4 * (Math.max(...lons) - Math.min(...lons) + Math.max(...lats) - Math.min(...lats));
  const start = prolong(drawn[1] as Point, drawn[0] as Point, reach);
  const end = prolong(drawn.at(-2) as Point, drawn.at(-1) as Point, reach);
  const leftOf = ([fromLon, fromLat]: Point, [toLon, toLat]: Point, at: Point): Point => {
    const length = Math.hypot(toLon - fromLon, toLat - fromLat);
    return [at[0] - ((toLat - fromLat) / length) * reach, at[1] + ((toLon - fromLon) / length) * reach];
  };
  const beside = [
    leftOf(drawn.at(-2) as Point, drawn.at(-1) as Point, end),
    leftOf(drawn[0] as Point, drawn[1] as Point, start),
  ];
  const side: Outline = [[[start, ...drawn, end, ...beside, start]]];
  const [left, right] = [intersect(outline, side), subtract(outline, side)];
  const isCut = computeAreaM2(left) >= LEAST_PIECE_M2 && computeAreaM2(right) >= LEAST_PIECE_M2;
  return isCut ? { left, right } : undefined;
}

function prolong([fromLon, fromLat]: Point, [toLon, toLat]: Point, by: number): Point {
  const length = Math.hypot(toLon - fromLon, toLat - fromLat);
  return [toLon + ((toLon - fromLon) / length) * by, toLat + ((toLat - fromLat) / length) * by];
}
