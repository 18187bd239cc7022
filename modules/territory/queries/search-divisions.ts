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
  const within = ask.under ? sql`and d.code > ${ask.under} and d.code < ${`${ask.under}~`}` : sql``;
  const rest = sql`(d.tier, d.code) > (${cursor.tier}, ${cursor.code}) ${within}`;
  const from = (condition: RawBuilder<unknown>) => sql`
    (select d.* from territory.divisions d where ${condition} and ${rest} order by d.tier, d.code limit ${ask.limit + 1})
  `;
  const { rows } = await sql<Division & { tier: number }>`
    select distinct ${divisionColumns}, d.tier from (${sql.join(conditionsFor(words).map(from), sql` union all `)}) d
    order by d.tier, d.code limit ${ask.limit + 1}
  `.execute(work.db);
  const shown = rows.slice(0, ask.limit);
  const last = shown.at(-1);
  return done({
    rows: shown.map(({ tier: _tier, ...division }) => division),
    next: rows.length > ask.limit && last ? `${last.tier}.${last.code}` : null,
  });
}

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
