import type { MapOutline } from '../deps.ts';

export type Place = { readonly code: string; readonly outlines: readonly MapOutline[] };
export type Shape = { readonly code: string; readonly d: string; readonly x: number; readonly y: number };
export type Laid = {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
  /** False when places stand in order and not where they lie, because some have no outline. */
  readonly isTrue: boolean;
};

type Point = readonly [number, number];

const WIDTH = 600;
const MOST_HEIGHT = 900;
/** Points nearer than this to the last one are left out: nobody sees them. */
const NEAR = 1.5;
const TILE_COLUMNS = 4;
const TILE_GAP = 8;

/** Lays places on a plane of 600 units (画图): where they lie when each has an outline, else as equal fields in their order. */
export const layMap = (places: readonly Place[]): Laid =>
  places.length > 0 && places.every(({ outlines }) => outlines.length > 0) ? layTrue(places) : layFields(places);

function layTrue(places: readonly Place[]): Laid {
  const points = places.flatMap(({ outlines }) => outlines.flat(3) as unknown as Point[]);
  const [west, east] = [leastOf(points, 0), mostOf(points, 0)];
  const [south, north] = [leastOf(points, 1), mostOf(points, 1)];
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = Math.min(WIDTH / ((east - west) * shrink), MOST_HEIGHT / (north - south));
  const put = ([lon, lat]: Point): Point => [(lon - west) * shrink * scale, (north - lat) * scale];
  return {
    width: Math.ceil((east - west) * shrink * scale),
    height: Math.ceil((north - south) * scale),
    isTrue: true,
    shapes: places.map(({ code, outlines }) => {
      const rings = outlines.flatMap((outline) => outline.flatMap((polygon) => polygon.map((ring) => ring.map(put))));
      const largest = rings.toSorted((a, b) => Math.abs(areaOf(b)) - Math.abs(areaOf(a)))[0] ?? [];
      return { code, d: rings.map(pathOf).join(''), ...middleOf(largest) };
    }),
  };
}

function layFields(places: readonly Place[]): Laid {
  const side = (WIDTH - TILE_GAP * (TILE_COLUMNS - 1)) / TILE_COLUMNS;
  const rows = Math.ceil(places.length / TILE_COLUMNS);
  return {
    width: WIDTH,
    height: Math.max(0, rows * (side + TILE_GAP) - TILE_GAP),
    isTrue: false,
    shapes: places.map(({ code }, index) => {
      const [left, top] = [
        (index % TILE_COLUMNS) * (side + TILE_GAP),
        Math.floor(index / TILE_COLUMNS) * (side + TILE_GAP),
      ];
      return { code, d: `M${left} ${top}h${side}v${side}h-${side}z`, x: left + side / 2, y: top + side / 2 };
    }),
  };
}

const leastOf = (points: readonly Point[], axis: 0 | 1) =>
  points.reduce((least, p) => Math.min(least, p[axis]), Infinity);
const mostOf = (points: readonly Point[], axis: 0 | 1) =>
  points.reduce((most, p) => Math.max(most, p[axis]), -Infinity);

/** Each side of a ring, from one point to the next. */
const sidesOf = (ring: readonly Point[]) =>
  ring.map((point, at) => [point, ring[(at + 1) % ring.length] as Point] as const);

const areaOf = (ring: readonly Point[]): number =>
  sidesOf(ring).reduce((sum, [[x, y], [toX, toY]]) => sum + x * toY - toX * y, 0) / 2;

/** The centre of gravity of a ring, where its number stands. */
function middleOf(ring: readonly Point[]): { readonly x: number; readonly y: number } {
  const six = areaOf(ring) * 6 || 1;
  const sum = (axis: 0 | 1) =>
    sidesOf(ring).reduce((all, [from, to]) => all + (from[axis] + to[axis]) * (from[0] * to[1] - to[0] * from[1]), 0);
  return { x: Math.round(sum(0) / six), y: Math.round(sum(1) / six) };
}

function pathOf(ring: readonly Point[]): string {
  const kept: Point[] = [];
  for (const point of ring) {
    const last = kept.at(-1);
    if (!last || Math.hypot(point[0] - last[0], point[1] - last[1]) >= NEAR) kept.push(point);
  }
  return kept.length < 3 ? '' : `M${kept.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}z`;
}
