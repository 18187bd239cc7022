import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';

/**
 * Of any three requests of one number that follow one another within ninety-one days, whichever was written down last saw the other two
 * and was marked. These are the last of threes of which none is: two were written down in the same instant, or a row was changed.
 */
const unmarked = ({ districtId }: Work) => sql`
  select matter_id from (
    select matter_id, opened_at, lag(opened_at, 2) over w as before_last,
      came_again or lag(came_again) over w or lag(came_again, 2) over w as is_marked
    from requests.reporters where district_id = ${districtId}
    window w as (partition by phone_index order by opened_at, matter_id)) as threes
  where before_last > opened_at - interval '91 days' and not is_marked`;

/** How often somebody came again (再次来电) without any of the requests being marked (标记核对), read as the whole district; never who. */
export async function countUnmarkedAgain(work: Work): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from (${unmarked(work)}) as missed`.execute(
    work.db,
  );
  return rows[0]?.n ?? 0;
}

/** Marks them (标记重建). */
export async function markCameAgain(work: Work): Promise<void> {
  await sql`
    update requests.reporters set came_again = true
    where district_id = ${work.districtId} and matter_id in (${unmarked(work)})
  `.execute(work.db);
}
