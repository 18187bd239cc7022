import type { Work } from '../../../platform/work.ts';
import type { BodyName } from '../contract/body.ts';
import { loadBodyNames } from '../store/body-store.ts';

/** Describes organisations (机构) by kind and names; unknown ids are left out. */
export const describeBodies = (work: Work, bodyIds: readonly string[]): Promise<BodyName[]> =>
  loadBodyNames(work, bodyIds);
