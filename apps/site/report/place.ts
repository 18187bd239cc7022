import type { Faults, NamedView, Point, Said, SiteDeps, WhichGrid } from '../deps.ts';
import { wordsOf, type Key } from '../words.ts';
import { isBrought, type Draft } from './draft.ts';

/** A draft with what is known of its place, and what has to be asked about it. */
export type Placed = {
  readonly draft: Draft;
  readonly faults?: Faults;
  readonly candidates?: WhichGrid['candidates'];
  /** What to tell beside the questions. */
  readonly told?: NamedView;
};
type Where = Pick<SiteDeps, 'locatePlace' | 'communities'>;

const SHORTEST_PLACE = 2;
/** A position that may be further off than this says nothing about a community. */
const ROUGH_M = 1000;

const both = (key: Key, fill = {}): NamedView => ({ zh: wordsOf('zh')(key, fill), en: wordsOf('en')(key, fill) });
const unplaced = (): Said => ({ code: 'report.unplaced', message: both('refusals.report.unplaced') });
const communityOf = (grid: string): string => grid.slice(0, 12);

/**
 * Finds where a report is from the words of its place (定位), in the community chosen or, when none was, in the whole district.
 * What somebody chose stays; what a sign or a position brought gives way to words that say otherwise.
 *
 * @returns the draft with its community; or the places that may be meant, or the field to put right
 */
export async function settlePlace(deps: Where, draft: Draft): Promise<Placed> {
  const isChosen = draft.grid !== '' && (!isBrought(draft) || draft.gridFor === 'map');
  if (isChosen && draft.community === '') return { draft, faults: { community: unplaced() } };
  if (isChosen || draft.place.trim().length < SHORTEST_PLACE) return { draft };
  const { found, asks, candidates } = await deps.locatePlace(draft.community, draft.place);
  if (isBrought(draft))
    return { draft: found === null || found === draft.grid ? draft : { ...draft, grid: '', gridFor: '' } };
  if (draft.community !== '')
    return asks && candidates.length > 1 ? { draft, faults: { grid: asks }, candidates } : { draft };
  if (found !== null) return { draft: { ...draft, community: communityOf(found) } };
  if (asks && candidates.length > 1) return { draft, faults: { grid: asks }, candidates };
  const named = await communityNamed(deps, draft.place);
  return named === undefined ? { draft, faults: { community: unplaced() } } : { draft: { ...draft, community: named } };
}

/** The one community whose name stands in these words. */
async function communityNamed({ communities }: Where, place: string): Promise<string | undefined> {
  const all = (await communities()).flatMap((subdistrict) => subdistrict.communities);
  const named = all.filter(
    ({ name }) => place.includes(name.zh) || place.toLowerCase().includes(name.en.toLowerCase()),
  );
  return named.length === 1 ? named[0]?.code : undefined;
}

/**
 * Takes a position of the device (我在哪儿) as `lon,lat,metres`; it is used for this and kept nowhere.
 *
 * @returns the draft with its grid; or a sentence of why it does not help and what to do instead
 */
export async function settleHere(
  { locatePoint }: Pick<SiteDeps, 'locatePoint'>,
  draft: Draft,
  here: string,
): Promise<Placed> {
  const [lon, lat, metres = 0] = here.split(',').map(Number);
  const isPoint = lon !== undefined && lat !== undefined && Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
  if (!isPoint) return { draft, told: both('report.where.hereUnknown') };
  if (!(metres <= ROUGH_M)) return { draft, told: both('report.where.hereRough') };
  const { found, reason, candidates } = await locatePoint([lon, lat] satisfies Point);
  if (found !== null) return { draft: { ...draft, community: communityOf(found), grid: found, gridFor: 'here' } };
  if (candidates.length > 1)
    return { draft: { ...draft, community: '' }, candidates, told: both('report.where.hereSeveral') };
  return { draft, told: both(reason === 'outside' ? 'report.where.hereOutside' : 'report.where.hereUnknown') };
}
