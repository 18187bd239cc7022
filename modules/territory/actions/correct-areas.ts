import type { Work } from '../../../platform/work.ts';
import { saveCorrectedAreas } from '../store/area-store.ts';

export type AreaCorrection = {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly addresses: readonly string[];
};

/** Corrects how areas (区划) are written: names and the addresses of grids. A change of the area itself is no correction. */
export async function correctAreas(work: Work, list: readonly AreaCorrection[]): Promise<void> {
  await saveCorrectedAreas(work, list);
}
