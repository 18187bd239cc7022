import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';

export type JoinedNews = { readonly matterId: string; readonly cause: string };

/** Notes that those who joined in a matter have to be written to; nothing where nobody joined. */
export async function saveJoinedNews(work: Work, matterId: string, cause: string): Promise<void> {
  await sql`
    insert into notices.joined_news (district_id, matter_id, cause, made_at)
    select ${work.districtId}::int, ${matterId}::uuid, ${cause}, ${work.now}::timestamptz
    where exists (
      select from matters.links l where l.district_id = ${work.districtId} and l.to_matter_id = ${matterId}::uuid
        and l.kind in ('duplicateOf', 'mergedInto', 'supports'))
    on conflict do nothing
  `.execute(work.db);
}

/** Takes the oldest news off the list, past those that another server has; it is back if the transaction fails. */
export async function takeJoinedNews(work: Work): Promise<JoinedNews | undefined> {
  const { rows } = await sql<JoinedNews>`
    with next as materialized (
      select matter_id, cause from notices.joined_news where district_id = ${work.districtId}
      order by made_at, matter_id, cause for update skip locked limit 1)
    delete from notices.joined_news n using next
    where n.district_id = ${work.districtId} and n.matter_id = next.matter_id and n.cause = next.cause
    returning n.matter_id as "matterId", n.cause
  `.execute(work.db);
  return rows[0];
}
