import { chainRungs, factsOfRung, type ChainLink, type ChargeHeld, type NamedHolder } from '../contract/chain.ts';
import { coverDoors, type Cover, type CoveredDoor } from './cover-doors.ts';

type Grid = { readonly code: string; readonly doors: readonly CoveredDoor[] };
export type ChainFacts = {
  readonly charges: readonly ChargeHeld[];
  /** Posts with their holders of today, at least those of the grid and its community. */
  readonly holders: readonly NamedHolder[];
};

const digitsOf = { subdistrict: 9, community: 12, grid: 15, place: 15 } as const;

/**
 * Builds the responsibility chain (责任链) of a grid, or of one place in it, widest rung first. A rung that nobody is
 * named for is in it too, without holders, so that a gap is seen and not skipped. Every door of the grid's register lies
 * with one place.
 *
 * @param place an estate, building or stairwell as the register writes it; undefined: the whole grid
 */
export function buildChain(grid: Grid, { charges, holders }: ChainFacts, place?: string): ChainLink[] {
  return chainRungs.flatMap((rung): ChainLink[] => {
    const { at, fromPosts } = factsOfRung(rung);
    const areaCode = grid.code.slice(0, digitsOf[at]);
    const link = { rung, areaCode, place: '', doors: 0, homes: 0 };
    if (fromPosts)
      return [{ ...link, holders: holders.filter((one) => one.areaCode === areaCode && fromPosts.includes(one.kind)) }];
    const own = charges.filter((one) => one.rung === rung && one.areaCode === areaCode);
    if (at !== 'place') return [{ ...link, holders: own.map(({ holder }) => holder) }];
    const named = [...new Set(own.map((one) => one.place))];
    return coverDoors(grid.doors, named)
      .map((cover) => within(cover, place))
      .filter((cover) => cover !== undefined)
      .map(({ place: where, doors }) => ({
        ...link,
        place: where,
        doors: doors.length,
        homes: doors.reduce((sum, { homes }) => sum + homes, 0),
        holders: own.filter((one) => one.place === where).map(({ holder }) => holder),
      }));
  });
}

/** What of it lies in one place; undefined when nothing does. */
function within(cover: Cover, place: string | undefined): Cover | undefined {
  if (place === undefined) return cover;
  const doors = cover.doors.filter(({ labels }) => labels.includes(place));
  return doors.length > 0 ? { ...cover, doors } : undefined;
}

/** Says whether nobody answers on this rung today: nobody named, or every post named is vacant. */
export const isGap = ({ holders }: ChainLink): boolean => holders.every(({ personZh }) => personZh === null);

/** Lists the rungs of many grids on which nobody answers (缺人清单), each named once, widest area first. */
export function listGaps(grids: readonly Grid[], facts: ChainFacts): ChainLink[] {
  const gaps = new Map<string, ChainLink>();
  for (const link of grids.flatMap((grid) => buildChain(grid, facts)))
    if (isGap(link)) gaps.set(`${link.areaCode} ${link.rung} ${link.place}`, link);
  return [...gaps.values()].sort((a, b) => a.areaCode.length - b.areaCode.length || (a.areaCode < b.areaCode ? -1 : 1));
}
