import type { Work } from '../../../platform/work.ts';
import type { Outline, Point } from '../contract/address.ts';
import type { AreaKind } from '../contract/area.ts';
import { loadRoads } from '../store/address-store.ts';
import { loadAreas } from '../store/area-store.ts';
import { loadOutlines } from '../store/grid-store.ts';

/** The areas directly below one, those with an outline drawn, and the roads through a community. */
export type AreaMap = {
  readonly areas: readonly {
    readonly code: string;
    readonly nameZh: string;
    readonly nameEn: string;
    readonly outline: Outline | null;
  }[];
  readonly roads: readonly { readonly name: string; readonly line: readonly Point[] }[];
};

const belowIt: Readonly<Record<number, { kind: AreaKind; digits: number }>> = {
  6: { kind: 'subdistrict', digits: 9 },
  9: { kind: 'community', digits: 12 },
  12: { kind: 'grid', digits: 15 },
};

/**
 * Gets what a map of one area shows (区域地图): the areas directly below it, each with its outline when one is drawn, and for a
 * community its roads. No addresses and no homes, so that anyone may see it.
 *
 * @param code of a district, sub-district or community; anything else has nothing below it
 */
export async function getAreaMap(work: Work, code: string): Promise<AreaMap> {
  const below = belowIt[code.length];
  if (!below) return { areas: [], roads: [] };
  const areas = await loadAreas(work, { kind: below.kind, under: code });
  const outlines = new Map((await loadOutlines(work, code, below.digits)).map((one) => [one.code, one.outline]));
  return {
    areas: areas.map(({ code: own, nameZh, nameEn }) => ({
      code: own,
      nameZh,
      nameEn,
      outline: outlines.get(own) ?? null,
    })),
    roads: below.kind === 'grid' ? await loadRoads(work, code) : [],
  };
}
