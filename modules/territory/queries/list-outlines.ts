import type { Work } from '../../../platform/work.ts';
import type { Outline } from '../contract/address.ts';
import type { AreaKind } from '../contract/area.ts';
import { loadAreas } from '../store/area-store.ts';
import { loadOutlines } from '../store/grid-store.ts';

const digitsOf = { subdistrict: 9, community: 12, grid: 15 } as const;
/** Six decimals are a tenth of a metre: enough to look at. */
const rounded = (outline: Outline) =>
  outline.map((polygon) =>
    polygon.map((ring) =>
      ring.map(([lon, lat]): [number, number] => [Math.round(lon * 1e6) / 1e6, Math.round(lat * 1e6) / 1e6]),
    ),
  );

/** Lists the outlines of areas of one kind as GeoJSON (公开边界), for maps that anyone may see; no addresses and no homes. */
export async function listOutlines(
  work: Work,
  { under, kind }: { under: string; kind: Exclude<AreaKind, 'district'> },
) {
  const outlines = new Map(
    (await loadOutlines(work, under, digitsOf[kind])).map(({ code, outline }) => [code, outline]),
  );
  const areas = await loadAreas(work, { kind, under });
  return {
    type: 'FeatureCollection' as const,
    features: areas.flatMap(({ code, nameZh, nameEn }) => {
      const outline = outlines.get(code);
      if (!outline) return [];
      const geometry = { type: 'MultiPolygon' as const, coordinates: rounded(outline) };
      return [{ type: 'Feature' as const, id: code, properties: { code, kind, nameZh, nameEn }, geometry }];
    }),
  };
}
