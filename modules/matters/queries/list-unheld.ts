import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import { dateText } from '../rules/calendar.ts';
import { calendarOf } from '../store/ground-store.ts';

/** An open matter for which nobody answers, and why that is so. */
export type Unheld = {
  readonly matterId: string;
  readonly number: string;
  readonly holderBodyId: string;
  readonly why: 'noBody' | 'nobodyInPost' | 'noFirstContact' | 'noClock';
};

/**
 * Lists open matters that nobody holds (无人承办), which must give no row: the body that holds it is gone or has nobody in
 * post today, the post of its first contact is gone, or no limit runs for it. At most `limit` of them, the oldest first.
 */
export async function listUnheld(work: Work, limit = 100): Promise<Unheld[]> {
  const calendar = await calendarOf(work);
  const today = dateText(calendar.dayOf(work.now));
  const { rows } = await sql<Unheld>`
    select * from (
      select m.id as "matterId", m.number, m.holder_body_id as "holderBodyId", m.opened_at,
        case
          when not exists (select from bodies.bodies b where b.district_id = m.district_id and b.id = m.holder_body_id)
            then 'noBody'
          when not exists (
            select from bodies.posts p join bodies.appointments a on a.district_id = p.district_id and a.post_id = p.id
            where p.district_id = m.district_id and p.body_id = m.holder_body_id
              and a.from_on <= ${today}::date
              and (a.to_on is null or a.to_on >= ${today}::date)
              and (a.ended_at is null or a.ended_at > ${work.now}))
            then 'nobodyInPost'
          when not exists (select from bodies.posts p where p.district_id = m.district_id and p.id = m.first_contact_post_id)
            then 'noFirstContact'
          when not exists (
            select from matters.clocks c
            where c.district_id = m.district_id and c.matter_id = m.id and c.ended_at is null)
            then 'noClock'
        end as why
      from matters.matters m where m.district_id = ${work.districtId} and m.stage <> 'final') open_ones
    where why is not null order by opened_at limit ${limit}
  `.execute(work.db);
  return rows.map(({ matterId, number, holderBodyId, why }) => ({ matterId, number, holderBodyId, why }));
}
