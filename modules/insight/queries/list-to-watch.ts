import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import type { ReportContent } from '../contract/report.ts';
import { matterWhere, tallyWhere, type Reach } from './read-reach.ts';
import { nameAreas, nameBodies } from './say-names.ts';

const SHOWN = 20;
type Why = ReportContent['matters'][number]['why'];
type Row = { id: string; number: string; at: Date; holderId: string; areaCode: string | null; n: number };
type Days = { readonly from: string; readonly until: string };

const face = sql`m.id, m.number, m.holder_body_id as "holderId", coalesce(m.community_code, m.subdistrict_code) as "areaCode"`;

/**
 * Lists the matters behind a report (需要盯办的事项): those that stood over a limit when its days ended, were opened again in them,
 * or got a mark of 1 or 2. Ids and numbers only; their words are read when the report is opened.
 */
export async function listToWatch(
  work: Work,
  reach: Reach,
  days: Days,
): Promise<Pick<ReportContent, 'matters' | 'mattersInAll'>> {
  const found: Record<Why, Row[]> = {
    overdue: await overdueAt(work, reach, days.until),
    reopened: await tallied(work, reach, days, sql`t.measure = 'reopened'`),
    badMark: await tallied(work, reach, days, sql`t.measure = 'rated' and t.detail in ('1', '2')`),
  };
  const all = Object.entries(found).flatMap(([why, rows]) => rows.map((row) => ({ why: why as Why, ...row })));
  const bodies = await nameBodies(
    work,
    all.map(({ holderId }) => holderId),
  );
  const areas = await nameAreas(
    work,
    all.flatMap(({ areaCode }) => areaCode ?? []),
  );
  const none = { zh: '', en: '' };
  return {
    matters: all.map(({ id, number, why, at, holderId, areaCode }) => ({
      id,
      number,
      why,
      at: at.toISOString(),
      holder: bodies.get(holderId) ?? none,
      area: (areaCode === null ? undefined : areas.get(areaCode)) ?? null,
    })),
    mattersInAll: {
      overdue: found.overdue[0]?.n ?? 0,
      reopened: found.reopened[0]?.n ?? 0,
      badMark: found.badMark[0]?.n ?? 0,
    },
  };
}

/** Those with a limit that had run out by the end and was not met by then. */
async function overdueAt(work: Work, reach: Reach, until: string): Promise<Row[]> {
  const ends = sql`((${until}::date + 1)::timestamp at time zone (
    select d.time_zone from territory.districts d where d.district_id = ${work.districtId}))`;
  // Two stretches of one index, which "or" would not use.
  const missed = sql`select district_id, matter_id, missed_at, due_at from matters.clocks
    where district_id = ${work.districtId} and missed_at is not null`;
  const { rows } = await sql<Row>`
    select x.*, count(*) over ()::int as n from (
      select ${face}, min(c.due_at) as at from (${missed} and ended_at is null union all ${missed} and ended_at >= ${ends}) c
      join matters.matters m on m.district_id = c.district_id and m.id = c.matter_id
      where c.missed_at < ${ends} and ${matterWhere(reach)}
      group by m.district_id, m.id) x
    order by x.at, x.id limit ${SHOWN}
  `.execute(work.db);
  return rows;
}

/** Each matter once, with the last time it happened. */
async function tallied(work: Work, reach: Reach, { from, until }: Days, is: ReturnType<typeof sql>): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select x.*, count(*) over ()::int as n from (
      select ${face}, max(t.at) as at from insight.tallies t
      join matters.matters m on m.district_id = t.district_id and m.id = t.matter_id
      where t.district_id = ${work.districtId} and t.on_day >= ${from}::date and t.on_day <= ${until}::date and ${is}
        and ${tallyWhere(reach)}
      group by m.district_id, m.id) x
    order by x.at desc, x.id limit ${SHOWN}
  `.execute(work.db);
  return rows;
}
