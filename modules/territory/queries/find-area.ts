import type { Work } from '../../../platform/work.ts';
import type { Area } from '../contract/area.ts';
import { loadArea } from '../store/area-store.ts';

/** Finds an area (区划) that exists today by its code. */
export const findArea = (work: Work, code: string): Promise<Area | undefined> => loadArea(work, code);
