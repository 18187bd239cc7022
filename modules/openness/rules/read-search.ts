import { readInstant } from './read-instant.ts';

const DAY_MS = 86_400_000;
/** "Default query limit is a span of 90 days or first 1000 requests returned, whichever is smallest." */
export const MOST_DAYS = 90;
export const MOST_ROWS = 1000;

/** Which requests are asked for. */
export type Search = {
  /** Set: these only, whatever else was asked. */
  readonly ids: readonly string[] | null;
  readonly codes: readonly string[] | null;
  readonly from: Date;
  readonly until: Date;
  readonly status: 'open' | 'closed' | null;
  readonly updatedAfter: Date | null;
  readonly updatedBefore: Date | null;
  readonly page: number;
  readonly pageSize: number;
};

/** What is wrong in a question; each has its sentence in `words`. */
export type SearchFault =
  | { readonly fault: 'badInstant'; readonly name: string; readonly value: string }
  | { readonly fault: 'badRange' | 'rangeTooLong' }
  | { readonly fault: 'badStatus' | 'badCount'; readonly name: string; readonly value: string };

type Values = Readonly<Record<string, readonly string[]>>;

/** All values of a name, declared several times or separated by commas; empty ones count as not given. */
const listOf = (values: Values, name: string): string[] =>
  (values[name] ?? [])
    .flatMap((text) => text.split(','))
    .map((text) => text.trim())
    .filter(Boolean);

/**
 * Reads the question for requests (GET requests) by the standard: identifiers override everything; without dates the last
 * 90 days; with one date 90 days from there; never more than 90 days.
 *
 * @returns the search, or every fault in the order of the arguments
 * @source GeoReport v2, GET Service Requests; `page`, `page_size`, `updated_after`, `updated_before` as in the v2.1 draft
 */
export function readSearch(values: Values, now: Date): { search: Search } | { faults: readonly SearchFault[] } {
  const faults: SearchFault[] = [];
  const instant = (name: string): Date | null => {
    const [value] = listOf(values, name);
    if (value === undefined) return null;
    const read = readInstant(value);
    if (!read) faults.push({ fault: 'badInstant', name, value });
    return read ?? null;
  };
  const count = (name: string, most: number, otherwise: number): number => {
    const [value] = listOf(values, name);
    if (value === undefined) return otherwise;
    const read = /^\d{1,7}$/.test(value) ? Number(value) : 0;
    if (read < 1) faults.push({ fault: 'badCount', name, value });
    return Math.min(Math.max(read, 1), most);
  };

  const ids = listOf(values, 'service_request_id');
  const codes = listOf(values, 'service_code');
  const start = instant('start_date');
  const end = instant('end_date');
  const from = start ?? new Date((end ?? now).getTime() - MOST_DAYS * DAY_MS);
  const until = end ?? new Date(Math.max(from.getTime(), Math.min(now.getTime(), from.getTime() + MOST_DAYS * DAY_MS)));
  const statuses = new Set(listOf(values, 'status').map((text) => text.toLowerCase()));
  for (const value of statuses)
    if (value !== 'open' && value !== 'closed') faults.push({ fault: 'badStatus', name: 'status', value });
  const search: Search = {
    ids: ids.length > 0 ? ids.slice(0, MOST_ROWS) : null,
    codes: codes.length > 0 ? codes : null,
    from,
    until,
    status: statuses.size === 1 ? ([...statuses][0] as 'open' | 'closed') : null,
    updatedAfter: instant('updated_after'),
    updatedBefore: instant('updated_before'),
    page: count('page', 1_000_000, 1),
    pageSize: count('page_size', MOST_ROWS, MOST_ROWS),
  };
  if (until < from) faults.push({ fault: 'badRange' });
  if (until.getTime() - from.getTime() > MOST_DAYS * DAY_MS) faults.push({ fault: 'rangeTooLong' });
  return ids.length === 0 && faults.length > 0 ? { faults } : { search };
}
