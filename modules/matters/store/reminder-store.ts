import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';

/** A running limit that has to be looked at, and the procedure that says who is reminded. */
export type RunToLookAt = {
  readonly matterId: string;
  readonly procedureId: string;
  readonly procedureVersion: number;
  readonly clock: string;
  readonly run: number;
  readonly startedAt: Date;
  readonly dueAt: Date;
};

/** Running limits of which it is not known, or now time to know again, whether they are near. */
export async function loadRunsToLookAt(work: Work, limit: number): Promise<RunToLookAt[]> {
  const { rows } = await sql<RunToLookAt>`
    select c.matter_id as "matterId", m.procedure_id as "procedureId", m.procedure_version as "procedureVersion",
      c.clock, c.run, c.started_at as "startedAt", c.due_at as "dueAt"
    from matters.clocks c
    join matters.matters m on m.district_id = c.district_id and m.id = c.matter_id
    where c.district_id = ${work.districtId} and c.ended_at is null and c.near_at is null and c.due_at is not null
      and (c.near_look_at is null or c.near_look_at <= ${work.now})
    order by c.near_look_at nulls first limit ${limit}
  `.execute(work.db);
  return rows;
}

/** When to look again at each of these limits; null: nobody is reminded of it. A limit that moved meanwhile is left alone. */
export async function saveLookAgain(
  work: Work,
  looks: readonly (Pick<RunToLookAt, 'matterId' | 'clock' | 'run' | 'dueAt'> & { readonly lookAt: Date | null })[],
): Promise<void> {
  if (looks.length === 0) return;
  await sql`
    update matters.clocks c set near_look_at = coalesce(r."lookAt", 'infinity')
    from jsonb_to_recordset(${JSON.stringify(looks)}::jsonb)
      as r ("matterId" uuid, clock text, run int, "dueAt" timestamptz, "lookAt" timestamptz)
    where c.district_id = ${work.districtId} and c.matter_id = r."matterId" and c.clock = r.clock and c.run = r.run
      and c.due_at = r."dueAt"
  `.execute(work.db);
}

/** Notes that those concerned were reminded; false when somebody else noted it before. */
export async function saveReminded(work: Work, matterId: string, clock: string, run: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update matters.clocks set near_at = ${work.now}
    where district_id = ${work.districtId} and matter_id = ${matterId}::uuid and clock = ${clock} and run = ${run}
      and near_at is null and ended_at is null
  `.execute(work.db);
  return numAffectedRows === 1n;
}

/** Runs that were missed, still run and turned into nothing yet, the oldest miss first. */
export async function loadMissedRuns(
  work: Work,
  limit: number,
): Promise<Pick<RunToLookAt, 'matterId' | 'procedureId' | 'procedureVersion' | 'clock'>[]> {
  const { rows } = await sql<RunToLookAt>`
    select c.matter_id as "matterId", m.procedure_id as "procedureId", m.procedure_version as "procedureVersion", c.clock
    from matters.clocks c
    join matters.matters m on m.district_id = c.district_id and m.id = c.matter_id
    where c.district_id = ${work.districtId} and c.ended_at is null and c.missed_at is not null and c.turned_into is null
    order by c.missed_at limit ${limit}
  `.execute(work.db);
  return rows;
}

/** Which runs of a matter turned into another one already, as `clock run`. */
export async function loadTurnedRuns(work: Work, matterId: string): Promise<Set<string>> {
  const { rows } = await sql<{ run: string }>`
    select clock || ' ' || run as run from matters.clocks
    where district_id = ${work.districtId} and matter_id = ${matterId}::uuid and turned_into is not null
  `.execute(work.db);
  return new Set(rows.map(({ run }) => run));
}

export async function saveTurnedInto(
  work: Work,
  { matterId, clock, run, into }: { matterId: string; clock: string; run: number; into: string },
): Promise<void> {
  await sql`
    update matters.clocks set turned_into = ${into}::uuid
    where district_id = ${work.districtId} and matter_id = ${matterId}::uuid and clock = ${clock} and run = ${run}
  `.execute(work.db);
}
