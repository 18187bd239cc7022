import pg from 'pg';
import type { Checked } from './check.ts';

/** What must hold of times however a clock of the machine jumped (时间核对). */
export async function checkTimes(url: string): Promise<readonly Checked[]> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  const count = async (what: string, text: string): Promise<Checked> => {
    const { rows } = await owner.query<{ looked: string; wrong: string }>(text);
    return { what, looked: Number(rows[0]?.looked), wrong: Number(rows[0]?.wrong) };
  };
  try {
    return [
      await count(
        'entries that are not earlier than the one before them',
        `select count(*) as looked, count(*) filter (where at < before) as wrong
         from (select at, lag(at) over (partition by district_id, matter_id order by seq) as before from matters.timeline) t`,
      ),
      await count(
        'clocks that began with an entry of their matter, and end after they began',
        `select count(*) as looked, count(*) filter (where due_at <= started_at or not exists (
           select from matters.timeline t where t.district_id = c.district_id and t.matter_id = c.matter_id
             and t.at = c.started_at)) as wrong
         from matters.clocks c`,
      ),
      await count(
        'matters settled as solved that were drawn from once when the digest that holds them was drawn, else not yet',
        `with settled as (
           select t.district_id, t.matter_id, min(t.seq) as seq from matters.timeline t
           where t.kind = 'stepTaken' and t.content->>'to' = 'settled' and t.content->>'from' <> 'settled'
           group by 1, 2 having count(*) = 1)
         select count(*) as looked, count(*) filter (where n.is_drawn <> n.times) as wrong
         from settled s
         join matters.matters m on m.district_id = s.district_id and m.id = s.matter_id
           and m.outcome = 'solved' and m.state = 'settled' and m.reopenings = 0
         cross join lateral (
           select (select count(*) from matters.visit_candidates c where c.district_id = m.district_id and c.matter_id = m.id) as times,
             (select count(*) from matters.visit_draws d where d.district_id = m.district_id and d.day = (
               select min(l.day) from matters.digest_leaves l
               where l.district_id = m.district_id and l.matter_id = m.id and l.seq >= s.seq)) as is_drawn) n`,
      ),
      await count(
        'of what was settled once and drawn from, named late where it was settled on an earlier day than that of its draw, and only there',
        `with settled as (
           select t.district_id, t.matter_id, min(t.at) as at from matters.timeline t
           where t.kind = 'stepTaken' and t.content->>'to' = 'settled' and t.content->>'from' <> 'settled'
           group by 1, 2 having count(*) = 1)
         select count(*) filter (where c.late) as looked,
           count(*) filter (where c.late <> ((s.at at time zone d.time_zone)::date < c.day)) as wrong
         from matters.visit_candidates c
         join settled s on s.district_id = c.district_id and s.matter_id = c.matter_id
         join territory.districts d on d.district_id = c.district_id`,
      ),
      await count(
        'misses that were noted after the limit',
        `select count(*) as looked, count(*) filter (where missed_at < due_at) as wrong from matters.clocks where due_at is not null`,
      ),
    ];
  } finally {
    await owner.end();
  }
}
