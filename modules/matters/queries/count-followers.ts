import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import { countPostsAt } from '../../bodies/index.ts';

/** Counts what would follow if these areas ended (区划变更影响数): matters open and settled, and posts; numbers only. */
export async function countFollowers(work: Work, endedCodes: readonly string[]) {
  const { rows } = await sql<{ openMatters: number; settledMatters: number }>`
    select count(*) filter (where stage <> 'final')::int as "openMatters",
      count(*) filter (where stage = 'final')::int as "settledMatters"
    from matters.matters
    where district_id = ${work.districtId} and area_code = any(${[...endedCodes]}::text[])
      and community_code = any(${[...new Set(endedCodes.map((code) => code.slice(0, 12)))]}::text[])
  `.execute(work.db);
  return { ...rows[0]!, posts: await countPostsAt(work, endedCodes) };
}
