import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';

/** Writes the words by which a matter can be found; words of later steps are added to those before. */
export async function saveSearchText(
  work: Work,
  matterId: string,
  search: { readonly text: string; readonly grams: readonly string[] },
): Promise<void> {
  await sql`
    insert into matters.search (district_id, matter_id, text, grams)
    values (${work.districtId}, ${matterId}::uuid, ${search.text}, ${[...search.grams]}::text[])
    on conflict (district_id, matter_id) do update set
      text = matters.search.text || ' ' || excluded.text,
      grams = (select array(select distinct unnest(matters.search.grams || excluded.grams)))
  `.execute(work.db);
}
