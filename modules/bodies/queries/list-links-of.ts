import type { Work } from '../../../platform/work.ts';
import type { BodyLink } from '../contract/body.ts';
import { loadLinksOf } from '../store/body-store.ts';

/** Lists the links from and to an organisation: whom it leads, guides, supervises or assists, and who does so to it. */
export const listLinksOf = (work: Work, bodyId: string): Promise<BodyLink[]> => loadLinksOf(work, bodyId);
