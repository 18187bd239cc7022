import type { Work } from '../../../platform/work.ts';
import type { ChangeView } from '../contract/staff-routes.ts';
import { loadStaffChanges } from '../store/staff-page-store.ts';

/** Lists what happened to one post (任免记录), newest first, up to a hundred. */
export async function listChanges(work: Work, postId: string): Promise<ChangeView[]> {
  return (await loadStaffChanges(work, postId)).map((row) => ({
    at: row.at.toISOString(),
    kind: row.kind,
    person: row.personZh === null ? null : { zh: row.personZh, en: row.personEn ?? row.personZh },
    by: { zh: row.byZh, en: row.byEn },
    ground: row.ground,
    note: row.note,
  }));
}
