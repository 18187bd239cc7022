import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import type { Address, Candidate, Match, Point } from '../contract/address.ts';
import type { Area, AreaStep } from '../contract/area.ts';
import { computeAreaPath } from '../rules/area-code.ts';
import { foldAddress } from '../rules/fold-address.ts';
import { labelOf, matchAddress, nameEnding } from '../rules/match-address.ts';
import { isInside } from '../rules/outline.ts';
import { LONGEST_READ } from '../rules/parse-address.ts';
import { toWgs84, type Datum } from '../rules/to-wgs84.ts';
import { loadAddressPath, loadBelow, loadGridsBelow, loadPlacesIn } from '../store/address-store.ts';
import { loadArea, loadAreas, loadSteps } from '../store/area-store.ts';
import { loadOutlines } from '../store/grid-store.ts';

export type Whereabouts =
  | { readonly by: 'point'; readonly point: Point }
  | { readonly by: 'address'; readonly code: string }
  /** `under`: the community, sub-district or district to which the search is kept. */
  | { readonly by: 'text'; readonly text: string; readonly under: string };

/** A place that may be meant, with its grid and the way up to the district. */
export type Located = {
  readonly grid: Area | null;
  readonly path: readonly AreaStep[];
  readonly address: { readonly code: string; readonly label: string } | null;
};
export type Location =
  | ({ readonly found: true; readonly grid: Area } & Omit<Located, 'grid'>)
  | { readonly found: false; readonly reason: Reason; readonly candidates: readonly Located[] };
export type Reason = Extract<Match, { found: false }>['reason'] | 'outside' | 'noOutlines';

const MOST_CANDIDATES = 20;

/**
 * Says where something is (这是哪里): from a point (WGS-84), a text or an address of the register to the grid, and from there
 * up to the district.
 *
 * @returns the place with its grid when there is one; else what it may be, and never a guess: `ambiguous` with candidates,
 *   `unknownPlace`, `inNoGrid`, `outside` all outlines, `noOutlines` drawn yet. Refusal `address.not_found` for a code that
 *   names nothing one may see.
 * @source S03: route any matter at an address to its grid in one step
 */
export async function locate(work: Work, asked: Whereabouts): Promise<Result<Location, 'address.not_found'>> {
  if (asked.by === 'point') return done(await locatePoint(work, asked.point));
  if (asked.by === 'text') return done(await locateText(work, asked));
  const path = await loadAddressPath(work, asked.code);
  const own = path.at(-1);
  if (!own) return refuse('address.not_found');
  const grids = await gridsOf(work, own, path);
  const candidate = { communityCode: own.communityCode, addressCode: own.code, label: labelOf(own, path) };
  const candidates = grids.map((gridCode) => ({ ...candidate, gridCode }));
  return done(await sayCandidates(work, candidates, grids.length === 0 ? 'inNoGrid' : 'ambiguous'));
}

/** A home lies where its stairwell does. */
async function gridsOf(work: Work, own: Address, path: readonly Address[]): Promise<string[]> {
  const door = own.kind === 'home' ? path.at(-2) : own;
  return door ? loadGridsBelow(work, door.code) : [];
}

async function locateText(work: Work, { text, under }: { text: string; under: string }): Promise<Location> {
  const folded = foldAddress(text.slice(0, LONGEST_READ));
  const communities = under.length >= 12 ? [] : await loadAreas(work, { kind: 'community', under });
  const named = communities.filter(({ nameZh }) => folded.includes(foldAddress(nameZh)));
  const within = named.length === 1 ? (named[0] as Area).code : under;
  const whole = await loadPlacesIn(work, { folded, under: within, ending: null });
  const places = whole.length > 0 ? whole : await loadPlacesIn(work, { folded, under: within, ending: nameEnding });
  const below = places.length === 0 ? [] : await loadBelow(work, codesOf(places));
  const rows = [...places, ...below];
  const match = matchAddress(text, rows);
  if (match.found) return sayCandidates(work, [match.address], 'ambiguous');
  return sayCandidates(work, match.candidates, match.reason);
}

const codesOf = (places: readonly Address[]): string[] => places.map(({ code }) => code);

async function locatePoint(work: Work, point: Point): Promise<Location> {
  const outlines = await loadOutlines(work, String(work.districtId), 15);
  if (outlines.length === 0) return { found: false, reason: 'noOutlines', candidates: [] };
  const inside = outlines.filter(({ outline }) => isInside(point, outline));
  const candidates = inside.map(({ code }) => ({
    gridCode: code,
    communityCode: code.slice(0, 12),
    addressCode: '',
    label: '',
  }));
  return sayCandidates(work, candidates, inside.length === 0 ? 'outside' : 'ambiguous');
}

/** One candidate with a grid is the place; otherwise all are told, each with its way up. */
async function sayCandidates(work: Work, candidates: readonly Candidate[], reason: Reason): Promise<Location> {
  const told: Located[] = [];
  for (const { gridCode, communityCode, addressCode, label } of candidates.slice(0, MOST_CANDIDATES)) {
    const [grid, path] = await Promise.all([
      gridCode === null ? undefined : loadArea(work, gridCode),
      loadSteps(work, computeAreaPath(gridCode ?? communityCode)),
    ]);
    told.push({ grid: grid ?? null, path, address: addressCode === '' ? null : { code: addressCode, label } });
  }
  const [only] = told;
  if (only?.grid && told.length === 1) return { found: true, grid: only.grid, path: only.path, address: only.address };
  return { found: false, reason, candidates: told };
}

/** Takes degrees as they are meant. */
export const toPoint = (point: Point, datum: Datum): Point => toWgs84(point, datum);
