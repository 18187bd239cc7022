import { sql, type RawBuilder } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import { wordRuns } from '../rules/grams.ts';
import { readMatterNumber } from '../rules/matter-number.ts';
import type { Cursor } from './cursor.ts';
import { areaWhere } from './scope-where.ts';

/** More than so many with the same words are not collected: it would cost more than to look through the newest. */
export const MOST_COLLECTED = 4000;

export type WordSearch = {
  readonly words: string;
  readonly grams: readonly string[];
  /** Given when nothing but the words narrows all matters in scope: how many are wanted, the newest first, and after which. */
  readonly newest?: { readonly limit: number; readonly after: Cursor | null };
  /** Given when they are sought among few, such as what is open: those few as conditions on `matters.matters m`, and how many are wanted, the newest first. */
  readonly among?: { readonly conditions: readonly RawBuilder<unknown>[]; readonly limit: number };
  /** So many with the same words are still collected. */
  readonly mostCollected?: number | undefined;
};

/**
 * The words of a search as a condition on `matters.matters m`. A whole matter number finds its matter. Rare words are collected by the
 * index of grams, the text decides; for common ones each matter is asked, the newest first, until enough are found.
 */
export async function wordsWhere(
  work: Work,
  { words, grams, newest, among, mostCollected = MOST_COLLECTED }: WordSearch,
): Promise<RawBuilder<boolean>> {
  const number = readMatterNumber(words);
  if (number) return sql<boolean>`m.number = ${number}`;
  const { districtId } = work;
  const sought = sql`${[...grams]}::text[], ${[...wordRuns(words)]}::text[]`;
  if ((await countByWords(work, grams, mostCollected)) < mostCollected)
    return sql<boolean>`m.id = any(array(select matters.find_by_words(${districtId}::int, ${sought})))`;
  if (among)
    return sql<boolean>`m.id = any(array(select matters.words_among(${districtId}::int,
      array(select m.id from matters.matters m where ${sql.join(among.conditions, sql` and `)} order by m.opened_at desc, m.id desc),
      ${sought}, ${among.limit}::int)))`;
  const holds = (id: string) => sql<boolean>`matters.has_words(${districtId}::int, ${sql.ref(id)}, ${sought})`;
  return newest ? newestWith(work, { holds, sought }, newest) : holds('m.id');
}

async function countByWords({ db, districtId }: Work, grams: readonly string[], upTo: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select matters.count_by_words(${districtId}::int, ${[...grams]}::text[], ${upTo}::int) as n`.execute(db);
  return rows[0]?.n ?? 0;
}

/** In an area by its own index, so that a small one is not searched for in all of the district, and what its body was given outside of it. */
function newestWith(
  { districtId, scope }: Work,
  { holds, sought }: { readonly holds: (id: string) => RawBuilder<boolean>; readonly sought: RawBuilder<unknown> },
  { limit, after }: NonNullable<WordSearch['newest']>,
): RawBuilder<boolean> {
  const { area, isWhole } = areaWhere(scope, 'x');
  if (isWhole)
    return sql<boolean>`m.id = any(array(select matters.newest_with_words(${districtId}::int, ${sought},
      ${after?.value ?? null}::timestamptz, ${after?.id ?? null}::uuid, ${limit}::int)))`;
  if (!scope.bodyId) return holds('m.id');
  const before = after ? sql` and (x.opened_at, x.id) < (${after.value}::timestamptz, ${after.id}::uuid)` : sql``;
  return sql<boolean>`m.id = any(array(
    (select x.id from matters.matters x where x.district_id = ${districtId} and ${area}${before} and ${holds('x.id')}
      order by x.opened_at desc, x.id desc limit ${limit})
    union select g.id from matters.given_elsewhere(${districtId}::int, ${scope.bodyId}::uuid) as g (id) where ${holds('g.id')}))`;
}
