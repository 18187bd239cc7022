import type { Work } from '../../../platform/work.ts';
import { loadToday } from '../store/area-store.ts';

/** Gets the day it is in the district, by its own clock (ISO date). */
export const getToday = (work: Work): Promise<string> => loadToday(work);
