import { done, refuse, type Result } from '../../../platform/result.ts';
import { areaKindOf } from '../../territory/index.ts';
import { factsOfRung, type ChargeRung } from '../contract/chain.ts';

export type ChargeWish = {
  readonly rung: ChargeRung;
  readonly areaCode: string;
  readonly place: string;
  readonly front: string;
};
export type ChargeRefusal =
  | 'charge.wrong_area'
  | 'charge.place_not_listed'
  | 'charge.front_missing'
  | 'charge.front_alone';

/**
 * Says whether somebody can be charged with a place on a rung (包联).
 *
 * @param places estates, buildings and stairwells that the register has in the grid, for a contact of a building
 * @returns done, or a refusal:
 *   - `charge.wrong_area`: the rung is for another kind of area; fronts are for communities and villages
 *   - `charge.place_not_listed`: the register has no such estate, building or stairwell in the grid
 *   - `charge.front_missing`, `charge.front_alone`: a front is named for the matrix, and only there
 * @source catalogue S07, S08
 */
export function mayCharge(
  { rung, areaCode, place, front }: ChargeWish,
  places: ReadonlySet<string>,
): Result<undefined, ChargeRefusal> {
  const kind = areaKindOf(areaCode);
  if (rung === 'front') {
    if (kind !== 'community') return refuse('charge.wrong_area');
    return front === '' ? refuse('charge.front_missing') : done(undefined);
  }
  if (front !== '') return refuse('charge.front_alone');
  const { at } = factsOfRung(rung);
  if (at !== 'place') return kind === at ? done(undefined) : refuse('charge.wrong_area');
  if (kind !== 'grid') return refuse('charge.wrong_area');
  return places.has(place) ? done(undefined) : refuse('charge.place_not_listed');
}
