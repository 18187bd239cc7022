import { v7 as uuidv7 } from 'uuid';
import type { Work } from '../../../platform/work.ts';
import type { SavedView } from '../contract/desk.ts';

/** The views that a person keeps (常用视图), by name. */
export async function loadViews(work: Work, accountId: string): Promise<SavedView[]> {
  const rows = await work.db
    .selectFrom('matters.views')
    .select(['id', 'name', 'search'])
    .where('district_id', '=', work.districtId)
    .where('account_id', '=', accountId)
    .orderBy('name')
    .execute();
  return rows as SavedView[];
}

/** Keeps a view under its name; what stood under that name goes. */
export async function saveView(work: Work, accountId: string, { name, search }: Omit<SavedView, 'id'>) {
  const text = JSON.stringify(search);
  const row = await work.db
    .insertInto('matters.views')
    .values({
      district_id: work.districtId,
      id: uuidv7(),
      account_id: accountId,
      name,
      search: text,
      made_at: work.now,
    })
    .onConflict((c) => c.columns(['district_id', 'account_id', 'name']).doUpdateSet({ search: text }))
    .returning(['id', 'name', 'search'])
    .executeTakeFirstOrThrow();
  return row as SavedView;
}

/** Forgets a view of this person; whether there was one. */
export async function deleteView(work: Work, accountId: string, viewId: string): Promise<boolean> {
  const { numDeletedRows } = await work.db
    .deleteFrom('matters.views')
    .where('district_id', '=', work.districtId)
    .where('account_id', '=', accountId)
    .where('id', '=', viewId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
