import type { ReportHead } from '../contract/report.ts';

/**
 * A day of the last week or month that is over in the district, wherever the browser is: seven days ago lies in such a week, the
 * day before the first of this month in such a month.
 */
export function lastDayOver(kind: ReportHead['kind'], now: Date, zone: string): string {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(now);
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  const then = kind === 'week' ? Date.UTC(year, month - 1, day - 7) : Date.UTC(year, month - 1, 0);
  return new Date(then).toISOString().slice(0, 10);
}
