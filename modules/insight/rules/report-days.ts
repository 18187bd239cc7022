import { done, refuse, type Result } from '../../../platform/result.ts';
import { addDays, mondayOf } from './sum-days.ts';

export type ReportDays = {
  readonly from: string;
  readonly until: string;
  /** The week or month before it. */
  readonly beforeFrom: string;
  readonly beforeUntil: string;
};

/**
 * Tells which days a weekly or monthly report is of (周报、月报的起止): Monday to Sunday, or the first to the last of the month. Only
 * what is over can be reported, so that the same report made again counts the same.
 *
 * @param day any day of the week or month, `YYYY-MM-DD`
 * @param today the day it is in the district
 * @returns the days; or a refusal: `report.not_over` with the day from which it can be made, `report.too_early` before 2000
 */
export function reportDays(
  kind: 'week' | 'month',
  day: string,
  today: string,
): Result<ReportDays, 'report.not_over' | 'report.too_early'> {
  if (day < '2000-01-01') return refuse('report.too_early');
  const from = kind === 'week' ? mondayOf(day) : firstOfMonth(day);
  const until = kind === 'week' ? addDays(from, 6) : addDays(firstOfMonth(addDays(from, 31)), -1);
  if (until >= today) return refuse('report.not_over', { day: addDays(until, 1) });
  const beforeUntil = addDays(from, -1);
  return done({
    from,
    until,
    beforeFrom: kind === 'week' ? addDays(from, -7) : firstOfMonth(beforeUntil),
    beforeUntil,
  });
}

const firstOfMonth = (day: string): string => `${day.slice(0, 7)}-01`;
