import type { Work } from '../../../platform/work.ts';

/** The titles of these matters by id (事项标题), as far as they lie in the scope of the work. */
export async function listTitles(work: Work, matterIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (matterIds.length === 0) return new Map();
  const rows = await work.db
    .selectFrom('matters.matters')
    .select(['id', 'title'])
    .where('district_id', '=', work.districtId)
    .where('id', 'in', [...new Set(matterIds)])
    .execute();
  return new Map(rows.map(({ id, title }) => [id, title]));
}
