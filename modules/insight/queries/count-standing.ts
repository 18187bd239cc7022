import { sql, type RawBuilder } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import { calendarOf } from '../../matters/index.ts';
import { ageBands, type Standing } from '../contract/measure.ts';
import type { StandingGroup } from '../rules/sum-standing.ts';
import { matterWhere, partDigits, type Reach } from './read-reach.ts';

const isOpen = sql<boolean>`m.stage <> 'final'`;

/**
 * Which open matters a figure counts (在办口径), as a condition on `matters.matters m`; the same one counts them and lists them.
 * Over a limit and due today are what the queues of these names hold.
 */
export function standingWhere(of: Standing, now: Date, midnight: Date): RawBuilder<boolean> {
  switch (of) {
    case 'open':
      return isOpen;
    case 'overdue':
      return sql<boolean>`m.stage = 'open' and m.next_due_at < ${now}`;
    case 'dueToday':
      return sql<boolean>`m.stage = 'open' and m.next_due_at >= ${now} and m.next_due_at <= ${midnight}`;
    case 'onBooks':
      return sql<boolean>`m.stage = 'waiting' and m.outcome = 'keptOnBooks'`;
    case 'waiting':
      return sql<boolean>`m.stage = 'waiting' and m.outcome is distinct from 'keptOnBooks'`;
  }
}

/** The last instant of today on the clock of the district. */
export async function midnightOf(work: Work): Promise<Date> {
  const calendar = await calendarOf(work);
  return calendar.instantOf(calendar.dayOf(work.now), 24 * 60);
}

/** Of a whole district the database asks for the scope once, and not for each row. */
const openIn = ({ districtId }: Work, reach: Reach): RawBuilder<unknown> =>
  reach.view.tier === 'district'
    ? sql`matters.open_of_district(${districtId}::int)`
    : sql`(select * from matters.matters m where m.district_id = ${districtId} and ${isOpen} and ${matterWhere(reach)})`;

/**
 * Counts what stands open in a reach (在办), from the rows of the open matters themselves: one group for each part, holder, state
 * and age. It costs as much as is open, however long the record is.
 */
export async function countStanding(work: Work, reach: Reach): Promise<StandingGroup[]> {
  const midnight = await midnightOf(work);
  const is = (of: Standing) => standingWhere(of, work.now, midnight);
  const digits = partDigits[reach.view.tier];
  const ages = sql`${[...ageBands]}::int[]`;
  const age = sql`floor(extract(epoch from ${work.now}::timestamptz - m.opened_at) / 86400)::int`;
  const band = sql`coalesce((${ages})[nullif(width_bucket(${age}, ${ages}), 0)], 0)`;
  const count = (of: Standing) => sql`count(*) filter (where ${is(of)})::int`;
  const { rows } = await sql<StandingGroup>`
    select left(m.area_code, ${digits}) as part, m.holder_body_id as "holderId", m.procedure_id as procedure,
      m.procedure_version as version, m.state, ${band} as "fromDays", count(*)::int as open,
      ${count('overdue')} as overdue, ${count('dueToday')} as "dueToday", ${count('waiting')} as waiting,
      ${count('onBooks')} as "onBooks", min(m.next_due_at) filter (where ${is('overdue')}) as "oldestDueAt"
    from ${openIn(work, reach)} m
    group by 1, 2, 3, 4, 5, 6
  `.execute(work.db);
  return rows;
}
