import type { Work } from '../../../platform/work.ts';
import type { SavedView } from '../contract/desk.ts';
import { loadViews } from '../store/view-store.ts';

/** Lists the views that the one who asks keeps (常用视图); nobody else's. */
export const listViews = async (work: Work): Promise<SavedView[]> =>
  work.actor.kind === 'worker' ? loadViews(work, work.actor.accountId) : [];
