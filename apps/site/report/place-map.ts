import { html, type Html } from '../../../ui/html.ts';
import { isInside } from '../../../modules/territory/index.ts';
import type { AreaMap, Outline, Point } from '../deps.ts';

/** Widths at which the map is shown, in pixels: the browser says where it was pressed, not how wide it was. */
export const mapWidths = { narrow: 280, wide: 560 } as const;
const WIDTH = mapWidths.wide;
const EDGE = 16;
const TALLEST = 700;
const tones = ['#e6f1ef', '#fbf3e6', '#e8eef8', '#f6eaf3', '#eef3e2', '#f3efe9'] as const;

/** An area with the number it has on the map and in the list. */
export type MapArea = AreaMap['areas'][number] & { readonly n: number };

export const numbered = ({ areas }: AreaMap): readonly MapArea[] => areas.map((area, at) => ({ ...area, n: at + 1 }));

/** How degrees become pixels of a map 560 wide, north up, and back. */
export type Projection = {
  readonly height: number;
  readonly toPixel: (point: Point) => Point;
  readonly toPoint: (pixel: Point) => Point;
};

/** Fits the outlines into the map; undefined when nothing is drawn. */
export function projectionOf({ areas }: AreaMap): Projection | undefined {
  const points = areas.flatMap(({ outline }) => (outline ?? []).flatMap(([ring = []]) => ring));
  if (points.length === 0) return undefined;
  const [lons, lats] = [points.map(([lon]) => lon), points.map(([, lat]) => lat)];
  const [west, east, south, north] = [Math.min(...lons), Math.max(...lons), Math.min(...lats), Math.max(...lats)];
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const [across, up] = [Math.max((east - west) * squeeze, 1e-9), Math.max(north - south, 1e-9)];
  const scale = Math.min((WIDTH - 2 * EDGE) / across, (TALLEST - 2 * EDGE) / up);
  const left = (WIDTH - across * scale) / 2;
  return {
    height: Math.round(up * scale + 2 * EDGE),
    toPixel: ([lon, lat]) => [left + (lon - west) * squeeze * scale, EDGE + (north - lat) * scale],
    toPoint: ([x, y]) => [west + (x - left) / scale / squeeze, north - (y - EDGE) / scale],
  };
}

/** The area at a pixel of a map shown this wide; undefined beside all of them. */
export function areaAt(map: AreaMap, shownWidth: number, [x, y]: Point): string | undefined {
  const enlarge = WIDTH / shownWidth;
  const point = projectionOf(map)?.toPoint([x * enlarge, y * enlarge]);
  return point && map.areas.find(({ outline }) => outline && isInside(point, outline))?.code;
}

/** The centre of gravity of an outline's longest edge, where its number stands; for a ring without area its first point. */
function centreOf(outline: Outline): Point {
  const ring = outline.flatMap(([outer = []]) => [outer]).toSorted((a, b) => b.length - a.length)[0] ?? [];
  let [twice, x, y] = [0, 0, 0];
  const [lon0, lat0] = ring[0] ?? [0, 0];
  for (const [at, [lon, lat]] of ring.entries()) {
    const [nextLon, nextLat] = ring[(at + 1) % ring.length] ?? [lon, lat];
    const cross = (lon - lon0) * (nextLat - lat0) - (nextLon - lon0) * (lat - lat0);
    twice += cross;
    x += (lon + nextLon - 2 * lon0) * cross;
    y += (lat + nextLat - 2 * lat0) * cross;
  }
  return twice === 0 ? [lon0, lat0] : [lon0 + x / (3 * twice), lat0 + y / (3 * twice)];
}

const pathOf = (outline: Outline, { toPixel }: Projection): string =>
  outline
    .flatMap((polygon) => polygon.map((ring) => `M${ring.map((point) => rounded(toPixel(point))).join('L')}Z`))
    .join('');
const rounded = ([x, y]: Point): string => `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`;

function drawArea({ outline, n }: MapArea, projection: Projection): Html | false {
  if (!outline) return false;
  const [x, y] = projection.toPixel(centreOf(outline));
  return html`<path
      d="${pathOf(outline, projection)}"
      fill="${tones[n % tones.length]}"
      stroke="#0b6e5f"
      stroke-width="3"
      stroke-linejoin="round"
    /><text x="${Math.round(x)}" y="${Math.round(y) + 12}">${n}</text>`;
}

/** Draws the map of an area (区域地图) as an image of its own: outlines with the numbers of the list beside it, and roads. */
export function drawMap(map: AreaMap): string | undefined {
  const projection = projectionOf(map);
  if (!projection) return undefined;
  const roads = map.roads.map(({ line }) => line.map((point) => rounded(projection.toPixel(point))).join(' '));
  const areas = numbered(map).map((area) => drawArea(area, projection));
  return html`<svg
    xmlns="http://www.w3.org/2000/svg"
    viewBox="0 0 ${WIDTH} ${projection.height}"
    width="${WIDTH}"
    height="${projection.height}"
  >
    <rect width="100%" height="100%" fill="#f4f6f5" />
    <g
      font-family="system-ui, sans-serif"
      font-size="34"
      font-weight="700"
      text-anchor="middle"
      fill="#1f2a30"
      stroke="#fff"
      stroke-width="5"
      paint-order="stroke"
    >
      ${areas}
    </g>
    <g fill="none" stroke="#7d8a8f" stroke-opacity="0.6" stroke-width="5">
      ${roads.map((points) => html`<polyline points="${points}" />`)}
    </g>
  </svg>`.text.trim();
}
