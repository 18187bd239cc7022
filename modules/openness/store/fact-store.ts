import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import type { Fact } from '../rules/fact-of.ts';

/** Keeps the fact of a request; a mark that was given before stays when none came now. */
export async function saveFact(work: Work, fact: Fact): Promise<void> {
  const { areaCode } = fact;
  await sql`
    insert into openness.facts as f (district_id, matter_id, community_code, subdistrict_code, opened_at, answered_at,
      stage, outcome, in_time, rating)
    values (${work.districtId}, ${fact.matterId}::uuid, ${areaCode.length >= 12 ? areaCode.slice(0, 12) : null},
      ${areaCode.length >= 9 ? areaCode.slice(0, 9) : null}, ${fact.openedAt}, ${fact.answeredAt}, ${fact.stage},
      ${fact.outcome}, ${fact.inTime}, ${fact.rating})
    on conflict (district_id, matter_id) do update set answered_at = excluded.answered_at, stage = excluded.stage,
      outcome = excluded.outcome, in_time = excluded.in_time, rating = coalesce(excluded.rating, f.rating)
  `.execute(work.db);
}
