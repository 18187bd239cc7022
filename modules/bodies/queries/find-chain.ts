import type { Work } from '../../../platform/work.ts';
import { computeAreaPath, findArea, listAreas, listDoors, type Area, type Door } from '../../territory/index.ts';
import type { ChainLink, ChargeHeld } from '../contract/chain.ts';
import { buildChain, listGaps } from '../rules/build-chain.ts';
import { loadCharges } from '../store/charge-store.ts';
import { loadHolders } from '../store/holder-store.ts';

/**
 * Finds who answers for a grid or one place in it (责任链), widest first; undefined when there is no such grid.
 *
 * @param place an estate, building or stairwell as the register of addresses writes it
 */
export async function findChain(work: Work, gridCode: string, place?: string): Promise<ChainLink[] | undefined> {
  const grid = await findArea(work, gridCode);
  if (grid?.kind !== 'grid') return undefined;
  const facts = await loadFacts(work, computeAreaPath(gridCode));
  return buildChain({ code: gridCode, doors: await listDoors(work, gridCode) }, facts, place);
}

export type CommunityChains = {
  readonly grids: readonly Area[];
  /** By grid, every name in its register by which a door can be meant. */
  readonly places: ReadonlyMap<string, readonly string[]>;
  readonly chains: readonly ChainLink[];
  readonly gaps: readonly ChainLink[];
  /** The village matrix (战线 × 片区): who is charged with which front here. */
  readonly fronts: readonly ChargeHeld[];
};

/** Lists the chains of all grids of a community, each rung once, with what is missing (缺人清单). */
export async function listChainsOf(work: Work, communityCode: string): Promise<CommunityChains> {
  const grids = await listAreas(work, { kind: 'grid', under: communityCode });
  const facts = await loadFacts(work, [...computeAreaPath(communityCode), ...grids.map(({ code }) => code)]);
  const withDoors = addDoors(grids, await listDoors(work, communityCode));
  const chains = new Map<string, ChainLink>();
  for (const link of withDoors.flatMap((grid) => buildChain(grid, facts)))
    chains.set(`${link.areaCode} ${link.rung} ${link.place}`, link);
  return {
    grids,
    places: new Map(
      withDoors.map(({ code, doors }) => [code, [...new Set(doors.flatMap(({ labels }) => labels))].toSorted()]),
    ),
    chains: [...chains.values()],
    gaps: listGaps(withDoors, facts),
    fronts: facts.charges.filter(({ rung }) => rung === 'front'),
  };
}

/** Counts the gaps of a sub-district's or the district's chains by community (缺人清单); without grids there are no chains. */
export async function countGaps(work: Work, underArea: string) {
  const areas = await listAreas(work, { under: underArea });
  const facts = await loadFacts(work, [...computeAreaPath(underArea), ...areas.map(({ code }) => code)]);
  const grids = areas.filter(({ kind }) => kind === 'grid');
  const gridsOf = Map.groupBy(addDoors(grids, await listDoors(work, underArea)), ({ code }) => code.slice(0, 12));
  return areas
    .filter(({ kind }) => kind === 'community')
    .map(({ code, nameZh, nameEn }) => ({
      code,
      name: { zh: nameZh, en: nameEn },
      grids: gridsOf.get(code)?.length ?? 0,
      gaps: listGaps(gridsOf.get(code) ?? [], facts).length,
    }));
}

async function loadFacts(work: Work, codes: readonly string[]) {
  return { charges: await loadCharges(work, codes), holders: await loadHolders(work, codes) };
}

function addDoors(grids: readonly Area[], doors: readonly Door[]) {
  const doorsOf = Map.groupBy(doors, ({ gridCode }) => gridCode);
  return grids.map(({ code }) => ({ code, doors: doorsOf.get(code) ?? [] }));
}
