import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import { decideMisses, decideStep } from '../rules/decide.ts';
import { procedureOf } from '../rules/engine.ts';
import { advanceProgress, type Ground, type Progress } from '../rules/progress.ts';
import { groundOf } from '../store/ground-store.ts';
import { loadMatterForChange } from '../store/matter-store.ts';
import { saveSteps } from '../store/save-progress.ts';
import { announceRecorded } from './recorded.ts';

/** Matters with a clock that ran out unnoted, the longest overdue first. */
export async function listMattersWithMisses(work: Work, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select matter_id as id from matters.clocks
    where district_id = ${work.districtId} and ended_at is null and missed_at is null and due_at < ${work.now}
    group by matter_id order by min(due_at) limit ${limit}
  `.execute(work.db);
  return rows.map((row) => row.id);
}

/**
 * Notes the limits of one matter that ran out (超时) and takes the steps that follow from them by themselves.
 * Two timers at once: the second finds nothing left to note.
 *
 * @returns how many entries were written
 */
export async function fireClocksOf(work: Work, matterId: string): Promise<number> {
  const loaded = await loadMatterForChange(work, matterId);
  if (!loaded) return 0;
  const procedure = procedureOf(loaded.matter);
  const ground = await groundOf(work, procedure);
  const progress = passMisses(ground, { matter: loaded.matter, head: loaded.head, entries: [] }, work.now);
  if (progress.entries.length === 0) return 0;
  await saveSteps(work, loaded.matter, { procedure, progress, commands: [] });
  await announceRecorded(work, {
    procedure,
    before: loaded.matter,
    after: progress.matter,
    face: loaded.face,
    entries: progress.entries,
  });
  return progress.entries.length;
}

/** Carries a matter over every limit that has run out at `now`: the miss is noted, and the timer's step is taken. */
export function passMisses(ground: Ground, from: Progress, now: Date): Progress {
  let progress = from;
  for (let miss = decideMisses(progress.matter, now)[0]; miss; miss = decideMisses(progress.matter, now)[0]) {
    const take = ground.procedure.clocks[miss.clock]?.whenMissed.take;
    progress = advanceProgress(ground, progress, miss);
    if (!take) continue;
    const command = { step: take, input: {}, by: { kind: 'timer' }, targets: {} } as const;
    const decision = decideStep(ground.procedure, progress.matter, command, now, ground.calendar);
    if (decision.ok) progress = advanceProgress(ground, progress, decision.value);
  }
  return progress;
}
