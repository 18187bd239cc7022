import { sql, type RawBuilder } from 'kysely';
import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import {
  MOST_COLLECTED,
  makeGrams,
  readCursor,
  readMatterNumber,
  wordRuns,
  wordsOf,
  writeCursor,
} from '../../matters/index.ts';
import { findLivingArea } from '../../territory/index.ts';
import type { Category } from '../contract/category.ts';
import type { PublicRequest, PublicRow } from '../contract/routes.ts';
import { residentRequest } from '../procedures/resident-request.ts';

type Row = {
  matterId: string;
  number: string;
  title: string;
  body: string;
  answer: string;
  category: Category;
  state: keyof typeof residentRequest.states;
  outcome: string | null;
  rating: number | null;
  joined: number;
  openedAt: Date;
  answeredAt: Date | null;
  communityZh: string | null;
  communityEn: string | null;
  holderZh: string;
  holderEn: string;
  answererZh: string | null;
  answererEn: string | null;
};

const publications = sql`requests.publications`;
/** Masked requests `p` with the names that are shown. */
const withNames = (from: RawBuilder<unknown>) => sql`
  select p.matter_id as "matterId", p.number, p.title, p.body, p.answer, p.category, p.state, p.outcome, p.rating, p.joined,
    p.opened_at as "openedAt", p.answered_at as "answeredAt", c.name_zh as "communityZh", c.name_en as "communityEn",
    h.name_zh as "holderZh", h.name_en as "holderEn", a.name_zh as "answererZh", a.name_en as "answererEn"
  from ${from} p
  left join territory.areas c on c.district_id = p.district_id and c.code = p.community_code
  join bodies.bodies h on h.district_id = p.district_id and h.id = p.holder_body_id
  left join bodies.bodies a on a.district_id = p.district_id and a.id = p.answer_body_id
`;

/**
 * A page of masked requests: the page first, then its names. Asked together, a plan made for any values joined all bodies of a district before
 * it had found the page.
 */
const pageOf = (conditions: readonly RawBuilder<unknown>[], order: RawBuilder<unknown>, limit: number) => sql<Row>`
  ${withNames(sql`(
    select * from requests.publications p where ${sql.join(conditions, sql` and `)} order by ${order} limit ${limit})`)}
  order by ${order}`;

export type ListPublications = {
  readonly words?: string | undefined;
  /** Code of a community, or of a sub-district. */
  readonly community?: string | undefined;
  readonly category?: string | undefined;
  /** `answered` waits for the rating; `settled` is what nothing more is owed of. */
  readonly standing?: 'open' | 'answered' | 'settled' | undefined;
  readonly outcome?: string | undefined;
  /** Raised from this instant on. */
  readonly from?: Date | undefined;
  /** Raised before this instant. */
  readonly until?: Date | undefined;
  readonly after?: string | undefined;
  readonly answeredOnly?: boolean;
  readonly limit: number;
  /** So many with the same words are still collected. */
  readonly mostCollected?: number;
};

const finalStates = Object.entries(residentRequest.states).flatMap(([name, { kind }]) =>
  kind === 'final' ? [name] : [],
);
const whereStanding = {
  open: sql`p.outcome is null`,
  answered: sql`p.outcome is not null and p.state <> all(${finalStates}::text[])`,
  settled: sql`p.state = any(${finalStates}::text[])`,
};

/** An area in the columns that have an index; the district itself needs none. */
function whereArea(code: string | undefined) {
  if (!code || code.length <= 6) return [];
  return [code.length <= 9 ? sql`p.subdistrict_code = ${code}` : sql`p.community_code = ${code}`];
}

type Sought = Omit<ListPublications, 'after' | 'answeredOnly' | 'limit' | 'mostCollected'>;

/**
 * Which requests hold these grams, for a page of the newest: rare ones are collected by the index of grams, common ones are left to the
 * text. Asked together with the order, a plan made for any values walked a million newest for a word that twenty of them hold.
 */
