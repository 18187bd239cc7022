import { chainRungs, factsOfRung, type ChainLink, type ChargeHeld, type NamedHolder } from '../contract/chain.ts';

type Grid = { readonly code: string; readonly addresses: readonly string[] };
export type ChainFacts = {
  readonly charges: readonly ChargeHeld[];
  /** Posts with their holders of today, at least those of the grid and its community. */
  readonly holders: readonly NamedHolder[];
};

const digitsOf = { subdistrict: 9, community: 12, grid: 15, place: 15 } as const;

/**
 * Builds the responsibility chain (责任链) of a grid, or of one place in it, widest rung first. A rung that nobody is
 * named for is in it too, without holders, so that a gap is seen and not skipped.
 *
 * @param place a building or estate of the grid; undefined: every one that the grid lists
 */
export function buildChain(grid: Grid, { charges, holders }: ChainFacts, place?: string): ChainLink[] {
  return chainRungs.flatMap((rung): ChainLink[] => {
    const { at, fromPosts } = factsOfRung(rung);
    const areaCode = grid.code.slice(0, digitsOf[at]);
    if (fromPosts) {
      const inArea = holders.filter((one) => one.areaCode === areaCode && fromPosts.includes(one.kind));
      return [{ rung, areaCode, place: '', holders: inArea }];
    }
    const places = at === 'place' ? (place === undefined ? grid.addresses : [place]) : [''];
    return places.map((where) => ({
      rung,
      areaCode,
      place: where,
      holders: charges
        .filter((one) => one.rung === rung && one.areaCode === areaCode && one.place === where)
        .map(({ holder }) => holder),
    }));
  });
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
