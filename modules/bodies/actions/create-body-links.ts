import type { Work } from '../../../platform/work.ts';
import type { BodyLink } from '../contract/body.ts';
import { saveBodyLinks } from '../store/body-store.ts';

/** Creates the typed links between organisations (领导、指导、监督、协助) in bulk. */
export async function createBodyLinks(work: Work, list: readonly BodyLink[]): Promise<void> {
  await saveBodyLinks(work, list);
}
