import type { Work } from '../../../platform/work.ts';
import type { AreaStep } from '../contract/area.ts';
import { loadSteps } from '../store/area-store.ts';

/** Describes areas by their codes (区划名称), ended ones too; unknown codes are left out. */
export const describeAreas = (work: Work, codes: readonly string[]): Promise<AreaStep[]> =>
  codes.length === 0 ? Promise.resolve([]) : loadSteps(work, codes);