async function whereGrams({ db, districtId }: Work, grams: readonly string[], mostCollected: number) {
  const holding = sql`requests.publications g where g.district_id = ${districtId} and g.grams @> ${[...grams]}::text[]`;
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (select from ${holding} limit ${mostCollected}) as found`.execute(db);
  return (rows[0]?.n ?? 0) < mostCollected ? [sql`p.matter_id = any(array(select g.matter_id from ${holding}))`] : [];
}

/** What a search asks of a masked request, for a page of the newest unless `page` is undefined; or a refusal: `search.too_short`. */
async function conditionsOf(
  work: Work,
  ask: Sought,
  page?: { readonly mostCollected: number },
): Promise<Result<RawBuilder<unknown>[], 'search.too_short'>> {
  const words = ask.words?.trim() ?? '';
  const grams = makeGrams(words);
  if (words && grams.length === 0) return refuse('search.too_short');
  const number = readMatterNumber(words);
  const living = ask.community ? await findLivingArea(work, ask.community) : undefined;
  return done([
    sql`p.district_id = ${work.districtId}`,
    ...whereArea(living?.code ?? ask.community),
    ...(ask.category ? [sql`p.category = ${ask.category}`] : []),
    ...(ask.standing ? [whereStanding[ask.standing]] : []),
    ...(ask.outcome ? [sql`p.outcome = ${ask.outcome}`] : []),
    ...(ask.from ? [sql`p.opened_at >= ${ask.from}`] : []),
    ...(ask.until ? [sql`p.opened_at < ${ask.until}`] : []),
    ...(number ? [sql`p.number = ${number}`] : []),
    ...(words && !number
      ? [
          ...(page ? await whereGrams(work, grams, page.mostCollected) : [sql`p.grams @> ${grams}::text[]`]),
          ...wordRuns(words).map((run) => sql`strpos(lower(p.title || ' ' || p.body || ' ' || p.answer), ${run}) > 0`),
        ]
      : []),
  ]);
}

/**
 * Counts the masked requests that a search finds, by community (公开诉求分布), for the public map.
 *
 * @returns counts by the code of the community; or a refusal: `search.too_short`
 */
export async function countPublications(
  work: Work,
  ask: Sought,
): Promise<Result<ReadonlyMap<string, number>, 'search.too_short'>> {
  const sought = await conditionsOf(work, ask);
  if (!sought.ok) return sought;
  const { rows } = await sql<{ code: string; n: number }>`
    select p.community_code as code, count(*)::int as n from requests.publications p
    where ${sql.join(sought.value, sql` and `)} and p.community_code is not null group by 1
  `.execute(work.db);
  return done(new Map(rows.map(({ code, n }) => [code, n])));
}

/**
 * Lists masked requests (公开诉求), newest first, by words, area, kind, standing, outcome and date, one page by key.
 *
 * @returns rows and the key of the next page; or a refusal: `search.too_short`, `page.bad_cursor`
 */
export async function listPublications(
  work: Work,
  ask: ListPublications,
): Promise<Result<{ rows: PublicRow[]; next: string | null }, 'search.too_short' | 'page.bad_cursor'>> {
  const cursor = ask.after ? readCursor(ask.after) : null;
  if (cursor === undefined) return refuse('page.bad_cursor');
  const sought = await conditionsOf(work, ask, { mostCollected: ask.mostCollected ?? MOST_COLLECTED });
  if (!sought.ok) return sought;
  const conditions = [
    ...sought.value,
    ...(ask.answeredOnly ? [sql`p.answered_at is not null`] : []),
    ...(cursor ? [sql`(p.opened_at, p.matter_id) < (${cursor.value}::timestamptz, ${cursor.id}::uuid)`] : []),
  ];
  const newest = sql`p.opened_at desc, p.matter_id desc`;
  const { rows } = await pageOf(conditions, newest, ask.limit + 1).execute(work.db);
  const shown = rows.slice(0, ask.limit);
  const last = shown.at(-1);
  return done({
    rows: shown.map(viewRow),
    next:
      rows.length > ask.limit && last ? writeCursor({ value: last.openedAt.toISOString(), id: last.matterId }) : null,
  });
}

/** Which of these an area's news is about: it became public, or was answered, in a span of time. */
export type News = PublicRow & { readonly isNew: boolean };

/** Lists what became public or was answered in an area between two instants (社区新消息), the latest first. */
export async function listNews(
  work: Work,
  ask: {
    readonly area: string;
    readonly category: string;
    readonly from: Date;
    readonly until: Date;
    readonly limit: number;
  },
): Promise<News[]> {
  const { from, until } = ask;
  const within = (column: RawBuilder<unknown>) => sql`(${column} > ${from} and ${column} <= ${until})`;
  const conditions = [
    sql`p.district_id = ${work.districtId}`,
    sql`(${within(sql`p.published_at`)} or ${within(sql`p.answered_at`)})`,
    ...whereArea(ask.area),
    ...(ask.category ? [sql`p.category = ${ask.category}`] : []),
  ];
  const latest = sql`greatest(p.published_at, p.answered_at) desc, p.matter_id desc`;
  const { rows } = await pageOf(conditions, latest, ask.limit).execute(work.db);
  return rows.map((row) => ({ ...viewRow(row), isNew: row.answeredAt === null || row.answeredAt <= from }));
}

/** Lists what was answered last (近期答复), in one area and of one kind where asked; for the first page and feeds. */
export async function listRecentAnswers(
  work: Work,
  ask: { readonly area?: string | undefined; readonly category?: string | undefined; readonly limit: number },
): Promise<PublicRequest[]> {
  const conditions = [
    sql`p.district_id = ${work.districtId} and p.answered_at is not null`,
    ...whereArea(ask.area),
    ...(ask.category ? [sql`p.category = ${ask.category}`] : []),
  ];
  const { rows } = await pageOf(conditions, sql`p.answered_at desc, p.matter_id desc`, ask.limit).execute(work.db);
  return rows.map(viewPublication);
}

/** Finds the masked form of a request by its matter (公开稿); undefined while it is not public. */
export async function findPublicationOf(work: Work, matterId: string): Promise<PublicRequest | undefined> {
  const { rows } = await sql<Row>`
    ${withNames(publications)} where p.district_id = ${work.districtId} and p.matter_id = ${matterId}::uuid
  `.execute(work.db);
  const row = rows[0];
  return row && viewPublication(row);
}

/** Finds one masked request by its number (公开诉求详情); undefined when it is not public. */
export async function findPublication(work: Work, typed: string): Promise<PublicRequest | undefined> {
  const number = readMatterNumber(typed);
  if (!number) return undefined;
  const { rows } = await sql<Row>`
    ${withNames(publications)} where p.district_id = ${work.districtId} and p.number = ${number}
  `.execute(work.db);
  const row = rows[0];
  return row && viewPublication(row);
}

const both = (zh: string | null, en: string | null) => (zh === null ? null : { zh, en: en ?? zh });

function viewRow(row: Row): PublicRow {
  const state = residentRequest.states[row.state];
  return {
    number: row.number,
    title: row.title,
    category: row.category,
    community: both(row.communityZh, row.communityEn),
    stateName: wordsOf(state),
    plain: wordsOf(state.plain),
    stage: state.kind,
    outcome: row.outcome,
    openedAt: row.openedAt.toISOString(),
    answeredAt: row.answeredAt?.toISOString() ?? null,
  };
}

const viewPublication = (row: Row): PublicRequest => ({
  ...viewRow(row),
  body: row.body,
  answer: row.answer,
  answeredBy: both(row.answererZh, row.answererEn),
  holder: { zh: row.holderZh, en: row.holderEn },
  rating: row.rating,
  isOpenToJoin: viewRow(row).stage !== 'final',
  joined: row.joined,
});
