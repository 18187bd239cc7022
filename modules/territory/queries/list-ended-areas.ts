import type { Work } from '../../../platform/work.ts';
import { loadEndedCodes } from '../store/area-list-store.ts';

/** Lists the codes of the district's areas that have ended (已撤销的区划). */
export const listEndedAreas = (work: Work): Promise<string[]> => loadEndedCodes(work);
