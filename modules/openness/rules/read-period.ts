import { done, refuse, type Result } from '../../../platform/result.ts';

/** A span of days on the district's clock, both included, and the instants at which it begins and is over. */
export type Period = {
  readonly from: string;
  readonly until: string;
  readonly begins: Date;
  readonly ends: Date;
};

const USUAL_DAYS = 90;
const DAY_MS = 86_400_000;

/**
 * Reads a span of days (时段); without dates the last 90 days.
 *
 * @param typed days as `2026-11-01`; empty ones count as not given
 * @param zone time zone of the district, such as `Asia/Shanghai`
 * @returns the period; or a refusal: `period.bad_day`, `period.backwards`
 */
export function readPeriod(
  typed: { readonly from?: string | undefined; readonly until?: string | undefined },
  now: Date,
  zone: string,
): Result<Period, 'period.bad_day' | 'period.backwards'> {
  const today = dayIn(now, zone);
  const until = typed.until || today;
  if (!isDay(until)) return refuse('period.bad_day', { day: until.slice(0, 20) });
  const from = typed.from || addDays(until, 1 - USUAL_DAYS);
  if (!isDay(from)) return refuse('period.bad_day', { day: from.slice(0, 20) });
  if (until < from) return refuse('period.backwards');
  return done({ from, until, begins: midnightOf(from, zone), ends: midnightOf(addDays(until, 1), zone) });
}

/** The day of an instant on a clock. */
export const dayIn = (instant: Date, zone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(instant);

const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

function isDay(text: string): boolean {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** Tries the offset of the day itself and takes away what is left over; right where clocks change too. */
function midnightOf(day: string, zone: string): Date {
  const utc = Date.parse(`${day}T00:00:00Z`);
  const offsetAt = (instant: number): number => {
    const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
    return Date.parse(`${parts.format(new Date(instant)).replace(' ', 'T')}Z`) - instant;
  };
  const first = utc - offsetAt(utc);
  return new Date(utc - offsetAt(first));
}
