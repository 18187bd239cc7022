import type { Work } from '../../../platform/work.ts';
import { loadPlaces, type Place } from '../store/place-store.ts';

/**
 * Lists where a person has worked since an instant (任职单位): body and area of each post that they held or stood in for at any time from
 * then until `work.now`, whichever of them they act in just now.
 */
export const listPlacesOf = (work: Work, accountId: string, since: Date): Promise<Place[]> =>
  loadPlaces(work, accountId, since);
