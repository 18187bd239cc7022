import gcoord from 'gcoord';
import type { Point } from '../contract/address.ts';

/** How degrees are meant: by satellite (wgs84, the same as CGCS2000 for our purpose), or shifted (gcj02, as most Chinese maps on phones give). */
export type Datum = 'wgs84' | 'gcj02';

/** Its types speak of a default inside the default; there is one. */
const { transform, GCJ02, WGS84 } = gcoord as unknown as typeof gcoord.default;

/** Gives a point in WGS-84, in which everything is kept (坐标转换). */
export const toWgs84 = ([lon, lat]: Point, datum: Datum): Point =>
  datum === 'wgs84' ? [lon, lat] : (transform([lon, lat], GCJ02, WGS84) as [number, number]);
