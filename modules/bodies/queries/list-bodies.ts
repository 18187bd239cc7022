import type { Work } from '../../../platform/work.ts';
import type { BodyKind } from '../contract/body-kinds.ts';
import type { Body } from '../contract/body.ts';
import { loadBodies } from '../store/body-store.ts';

/** Lists organisations (机构) of one kind or several, or at and below one area, in the order of their areas. */
export const listBodies = (
  work: Work,
  filter: { kind?: BodyKind; kinds?: readonly BodyKind[]; underArea?: string } = {},
): Promise<Body[]> =>
  loadBodies(work, {
    kinds: filter.kinds ?? (filter.kind ? [filter.kind] : null),
    underArea: filter.underArea ?? null,
  });
