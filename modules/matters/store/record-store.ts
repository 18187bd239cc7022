import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import type { ClockRun } from '../kit/matter.ts';
import type { SealedEntry } from '../rules/seal-entry.ts';

export type CommandNote = { readonly commandId: string; readonly step: string; readonly seq: number };

/** One state in which matters are counted. */
export type CountKey = {
  readonly state: string;
  readonly outcome: string;
  readonly firstOutcome: string;
  readonly reopenings: number;
};

export type RecordOfSteps = {
  readonly matterId: string;
  readonly entries: readonly SealedEntry[];
  readonly clocks: readonly ClockRun[];
  readonly commands: readonly CommandNote[];
  readonly counts: {
    readonly areaCode: string;
    readonly procedureId: string;
    readonly changes: readonly (CountKey & { n: number })[];
  };
};

/**
 * Writes what follows from steps in one statement: timeline, words, clocks, commands and counts, so that none of them
 * can stand without the others.
 */
export async function saveRecord(work: Work, record: RecordOfSteps): Promise<void> {
  const { districtId } = work;
  const { matterId, entries, clocks, commands, counts } = record;
  const timeline = entries.map((entry) => ({
    seq: entry.seq,
    at: entry.at,
    kind: entry.kind,
    content: entry.content,
    prev: entry.prevHash.toString('base64'),
    hash: entry.hash.toString('base64'),
  }));
  const words = entries.flatMap((entry) =>
    entry.words.map((w) => ({
      seq: entry.seq,
      name: w.name,
      visible: w.visible,
      text: w.text,
      salt: w.salt.toString('base64'),
    })),
  );
  await sql`
    with given as (select ${districtId}::int as district, ${matterId}::uuid as matter),
    entries as (
      insert into matters.timeline (district_id, matter_id, seq, at, kind, content, prev_hash, hash)
      select g.district, g.matter, r.seq, r.at, r.kind, r.content, decode(r.prev, 'base64'), decode(r.hash, 'base64')
      from given g, jsonb_to_recordset(${JSON.stringify(timeline)}::jsonb)
        as r (seq int, at timestamptz, kind text, content jsonb, prev text, hash text)),
    said as (
      insert into matters.words (district_id, matter_id, seq, name, visible, text, salt)
      select g.district, g.matter, r.seq, r.name, r.visible, r.text, decode(r.salt, 'base64')
      from given g, jsonb_to_recordset(${JSON.stringify(words)}::jsonb)
        as r (seq int, name text, visible text, text text, salt text)),
    timed as (
      insert into matters.clocks
        (district_id, matter_id, clock, run, started_at, due_on, due_at, provisional, pauses, extensions, ended_at, ending, missed_at, set_amount)
      select g.district, g.matter, r.clock, r.run, r."startedAt", r."dueOn", r."dueAt", r.provisional, r.pauses, r.extensions, r."endedAt", r.ending, r."missedAt", r."setAmount"
      from given g, jsonb_to_recordset(${JSON.stringify(clocks)}::jsonb)
        as r (clock text, run int, "startedAt" timestamptz, "dueOn" date, "dueAt" timestamptz, provisional boolean, pauses jsonb, extensions jsonb,
              "endedAt" timestamptz, ending text, "missedAt" timestamptz, "setAmount" int)
      on conflict (district_id, matter_id, clock, run) do update set
        due_at = excluded.due_at, provisional = excluded.provisional, pauses = excluded.pauses,
        extensions = excluded.extensions,
        ended_at = excluded.ended_at, ending = excluded.ending, missed_at = excluded.missed_at,
        near_look_at = case when matters.clocks.due_at is distinct from excluded.due_at then null
                       else matters.clocks.near_look_at end),
    done as (
      insert into matters.commands (district_id, command_id, matter_id, step, seq, at)
      select g.district, r."commandId", g.matter, r.step, r.seq, ${work.now}::timestamptz
      from given g, jsonb_to_recordset(${JSON.stringify(commands)}::jsonb) as r ("commandId" uuid, step text, seq int))
    insert into matters.counts (district_id, area_code, procedure_id, state, outcome, first_outcome, reopenings, n)
    select g.district, ${counts.areaCode}, ${counts.procedureId}, r.state, r.outcome, r."firstOutcome", r.reopenings, r.n
    from given g, jsonb_to_recordset(${JSON.stringify(counts.changes)}::jsonb)
      as r (state text, outcome text, "firstOutcome" text, reopenings int, n int)
    on conflict (district_id, area_code, procedure_id, state, outcome, first_outcome, reopenings) do update set n = matters.counts.n + excluded.n
  `.execute(work.db);
}

/** The command that was carried out under this id, if there was one. */
export async function findCommand(
  work: Work,
  commandId: string,
): Promise<{ matterId: string; step: string; seq: number } | undefined> {
  const row = await work.db
    .selectFrom('matters.commands')
    .select(['matter_id as matterId', 'step', 'seq'])
    .where('district_id', '=', work.districtId)
    .where('command_id', '=', commandId)
    .executeTakeFirst();
  return row;
}

/** Makes two senders of the same command follow each other, before either has written anything. */
export async function queueByCommand(work: Work, commandId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${work.districtId}:${commandId}`}, 0))`.execute(work.db);
}

/** The next running number of a month. */
export async function takeNumber(work: Work, month: string): Promise<number> {
  const row = await work.db
    .insertInto('matters.numbers')
    .values({ district_id: work.districtId, month, last: 1 })
    .onConflict((c) => c.columns(['district_id', 'month']).doUpdateSet({ last: sql<number>`matters.numbers.last + 1` }))
    .returning('last')
    .executeTakeFirstOrThrow();
  return row.last;
}
