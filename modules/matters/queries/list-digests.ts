import type { Work } from '../../../platform/work.ts';
import type { DayDigest } from '../rules/digest-chain.ts';
import { loadDigests, loadDigestYears } from '../store/digest-store.ts';

export type DigestSpan = { readonly latest: number } | { readonly year: number };

const MOST_DAYS = 366;

/** Lists published digests (每日摘要), newest first: the latest ones, or those of one year. */
export const listDigests = (work: Work, span: DigestSpan): Promise<DayDigest[]> =>
  'year' in span
    ? loadDigests(work, { from: `${pad(span.year)}-01-01`, to: `${pad(span.year)}-12-31`, limit: MOST_DAYS })
    : loadDigests(work, { from: '0001-01-01', to: '9999-12-31', limit: span.latest });

const pad = (year: number): string => String(year).padStart(4, '0');

/** Lists the years of which there are digests, newest first. */
export const listDigestYears = (work: Work): Promise<number[]> => loadDigestYears(work);
