import { say } from '../../../platform/i18n/words.ts';
import type { LocationView } from '../contract/grid-routes.ts';
import { viewArea } from './get-grid-book.ts';
import type { Located, Location } from './locate.ts';

const viewLocated = ({ grid, path, address }: Located) => ({
  grid: grid && viewArea(grid),
  path: path.map(viewArea),
  address,
});

/** Says a location (位置) in the form of the API: the place, or what it may be with a sentence of what to try. */
export const viewLocation = (location: Location): LocationView =>
  location.found
    ? { found: true, place: viewLocated(location), reason: null, message: null, candidates: [] }
    : {
        found: false,
        place: null,
        reason: location.reason,
        message: say('territory', `refusals.locate.${location.reason}`),
        candidates: location.candidates.map(viewLocated),
      };
