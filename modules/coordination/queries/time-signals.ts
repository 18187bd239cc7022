import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import { urgentSignal } from '../procedures/urgent-signal.ts';
import { ofProcedures } from './of-procedures.ts';
import { sumSignals, type SignalMedians, type SignalTimes } from '../rules/signal-times.ts';

/** More than so many a district does not send in ninety days; the newest count. */
const MOST = 2000;

/**
 * How quickly urgent signals that were sent since an instant were seen, known and answered (第一时间), in the scope of the work; what was
 * taken back as a mistake does not count. The second and third instant are those of the limits, so that nobody reports them.
 */
export async function timeSignals(work: Work, since: Date): Promise<SignalMedians & { readonly sent: number }> {
  const { rows } = await sql<SignalTimes>`
    select t.content->'input'->>'seen' as seen, m.opened_at as "sentAt", min(c.ended_at) filter (where c.clock = 'taking') as "takenAt",
      min(c.ended_at) filter (where c.clock = 'answering') as "answeredAt"
    from (
      select district_id, id, opened_at from matters.matters
      where district_id = ${work.districtId} and ${ofProcedures(urgentSignal.id)} and outcome is distinct from 'withdrawn'
        and opened_at >= ${since} and last_at >= ${since}
      order by opened_at desc limit ${MOST}) m
    join matters.timeline t on t.district_id = m.district_id and t.matter_id = m.id and t.seq = 1
    left join matters.clocks c on c.district_id = m.district_id and c.matter_id = m.id and c.ending = 'met'
    group by m.id, m.opened_at, t.content
  `.execute(work.db);
  return { ...sumSignals(rows), sent: rows.length };
}
