import { sql, type RawBuilder } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import type { Measure } from '../contract/measure.ts';
import { OPEN_MEASURES, type DaySum } from '../rules/sum-days.ts';
import { areaDays, areaDaysByPart, areSummed, isSummed, kindDays } from '../store/area-day-store.ts';
import { partDigits, tallyWhere, type Reach } from './read-reach.ts';

type Days = { readonly from: string; readonly until: string };

/** Of a grid and of a body what happened is little, and there are no sums of them. */
const hasSums = ({ codes, bodyId }: Reach): boolean => bodyId === null && areSummed(codes);

/** Counts what happened in a reach by day (每日汇总), from the roll-up. */
export async function countDays(work: Work, reach: Reach, { from, until }: Days): Promise<DaySum[]> {
  const sums = hasSums(reach)
    ? areaDays(work, reach.codes, { from, until })
    : sql`select * from insight.days t
        where t.district_id = ${work.districtId} and t.on_day >= ${from}::date and t.on_day <= ${until}::date and ${tallyWhere(reach)}`;
  const { rows } = await sql<DaySum>`
    select t.on_day::text as day, '' as part, t.measure, t.detail, sum(t.n)::int as n from (${sums}) t
    group by 1, 3, 4 having sum(t.n) <> 0
  `.execute(work.db);
  return rows;
}

/** The same of a whole stretch, by part of the area; of some measures only, where others would be many. */
export async function countDaysByPart(
  work: Work,
  reach: Reach,
  { from, until }: Days,
  of?: readonly Measure[],
): Promise<DaySum[]> {
  const digits = partDigits[reach.view.tier];
  const isAsked = of ? sql`t.measure = any (${[...of]}::text[])` : sql`true`;
  if (hasSums(reach) && isSummed(digits)) return countSummedParts(work, reach, { from, until }, isAsked);
  const { rows } = await sql<DaySum>`
    select ${until} as day, left(t.area_code, ${digits}) as part, t.measure, t.detail, sum(t.n)::int as n
    from insight.days t
    where t.district_id = ${work.districtId} and t.on_day >= ${from}::date and t.on_day <= ${until}::date and ${tallyWhere(reach)}
      and ${isAsked}
    group by 2, 3, 4 having sum(t.n) <> 0
  `.execute(work.db);
  return rows;
}

/** What lies in no part is what is left of the area itself. */
async function countSummedParts(
  work: Work,
  { codes, view }: Reach,
  { from, until }: Days,
  isAsked: RawBuilder<unknown>,
): Promise<DaySum[]> {
  const { rows } = await sql<DaySum>`
    select ${until} as day, t.part, t.measure, t.detail, sum(t.n)::int as n
    from (${areaDaysByPart(work, codes, partDigits[view.tier], { from, until })}) t
    where ${isAsked} group by 2, 3, 4
  `.execute(work.db);
  const parts = rows.filter(({ part }) => !codes.includes(part));
  const keyOf = ({ measure, detail }: DaySum, area: string) => `${area} ${measure} ${detail}`;
  const inParts = new Map<string, number>();
  for (const one of parts) {
    const key = keyOf(one, codes.find((code) => one.part.startsWith(code)) ?? '');
    inParts.set(key, (inParts.get(key) ?? 0) + one.n);
  }
  const own = rows
    .filter(({ part }) => codes.includes(part))
    .map((one) => ({ ...one, n: one.n - (inParts.get(keyOf(one, one.part)) ?? 0) }));
  return [...own, ...parts].filter(({ n }) => n !== 0);
}

/** Counts how many stood open at the end of a day, from all the days of the roll-up until then. */
export async function countOpenAt(work: Work, reach: Reach, until: string): Promise<DaySum[]> {
  return countDaysByPart(work, reach, { from: '1900-01-01', until }, OPEN_MEASURES);
}

export type KindSum = {
  readonly subject: string;
  readonly now: number;
  readonly before: number;
  readonly reopened: number;
};

/** Counts residents' requests of a stretch by kind, beside the stretch before it; those of no kind come last. */
export async function countKinds(
  work: Work,
  reach: Reach,
  { from, until, beforeFrom }: Days & { readonly beforeFrom: string },
): Promise<KindSum[]> {
  const opened = sql`t.measure = ${reach.bodyId === null ? 'in' : 'taken'}`;
  const days = { from: beforeFrom, until };
  const counted = hasSums(reach)
    ? kindDays(work, reach.codes, days)
    : sql`
        select t.on_day, t.measure, t.subject, 1 as n from insight.tallies t
        where t.district_id = ${work.districtId} and t.measure in (${reach.bodyId === null ? 'in' : 'taken'}, 'reopened')
          and t.on_day >= ${beforeFrom}::date and t.on_day <= ${until}::date and t.procedure_id = 'resident-request' and ${tallyWhere(reach)}`;
  const sum = (of: RawBuilder<unknown>) => sql`coalesce(sum(t.n) filter (where ${of}), 0)::int`;
  const { rows } = await sql<KindSum>`
    select t.subject, ${sum(sql`${opened} and t.on_day >= ${from}::date`)} as now,
      ${sum(sql`${opened} and t.on_day < ${from}::date`)} as before,
      ${sum(sql`t.measure = 'reopened' and t.on_day >= ${from}::date`)} as reopened
    from (${counted}) t
    group by 1 order by t.subject = '', 2 desc, 1
  `.execute(work.db);
  return rows.filter(({ now, before, reopened }) => now + before + reopened > 0);
}
