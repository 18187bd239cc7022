import type { Work } from '../../../platform/work.ts';
import type { District } from '../contract/area.ts';
import { loadDistrict } from '../store/area-store.ts';

/** Finds the district (区) this work is for; undefined when it was never set up. */
export const findDistrict = (work: Work): Promise<District | undefined> => loadDistrict(work);
