import type { Work } from '../../../platform/work.ts';
import { loadMoment } from '../store/area-store.ts';

/** Gets the minute it is in the district, by its own clock (`YYYY-MM-DD HH:MM`). */
export const getMoment = (work: Work): Promise<string> => loadMoment(work);
