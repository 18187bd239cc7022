import type { Work } from '../../../platform/work.ts';
import { listAreas } from '../../territory/index.ts';
import type { NamedHolder } from '../contract/chain.ts';
import { loadCharges } from '../store/charge-store.ts';

export type FrontMatrix = {
  readonly fronts: readonly string[];
  readonly rows: readonly {
    readonly code: string;
    readonly nameZh: string;
    readonly nameEn: string;
    /** One for each front, in the same order; null: nobody is charged with it there. */
    readonly cells: readonly (NamedHolder | null)[];
  }[];
};

/**
 * Lays out fronts against villages and communities (战线 × 片区): every one below an area in which at least one front is with
 * somebody, so that an empty cell is a front that nobody has there.
 *
 * @source S08: cadres of a village by front and by area
 */
export async function listFronts(work: Work, under: string): Promise<FrontMatrix> {
  const communities = await listAreas(work, { kind: 'community', under });
  const codes = communities.map(({ code }) => code);
  const charges = (await loadCharges(work, codes)).filter(({ rung }) => rung === 'front');
  const fronts = [...new Set(charges.map(({ front }) => front))].toSorted((a, b) => a.localeCompare(b, 'zh'));
  const chargesOf = Map.groupBy(charges, ({ areaCode }) => areaCode);
  const rows = communities
    .filter(({ code }) => chargesOf.has(code))
    .map(({ code, nameZh, nameEn }) => ({
      code,
      nameZh,
      nameEn,
      cells: fronts.map((front) => chargesOf.get(code)?.find((one) => one.front === front)?.holder ?? null),
    }));
  return { fronts, rows };
}
