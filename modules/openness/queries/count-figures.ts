import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import { outcomes, type Count, type Figures, type OutcomeName } from '../contract/open-data.ts';
import type { Period } from '../rules/read-period.ts';

type Row = Record<string, number> & { area: string; medianDays: number | null };

/** Counts of one condition: all, and those that are published. */
const count = (name: string, when: ReturnType<typeof sql>) =>
  sql`count(*) filter (where ${when})::int as ${sql.id(name)},
    count(*) filter (where ${when} and c.published)::int as ${sql.id(`${name}Shown`)}`;

/** Answered by an office: not taken back, not joined with another, and not begun again since. */
const told = sql`c.answered_at is not null and c.outcome not in ('withdrawn', 'duplicate', 'merged', 'joined')`;

const counts = [
  count('received', sql`true`),
  count('open', sql`c.outcome is null`),
  count('waiting', sql`c.outcome is not null and c.stage <> 'final'`),
  ...outcomes.map((outcome) => count(outcome, sql`c.stage = 'final' and c.outcome = ${outcome}`)),
  ...[1, 2, 3, 4, 5].map(
    // Also of what was begun again because of it: a bad mark does not wait for the next answer to be counted.
    (mark) => sql`count(*) filter (where c.rating = ${mark})::int as ${sql.id(`mark${mark}`)}`,
  ),
];

/**
 * Counts the figures of an area (社区数字) over the requests raised in a period, all of them, also those whose reporter
 * did not want them public.
 *
 * @param area code of a community, a sub-district or the district
 * @param by how the rows are put together: the whole area, or each community in it
 * @returns figures by the code of the area; an area without requests is missing
 */
export async function countFigures(
  work: Work,
  { area, period: { begins, ends } }: { readonly area: string; readonly period: Pick<Period, 'begins' | 'ends'> },
  by: 'whole' | 'community' = 'whole',
): Promise<Map<string, Figures>> {
  const group = by === 'whole' ? sql`''` : sql`coalesce(c.community_code, '')`;
  const { rows } = await sql<Row>`
    select ${group} as area, ${sql.join(counts)},
      count(*) filter (where ${told} and c.in_time)::int as "inTime",
      count(*) filter (where ${told} and not c.in_time)::int as late,
      percentile_cont(0.5) within group (order by extract(epoch from c.answered_at - c.opened_at) / 86400)
        filter (where ${told}) as "medianDays"
    from (
      select f.*, p.matter_id is not null as published
      from openness.facts f
      left join requests.publications p on p.district_id = f.district_id and p.matter_id = f.matter_id
      where f.district_id = ${work.districtId} and f.opened_at >= ${begins} and f.opened_at < ${ends} and ${within(area)}
    ) c
    group by 1 order by 1
  `.execute(work.db);
  return new Map(rows.map((row) => [row.area, asFigures(row)]));
}

export const noFigures: Figures = asFigures({} as Row);

function asFigures(row: Row): Figures {
  const of = (name: string): Count => ({ n: row[name] ?? 0, shown: row[`${name}Shown`] ?? 0 });
  const mark = (n: number): number => row[`mark${n}`] ?? 0;
  return {
    received: of('received'),
    open: of('open'),
    answered: of('waiting'),
    settled: Object.fromEntries(outcomes.map((outcome) => [outcome, of(outcome)])) as Record<OutcomeName, Count>,
    inTime: row['inTime'] ?? 0,
    late: row['late'] ?? 0,
    ratings: [mark(1), mark(2), mark(3), mark(4), mark(5)],
    medianDays: row.medianDays ?? null,
  };
}

/** An area in the columns that have an index. */
function within(area: string) {
  if (area.length <= 6) return sql`true`;
  return area.length <= 9 ? sql`f.subdistrict_code = ${area}` : sql`f.community_code = ${area}`;
}
