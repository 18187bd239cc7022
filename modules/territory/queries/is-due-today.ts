import type { Work } from '../../../platform/work.ts';
import { loadToday } from '../store/change-store.ts';

/** Says whether a day has come in the district (是否已到生效日). */
export const isDueToday = async (work: Work, on: string): Promise<boolean> => on <= (await loadToday(work));
