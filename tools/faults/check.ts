import pg from 'pg';
import { verifyData } from '../verify/verify-data.ts';
import { openDatabase } from '../../platform/db/database.ts';
import type { Acknowledged } from './writer.ts';

/** One thing that must hold afterwards, how much was looked at, and how much of it is wrong. */
export type Checked = { readonly what: string; readonly looked: number; readonly wrong: number };

/** Compares what the writers remember with the database, and the database with itself, as its owner. */
export async function checkAfterwards(
  url: string,
  acknowledged: readonly Acknowledged[],
  now: Date = new Date(),
): Promise<readonly Checked[]> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  const count = async (what: string, text: string, values: unknown[] = []): Promise<Checked> => {
    const { rows } = await owner.query<{ looked: string; wrong: string }>(text, values);
    return { what, looked: Number(rows[0]?.looked), wrong: Number(rows[0]?.wrong) };
  };
  try {
    return [
      await count(
        'acknowledged commands that are there once, on their matter, as their step',
        `select count(*) as looked, count(*) filter (where c.command_id is null or c.matter_id <> a.matter or c.step <> a.step) as wrong
         from unnest($1::uuid[], $2::uuid[], $3::text[]) a (command, matter, step)
         left join matters.commands c on c.command_id = a.command`,
        [
          acknowledged.map(({ commandId }) => commandId),
          acknowledged.map(({ matterId }) => matterId),
          acknowledged.map(({ step }) => step),
        ],
      ),
      await count(
        'commands with exactly one entry on the timeline',
        `select count(*) as looked, count(*) filter (where t.seq is null) as wrong from matters.commands c
         left join matters.timeline t on t.district_id = c.district_id and t.matter_id = c.matter_id and t.seq = c.seq`,
      ),
      await count(
        'matters whose entries are numbered without a gap up to the last one',
        `select count(*) as looked, count(*) filter (where m.seq <> t.n) as wrong from matters.matters m
         join lateral (select count(*) as n from matters.timeline t
           where t.district_id = m.district_id and t.matter_id = m.id) t on true`,
      ),
      await count(
        'open matters with a clock that runs, a first contact and a holder',
        `select count(*) as looked, count(*) filter (where m.holder_body_id is null or m.first_contact_account_id is null or not exists (
           select from matters.clocks c where c.district_id = m.district_id and c.matter_id = m.id and c.ended_at is null)) as wrong
         from matters.matters m where m.stage <> 'final'`,
      ),
      await count(
        'counts that equal their rows',
        `with rows as (
           select district_id, left(opened_in, 12) as area_code, procedure_id, state, coalesce(outcome, '') as outcome,
             coalesce(first_outcome, '') as first_outcome, reopenings, count(*) as n
           from matters.matters group by 1, 2, 3, 4, 5, 6, 7)
         select count(*) as looked, count(*) filter (where coalesce(c.n, 0) <> coalesce(r.n, 0)) as wrong
         from matters.counts c full join rows r using (district_id, area_code, procedure_id, state, outcome, first_outcome, reopenings)`,
      ),
      await count(
        'public forms that say what their matter says',
        `select count(*) as looked, count(*) filter (where p.state <> m.state) as wrong
         from requests.publications p join matters.matters m on m.district_id = p.district_id and m.id = p.matter_id`,
      ),
      await checkChains(url, now),
    ];
  } finally {
    await owner.end();
  }
}

async function checkChains(url: string, now: Date): Promise<Checked> {
  const db = openDatabase(url);
  try {
    let matters = 0;
    const { fits, lines } = await verifyData(db, now, { onProgress: (seen) => (matters = seen) });
    if (!fits) for (const line of lines) console.log(`  ✗ ${line}`);
    return { what: 'timelines and digests that verify', looked: matters, wrong: fits ? 0 : 1 };
  } finally {
    await db.destroy();
  }
}
