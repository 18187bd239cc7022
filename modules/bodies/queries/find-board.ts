import type { Work } from '../../../platform/work.ts';
import { findArea, getAreaPath, type Area, type AreaStep } from '../../territory/index.ts';
import { factsOfKind, type BodyKind } from '../contract/body-kinds.ts';
import { factsOfRung, type ChainLink, type NamedHolder } from '../contract/chain.ts';
import { loadBodies } from '../store/body-store.ts';
import { loadHolders } from '../store/holder-store.ts';
import { findChain, listChainsOf } from './find-chain.ts';

export type BoardBody = {
  readonly kind: BodyKind;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly phonePublic: string | null;
  readonly posts: readonly NamedHolder[];
};

/** What hangs on the wall (两牌): who serves here, and who answers for the place from the district down. */
export type Board = {
  readonly path: readonly AreaStep[];
  readonly addresses: readonly string[];
  readonly service: readonly BoardBody[];
  /** On the board of a community, its grids are one line each. */
  readonly liaison: readonly ChainLink[];
  readonly grids: readonly Area[];
};

/**
 * Finds the contact boards (两牌公示) of a community or grid as they are today, made from appointments; undefined for
 * other codes. Only holders of offices are named, with the numbers of posts and bodies; helpers among the neighbours
 * and private numbers are never in it.
 *
 * @source catalogue S75 (service board, liaison board)
 */
export async function findBoard(work: Work, code: string): Promise<Board | undefined> {
  const area = await findArea(work, code);
  if (area?.kind !== 'community' && area?.kind !== 'grid') return undefined;
  const community = code.slice(0, 12);
  const holders = await loadHolders(work, [community, code]);
  const bodies = await loadBodies(work, { kinds: null, underArea: community });
  const shown = bodies.filter(
    ({ kind, areaCode }) => (areaCode === community || areaCode === code) && factsOfKind(kind).nature !== 'residents',
  );
  const isShown = ({ areaCode }: NamedHolder) =>
    area.kind === 'community' ? areaCode.startsWith(community) : areaCode === community || areaCode === code;
  const own = area.kind === 'grid' ? undefined : await listChainsOf(work, code);
  const chains = own ? own.chains : await findChain(work, code);
  return {
    path: await getAreaPath(work, code),
    addresses: area.addresses,
    service: shown
      .map(({ bodyId, kind, nameZh, nameEn, phonePublic }) => ({
        kind,
        nameZh,
        nameEn,
        phonePublic,
        posts: holders.filter((one) => one.bodyId === bodyId && isShown(one)),
      }))
      .filter(({ posts }) => posts.length > 0),
    grids: own?.grids ?? [],
    liaison: (chains ?? []).filter(({ rung }) => factsOfRung(rung).isPublic),
  };
}
