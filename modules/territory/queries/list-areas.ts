import type { Work } from '../../../platform/work.ts';
import type { Area, AreaKind } from '../contract/area.ts';
import { loadAreas } from '../store/area-store.ts';

/** Lists the areas (区划) that exist today, of one kind or below one code, in the order of their codes. */
export const listAreas = (work: Work, filter: { kind?: AreaKind; under?: string } = {}): Promise<Area[]> =>
  loadAreas(work, { kind: filter.kind ?? null, under: filter.under ?? null });
