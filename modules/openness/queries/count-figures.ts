import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import { outcomes, type Count, type Figures, type OutcomeName } from '../contract/open-data.ts';
import type { Period } from '../rules/read-period.ts';

type Row = Record<string, number> & { area: string; medianDays: number | null };

/** Counts of one condition: all, and those that are published. */
const count = (name: string, when: ReturnType<typeof sql>) =>
  sql`count(*) filter (where ${when})::int as ${sql.id(name)},
    count(*) filter (where ${when} and c.published)::int as ${sql.id(`${name}Shown`)}`;

const counts = [
  count('received', sql`true`),
  count('open', sql`c.outcome is null`),
  count('waiting', sql`c.outcome is not null and c.stage <> 'final'`),
  ...outcomes.map((outcome) => count(outcome, sql`c.stage = 'final' and c.outcome = ${outcome}`)),
  ...[1, 2, 3, 4, 5].map((mark) => sql`count(*) filter (where c.rating = ${mark})::int as ${sql.id(`mark${mark}`)}`),
];

/** Answered by an office: not taken back, and not begun again since. Earlier records have no clock and are never late. */
const told = sql`m.answered_at is not null and m.outcome not in ('withdrawn', 'duplicate')`;

/**
 * Counts the figures of an area (社区数字) over the requests raised in a period, all of them, also those whose reporter
 * did not want them public. The work must be in the scope of the area.
 *
 * @param by how the rows are put together: the whole area, or each community in it
 * @returns figures by the code of the area; an area without requests is missing
 */
export async function countFigures(
  work: Work,
  { begins, ends }: Pick<Period, 'begins' | 'ends'>,
  by: 'whole' | 'community' = 'whole',
): Promise<Map<string, Figures>> {
  const area = by === 'whole' ? sql`''` : sql`coalesce(c.community_code, '')`;
  const { rows } = await sql<Row>`
    select ${area} as area, ${sql.join(counts)},
      count(*) filter (where c.told and c.in_time)::int as "inTime",
      count(*) filter (where c.told and not c.in_time)::int as late,
      percentile_cont(0.5) within group (order by extract(epoch from c.answered_at - c.opened_at) / 86400)
        filter (where c.told) as "medianDays"
    from (
      select m.community_code, m.outcome, m.stage, m.opened_at, m.answered_at, p.matter_id is not null as published,
        ${told} as told,
        case when ${told} then coalesce((
          select k.missed_at is null and (k.due_at is null or k.ended_at <= k.due_at) from matters.clocks k
          where k.district_id = m.district_id and k.matter_id = m.id and k.clock = 'total' and k.ending = 'met'
          order by k.run desc limit 1), true) end as in_time,
        case when ${told} then (
          select (t.content->'input'->>'rating')::int from matters.timeline t
          where t.district_id = m.district_id and t.matter_id = m.id and t.content->'input' ? 'rating'
          order by t.seq desc limit 1) end as rating
      from matters.matters m
      join requests.requests r on r.district_id = m.district_id and r.matter_id = m.id
      left join requests.publications p on p.district_id = m.district_id and p.matter_id = m.id
      where m.district_id = ${work.districtId} and m.opened_at >= ${begins} and m.opened_at < ${ends}
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
