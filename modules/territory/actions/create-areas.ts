import type { Work } from '../../../platform/work.ts';
import type { NewArea } from '../contract/area.ts';
import { areaKindOf, parentOf } from '../rules/area-code.ts';
import { saveAreas } from '../store/area-store.ts';
import { enterListed } from './enter-listed.ts';

/**
 * Creates areas (区划) in bulk, in any order; each one's parent is in the list or there already. The names that grids are
 * listed with become a first register of addresses.
 */
export async function createAreas(work: Work, list: readonly NewArea[]): Promise<void> {
  const rows = list.map((area) => {
    const kind = areaKindOf(area.code);
    if (!kind) throw new Error(`Not an area code of 6, 9, 12 or 15 digits: ${area.code}`);
    return { ...area, kind, parentCode: parentOf(area.code) ?? null, addresses: area.addresses ?? [] };
  });
  await saveAreas(work, rows);
  await enterListed(work, list, new Set(list.map(({ code }) => code)));
}
