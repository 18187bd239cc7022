import { sql } from 'kysely';
import { calendarOf, type WorkingCalendar } from '../../../modules/matters/index.ts';
import type { Work } from '../../../platform/work.ts';
import { appealSource } from './play-appeal.ts';

export type ClockCounts = { readonly met: number; readonly metLate: number; readonly open: number };
export type Figures = {
  readonly matters: number;
  readonly answered: number;
  readonly calendarDays: { readonly median: number; readonly p90: number };
  /** Whole working days used, as a clock in working days counts them. */
  readonly workingDays: { readonly median: number; readonly p90: number };
  /** From 0 to 1, of those answered. */
  readonly within: { readonly fiveWorkingDays: number; readonly fifteenWorkingDays: number };
  readonly handling: ClockCounts;
  readonly total: ClockCounts;
};

const dayMs = 86_400_000;

/** Measures all imported messages (导入统计) as they stand in the database, also those of earlier runs. */
export async function measureAppeals(work: Work): Promise<Figures> {
  const calendar = await calendarOf(work);
  const rows = await loadTimes(work);
  const answered = rows.flatMap(({ openedAt, answeredAt }) => (answeredAt ? [{ openedAt, answeredAt }] : []));
  const calendarDays = answered.map(({ openedAt, answeredAt }) => (answeredAt.getTime() - openedAt.getTime()) / dayMs);
  const workingDays = answered.map(({ openedAt, answeredAt }) => countWorkingDays(calendar, openedAt, answeredAt));
  const share = (limit: number) => workingDays.filter((used) => used < limit).length / (answered.length || 1);
  return {
    matters: rows.length,
    answered: answered.length,
    calendarDays: spread(calendarDays),
    workingDays: spread(workingDays),
    within: { fiveWorkingDays: share(5), fifteenWorkingDays: share(15) },
    handling: countClocks(rows.map(({ handling }) => handling)),
    total: countClocks(rows.map(({ total }) => total)),
  };
}

/**
 * Counts the whole working days (工作日) used between two instants: the day of the first is not counted, a working day is
 * used up when the office has closed on it. An answer is within a limit of n working days when fewer than n are used up.
 */
export function countWorkingDays(calendar: WorkingCalendar, from: Date, to: Date): number {
  let used = 0;
  const last = calendar.dayOf(to);
  for (let day = calendar.dayOf(from) + 1; day <= last; day += 1)
    if (calendar.isWorkingDay(day) && calendar.instantOf(day, calendar.closingMinuteOn(day)) < to) used += 1;
  return used;
}

const spread = (values: readonly number[]) => {
  const sorted = values.toSorted((a, b) => a - b);
  return { median: computePercentile(sorted, 0.5), p90: computePercentile(sorted, 0.9) };
};

/** The value below which a share lies, between its two neighbours in proportion; 0 of no values. */
export function computePercentile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)] ?? 0;
  const above = sorted[Math.ceil(at)] ?? 0;
  return below + (above - below) * (at - Math.floor(at));
}

type ClockEnd = 'met' | 'metLate' | 'open' | 'dropped' | null;
type Times = {
  readonly openedAt: Date;
  readonly answeredAt: Date | null;
  readonly handling: ClockEnd;
  readonly total: ClockEnd;
};

/** Clocks are looked up matter by matter: joined, and without statistics, they take minutes under row security. */
async function loadTimes(work: Work): Promise<Times[]> {
  const endOf = (clock: string) => sql<ClockEnd>`(
    select case when c.ending is null then 'open' when c.ending = 'dropped' then 'dropped'
      when c.missed_at is null then 'met' else 'metLate' end
    from matters.clocks c
    where c.district_id = ${work.districtId} and c.matter_id = m.id and c.clock = ${clock} and c.run = 1)`;
  const { rows } = await sql<Times>`
    select m.opened_at as "openedAt", m.answered_at as "answeredAt",
      ${endOf('handling')} as handling, ${endOf('total')} as total
    from requests.requests r
    join matters.matters m on m.district_id = r.district_id and m.id = r.matter_id
    where r.district_id = ${work.districtId} and r.import_source = ${appealSource}
  `.execute(work.db);
  return rows;
}

function countClocks(ends: readonly ClockEnd[]): ClockCounts {
  const count = (end: ClockEnd) => ends.filter((one) => one === end).length;
  return { met: count('met'), metLate: count('metLate'), open: count('open') };
}
