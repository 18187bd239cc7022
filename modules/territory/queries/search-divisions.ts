import { sql, type RawBuilder } from 'kysely';
import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import type { Division } from '../contract/division.ts';
import { codesMeantBy } from '../rules/division-code.ts';
import { gramsOfName } from '../rules/division-grams.ts';
import { readSearchWords } from '../rules/read-search-words.ts';
import { divisionColumns } from '../store/division-store.ts';

export type DivisionPage = { readonly rows: readonly Division[]; readonly next: string | null };

/**
 * Searches the national list (全国区划检索) by Chinese name, pinyin, initials or code, the higher levels first.
 *
 * @param ask `under`: only in this division; `after`: the `next` of the page before
 * @returns one page; or a refusal: `search.too_short` for a single character, `page.bad_cursor`
 */
export async function searchDivisions(
  work: Work,
  ask: { words: string; under?: string | undefined; after?: string | undefined; limit: number },
): Promise<Result<DivisionPage, 'search.too_short' | 'page.bad_cursor'>> {
  const words = readSearchWords(ask.words);
  if (!words) return refuse('search.too_short');
  const cursor = readPlace(ask.after);
  if (!cursor) return refuse('page.bad_cursor');
  const within = ask.under ? sql`and code > ${ask.under} and code < ${`${ask.under}~`}` : sql``;
  const rest = sql`(tier, code) > (${cursor.tier}, ${cursor.code}) ${within}`;
  const size = ask.limit + 1;
  const ways = conditionsFor(words);
  // What is found is kept apart from its order and its page: asked for all at once, the planner walks the whole list.
  const found = ways.map(
    (condition, i) => sql`
      ${sql.ref(`way${i}`)} as ${sql.raw(isEverywhere(words) ? 'not materialized' : 'materialized')} (
        select d.tier, d.code from territory.divisions d where ${condition})`,
  );
  const pages = ways.map(
    (_, i) => sql`(select tier, code from ${sql.ref(`way${i}`)} where ${rest} order by tier, code limit ${size})`,
  );
  const { rows } = await sql<Division & { tier: number }>`
    with ${sql.join(found)}, every as (${sql.join(pages, sql` union `)}),
    page as (select tier, code from every order by tier, code limit ${size})
    select ${divisionColumns}, d.tier from page join territory.divisions d using (code) order by d.tier, d.code
  `.execute(work.db);
  const shown = rows.slice(0, ask.limit);
  const last = shown.at(-1);
  return done({
    rows: shown.map(({ tier: _tier, ...division }) => division),
    next: rows.length > ask.limit && last ? `${last.tier}.${last.code}` : null,
  });
}

/** Part of every second name: the list in its order holds enough of them at once. */
const isEverywhere = ({ kind, text }: NonNullable<ReturnType<typeof readSearchWords>>): boolean =>
  kind === 'name' && gramsOfName(text).length === 0;

/** Each is a way of its own into the list, with an index of its own. */
function conditionsFor(words: NonNullable<ReturnType<typeof readSearchWords>>): RawBuilder<unknown>[] {
  const { kind, text } = words;
  switch (kind) {
    case 'digits': {
      const meant = codesMeantBy(text);
      return text.length === 12
        ? [sql`d.code = any(${meant}::text[])`]
        : [sql`d.code >= ${text} and d.code < ${`${text}~`}`];
    }
    case 'letters':
      return ['initials', 'pinyin'].map((name) => {
        const column = sql.ref(`d.${name}`);
        return sql`${column} >= ${text} and ${column} < ${`${text}~`}`;
      });
    case 'name': {
      const grams = gramsOfName(text);
      const holds = sql`strpos(d.name_zh, ${text}) > 0`;
      return [grams.length > 0 ? sql`d.grams @> ${grams}::text[] and ${holds}` : holds];
    }
  }
}

function readPlace(after: string | undefined): { tier: number; code: string } | undefined {
  if (after === undefined) return { tier: 0, code: '' };
  const [, tier, code] = /^([1-5])\.([0-9]{2,12})$/.exec(after) ?? [];
  return tier && code ? { tier: Number(tier), code } : undefined;
}
