import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';

/** Writes the words by which a matter can be found; words of later steps are added to those before. */
export async function saveSearchText(
  work: Work,
  matterId: string,
  search: { readonly text: string; readonly grams: readonly string[] },
): Promise<void> {
  await sql`
    select matters.add_search_words(
      ${work.districtId}::int, ${matterId}::uuid, ${search.text}, ${[...search.grams]}::text[])
  `.execute(work.db);
}
