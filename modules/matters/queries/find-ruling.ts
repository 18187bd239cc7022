import type { Work } from '../../../platform/work.ts';
import { loadMatter } from '../store/matter-store.ts';
import { loadRulingOf } from '../store/precedent-store.ts';

export type FoundRuling = {
  readonly seq: number;
  readonly at: Date;
  readonly ruledBodyId: string;
  readonly ruledByBodyId: string;
  /** Where the matter lies. */
  readonly areaCode: string;
};

/** Finds the last ruling (裁定) on a matter; undefined outside the scope of the work, or when nobody ruled. */
export async function findRuling(work: Work, matterId: string): Promise<FoundRuling | undefined> {
  const loaded = await loadMatter(work, matterId);
  const ruling = loaded && (await loadRulingOf(work, matterId));
  return ruling && { ...ruling, areaCode: loaded.matter.areaCode };
}
