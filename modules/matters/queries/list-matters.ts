import { sql, type RawBuilder } from 'kysely';
import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import { findArea } from '../../territory/index.ts';
import type { Page, QueueName } from '../contract/views.ts';
import { makeGrams } from '../rules/grams.ts';
import { calendarOf } from '../store/ground-store.ts';
import { listTold } from '../store/told-source.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { loadRows } from './matter-rows.ts';
import { queueWhere } from './queue-where.ts';
import { wordsWhere } from './words-where.ts';

export type ListMatters = {
  readonly queue: QueueName;
  readonly words?: string | undefined;
  readonly state?: string | undefined;
  readonly community?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
  /** See {@link wordsWhere}. */
  readonly mostCollected?: number;
};

/**
 * Lists matters of one queue (队列), the most urgent first, or of a search, the newest first.
 *
 * @returns one page by key; or a refusal: `search.too_short` for a single character, `page.bad_cursor`
 */
export async function listMatters(
  work: Work,
  ask: ListMatters,
): Promise<Result<Page, 'search.too_short' | 'page.bad_cursor'>> {
  const words = ask.words?.trim() ?? '';
  const grams = makeGrams(words);
  if (words && grams.length === 0) return refuse('search.too_short');
  const cursor = ask.after ? readCursor(ask.after) : null;
  if (cursor === undefined) return refuse('page.bad_cursor');

  const calendar = await calendarOf(work);
  const newestFirst = ask.queue === 'newest' || words !== '';
  const conditions: RawBuilder<unknown>[] = [
    sql`m.district_id = ${work.districtId}`,
    queueWhere(ask.queue, work, calendar, ask.queue === 'askedOfMe' ? await listTold(work) : []),
    ...(ask.state ? [sql`m.state = ${ask.state}`] : []),
    ...(ask.community ? [await communityWhere(work, ask.community)] : []),
    ...(cursor
      ? [
          newestFirst
            ? sql`(m.opened_at, m.id) < (${cursor.value}::timestamptz, ${cursor.id}::uuid)`
            : sql`(m.next_due_at, m.id) > (${cursor.value}::timestamptz, ${cursor.id}::uuid)`,
        ]
      : []),
  ];
  if (words) {
    const limit = ask.limit + 1;
    const isAll = ask.queue === 'newest' && !ask.state && !ask.community;
    const few = ask.queue === 'newest' ? {} : { among: { conditions: [...conditions], limit } };
    const where = isAll ? { newest: { limit, after: cursor } } : few;
    conditions.push(await wordsWhere(work, { words, grams, ...where, mostCollected: ask.mostCollected }));
  }
  const { rows, last } = await loadRows(work, { conditions, newestFirst, limit: ask.limit + 1 });
  const next = rows.length > ask.limit ? last(ask.limit) : undefined;
  return done({ rows: rows.slice(0, ask.limit), next: next ? writeCursor(next) : null });
}

/** A community that ended shows what was opened in it, wherever that is answered for now. */
async function communityWhere(work: Work, code: string) {
  return (await findArea(work, code))
    ? sql`m.community_code = ${code}`
    : sql`m.opened_in >= ${code} and m.opened_in < ${`${code}~`}`;
}
