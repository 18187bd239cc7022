import gcoord from 'gcoord';
import type { Coordinate } from 'ol/coordinate.js';
import { fromLonLat, toLonLat } from 'ol/proj.js';
import type { LonLat, Tiles } from './scene.ts';

/** Its types speak of a default inside the default; there is one. */
const { transform, GCJ02, WGS84 } = gcoord as unknown as typeof gcoord.default;

/** Between what is kept (WGS-84) and what is drawn: only where tiles are shifted (GCJ-02) is anything moved, and moved back. */
export const edgeOf = ({ datum }: Tiles) => ({
  drawn: ([lon, lat]: LonLat): Coordinate =>
    fromLonLat(datum === 'gcj02' ? transform([lon, lat], WGS84, GCJ02) : [lon, lat]),
  kept: (drawn: Coordinate): LonLat => {
    const [lon = 0, lat = 0] = toLonLat(drawn);
    const point = datum === 'gcj02' ? transform([lon, lat], GCJ02, WGS84) : [lon, lat];
    return [rounded(point[0] as number), rounded(point[1] as number)];
  },
});

/** Centimetres, so that an edge that was not moved stays what it was. */
const rounded = (degrees: number) => Math.round(degrees * 1e7) / 1e7;
