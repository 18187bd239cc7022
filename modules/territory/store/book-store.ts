import type { Work } from '../../../platform/work.ts';
import type { GridBook } from '../contract/grid-change.ts';
import { loadGoneCodes, loadRegister } from './address-store.ts';
import { loadAreas } from './area-store.ts';
import { loadOutlines } from './grid-store.ts';

/** Loads the grids of a community with their doors and outlines, as of today. */
export async function loadBook(work: Work, communityCode: string): Promise<GridBook> {
  const grids = await loadAreas(work, { kind: 'grid', under: communityCode });
  const outlines = new Map((await loadOutlines(work, communityCode, 15)).map(({ code, outline }) => [code, outline]));
  const [own] = await loadOutlines(work, communityCode, 12);
  return {
    communityCode,
    outline: own?.outline ?? null,
    grids: grids.map(({ code, nameZh, nameEn }) => ({ code, nameZh, nameEn, outline: outlines.get(code) ?? null })),
    addresses: await loadRegister(work, [communityCode], ['place', 'building', 'stairwell', 'home']),
    goneCodes: await loadGoneCodes(work, communityCode),
  };
}
