import type { WorkingCalendar } from '../../matters/index.ts';
import type { DisclosureItem, Rhythm } from './disclosure-items.ts';

/** Local days from `first` to `last`, both included. */
export type Period = { readonly code: string; readonly first: string; readonly last: string };
/** A period that is over and whose disclosure is expected. */
export type Owed = { readonly period: string; readonly dueOn: string; readonly isOverdue: boolean };
type Calendar = Pick<WorkingCalendar, 'isWorkingDay'>;

const DAY_MS = 86_400_000;
const MOST_OWED = 3;
const numberOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;
const textOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);
const two = (n: number): string => String(n).padStart(2, '0');
const months: Readonly<Record<Exclude<Rhythm, 'whenItHappens'>, number>> = { month: 1, quarter: 3, year: 12 };

/** The period of a rhythm in which a day lies (所属期): 2026-11, 2026-Q4, 2026; for what happens, the day itself. */
export function periodOf(rhythm: Rhythm, day: string): Period {
  if (rhythm === 'whenItHappens') return { code: day, first: day, last: day };
  const [year = 0, month = 1] = day.split('-').map(Number);
  const length = months[rhythm];
  const begin = Math.floor((month - 1) / length) * length;
  const first = new Date(Date.UTC(year, begin, 1)).toISOString().slice(0, 10);
  const last = new Date(Date.UTC(year, begin + length, 0)).toISOString().slice(0, 10);
  const code = { month: `${year}-${two(month)}`, quarter: `${year}-Q${begin / 3 + 1}`, year: String(year) }[rhythm];
  return { code, first, last };
}

/** Reads the code of a period as this rhythm writes it; undefined for another. */
export function readPeriodCode(rhythm: Rhythm, code: string): Period | undefined {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(code);
  const day = quarter
    ? `${quarter[1]}-${two(Number(quarter[2]) * 3)}-01`
    : { 4: `${code}-01-01`, 7: `${code}-01`, 10: code }[code.length];
  if (day === undefined || !/^\d{4}-\d\d-\d\d$/.test(day)) return undefined;
  const isDay = !Number.isNaN(numberOf(day)) && textOf(numberOf(day)) === day;
  const period = isDay ? periodOf(rhythm, day) : undefined;
  return period?.code === code ? period : undefined;
}

/** The last day on which a period is disclosed in time (公开期限): so many working days of the district's calendar after its end. */
export function dueOf({ withinWorkingDays }: DisclosureItem, { last }: Period, calendar: Calendar): string {
  let day = numberOf(last);
  for (let left = withinWorkingDays; left > 0;) {
    day += 1;
    if (calendar.isWorkingDay(day)) left -= 1;
  }
  return textOf(day);
}

/**
 * Says which periods of an item are over and not yet disclosed (应公开未公开), the newest first, at most three. What is disclosed when
 * it happens is never owed by the calendar: only the community knows whether something happened.
 */
export function owedOf(
  item: DisclosureItem,
  published: ReadonlySet<string>,
  { today, calendar }: { readonly today: string; readonly calendar: Calendar },
): readonly Owed[] {
  if (item.rhythm === 'whenItHappens') return [];
  const owed: Owed[] = [];
  let period = periodOf(item.rhythm, today);
  for (let back = 0; back < MOST_OWED; back += 1) {
    period = periodOf(item.rhythm, textOf(numberOf(period.first) - 1));
    if (period.first < item.holdsFrom) break;
    if (published.has(period.code)) continue;
    const dueOn = dueOf(item, period, calendar);
    owed.push({ period: period.code, dueOn, isOverdue: today > dueOn });
  }
  return owed;
}
