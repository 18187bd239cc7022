import type { Work } from '../../../platform/work.ts';
import type { Area } from '../contract/area.ts';
import { saveCorrectedAreas } from '../store/area-store.ts';
import { enterListed } from './enter-listed.ts';

export type AreaCorrection = Pick<Area, 'code' | 'nameZh' | 'nameEn' | 'addresses'>;

/**
 * Corrects how areas (区划) are written: names and the addresses of grids. A change of the area itself is no correction. An
 * address that is new goes into the register as well; one that was left away stays there, where doors are moved.
 */
export async function correctAreas(work: Work, list: readonly AreaCorrection[]): Promise<void> {
  await saveCorrectedAreas(work, list);
  await enterListed(work, list, new Set());
}
