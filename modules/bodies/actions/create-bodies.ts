import type { Work } from '../../../platform/work.ts';
import type { NewBody } from '../contract/body.ts';
import { saveBodies } from '../store/body-store.ts';

/** Creates organisations (机构) in bulk; their areas are there already. */
export async function createBodies(work: Work, list: readonly NewBody[]): Promise<void> {
  await saveBodies(work, list);
}
