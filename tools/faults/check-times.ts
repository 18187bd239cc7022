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
        'misses that were noted after the limit',
        `select count(*) as looked, count(*) filter (where missed_at < due_at) as wrong from matters.clocks where due_at is not null`,
      ),
    ];
  } finally {
    await owner.end();
  }
}
