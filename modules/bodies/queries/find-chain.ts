import type { Work } from '../../../platform/work.ts';
import { computeAreaPath, findArea, listAreas, type Area } from '../../territory/index.ts';
import type { ChainLink, ChargeHeld } from '../contract/chain.ts';
import { buildChain, listGaps } from '../rules/build-chain.ts';
import { loadCharges } from '../store/charge-store.ts';
import { loadHolders } from '../store/holder-store.ts';

/**
 * Finds who answers for a grid or one place in it (责任链), widest first; undefined when there is no such grid.
 *
 * @param place a building or estate that the grid lists
 */
export async function findChain(work: Work, gridCode: string, place?: string): Promise<ChainLink[] | undefined> {
  const grid = await findArea(work, gridCode);
  if (grid?.kind !== 'grid') return undefined;
  const path = computeAreaPath(gridCode);
  const facts = { charges: await loadCharges(work, path), holders: await loadHolders(work, path) };
  return buildChain(grid, facts, place);
}

export type CommunityChains = {
  readonly grids: readonly Area[];
  readonly chains: readonly ChainLink[];
  readonly gaps: readonly ChainLink[];
  /** The village matrix (战线 × 片区): who is charged with which front here. */
  readonly fronts: readonly ChargeHeld[];
};

/** Lists the chains of all grids of a community, each rung once, with what is missing (缺人清单). */
export async function listChainsOf(work: Work, communityCode: string): Promise<CommunityChains> {
  const grids = await listAreas(work, { kind: 'grid', under: communityCode });
  const codes = [...computeAreaPath(communityCode), ...grids.map(({ code }) => code)];
  const facts = { charges: await loadCharges(work, codes), holders: await loadHolders(work, codes) };
  const chains = new Map<string, ChainLink>();
  for (const link of grids.flatMap((grid) => buildChain(grid, facts)))
    chains.set(`${link.areaCode} ${link.rung} ${link.place}`, link);
  return {
    grids,
    chains: [...chains.values()],
    gaps: listGaps(grids, facts),
    fronts: facts.charges.filter(({ rung }) => rung === 'front'),
  };
}

/** Counts the gaps of a sub-district's or the district's chains by community (缺人清单). */
export async function countGaps(work: Work, underArea: string) {
  const areas = await listAreas(work, { under: underArea });
  const codes = [...computeAreaPath(underArea), ...areas.map(({ code }) => code)];
  const facts = { charges: await loadCharges(work, codes), holders: await loadHolders(work, codes) };
  const gridsOf = Map.groupBy(
    areas.filter(({ kind }) => kind === 'grid'),
    ({ code }) => code.slice(0, 12),
  );
  return areas
    .filter(({ kind }) => kind === 'community')
    .map(({ code, nameZh, nameEn }) => ({
      code,
      name: { zh: nameZh, en: nameEn },
      gaps: listGaps(gridsOf.get(code) ?? [], facts).length,
    }));
}
