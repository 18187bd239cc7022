import type { Work } from '../../../platform/work.ts';
import type { District } from '../contract/area.ts';
import { loadDistricts } from '../store/area-store.ts';

/** Lists the districts (区) of this database; the one question that looks across tenants, because their names are public. */
export const listDistricts = (work: Work): Promise<District[]> => loadDistricts(work);
