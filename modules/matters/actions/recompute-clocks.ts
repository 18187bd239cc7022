import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import { printCalendar } from '../rules/calendar-print.ts';
import { yearOf } from '../rules/calendar.ts';
import { procedureOf } from '../rules/engine.ts';
import { decideMoves, settleProvisional } from '../rules/move-dues.ts';
import { advanceProgress, type Progress } from '../rules/progress.ts';
import { addMoved, loadCalendar, saveCountedBy } from '../store/calendar-store.ts';
import { calendarOf, groundOf } from '../store/ground-store.ts';
import { loadMatterForChange } from '../store/matter-store.ts';
import { saveSteps } from '../store/save-progress.ts';
import { announceRecorded } from './recorded.ts';

export type Recount = {
  /** The mark of the calendar that now holds; note it with `noteRecounted` when all of them are done. */
  readonly print: string;
  readonly matterIds: readonly string[];
};

/**
 * Finds the matters whose limits have to be counted anew (待重算的事项), because the calendar is no longer the one by which
 * they were counted: a year was announced, also by a newer version of the program, or the district changed a day or its
 * hours. Undefined when nothing changed, which takes a few milliseconds to find out.
 */
export async function findRecount(work: Work): Promise<Recount | undefined> {
  const calendar = await calendarOf(work);
  const print = printCalendar(calendar, yearOf(calendar.dayOf(work.now)));
  if ((await loadCalendar(work))?.countedBy === print) return undefined;
  const { rows } = await sql<{ id: string }>`
    select id from matters.matters where district_id = ${work.districtId} and stage <> 'final' order by next_due_at, id
  `.execute(work.db);
  return { print, matterIds: rows.map(({ id }) => id) };
}

/**
 * Counts the running limits of one matter anew from their intervals (期限重算) and writes each that moved on the timeline. A
 * provisional limit that becomes firm at the same instant is noted with the clock alone, because nothing moved.
 *
 * @returns how many limits moved
 */
export async function recomputeClocksOf(work: Work, matterId: string): Promise<number> {
  const loaded = await loadMatterForChange(work, matterId);
  if (!loaded) return 0;
  const procedure = procedureOf(loaded.matter);
  const ground = await groundOf(work, procedure);
  let progress: Progress = { matter: loaded.matter, head: loaded.head, entries: [] };
  for (const move of decideMoves(procedure, loaded.matter, work.now, ground.calendar))
    progress = advanceProgress(ground, progress, move);
  const matter = settleProvisional(procedure, progress.matter, ground.calendar);
  if (matter === loaded.matter) return 0;
  progress = { ...progress, matter };
  await saveSteps(work, loaded.matter, { procedure, progress, commands: [] });
  const { entries } = progress;
  if (entries.length === 0) return 0;
  await addMoved(work, entries.length);
  await announceRecorded(work, { procedure, before: loaded.matter, after: matter, face: loaded.face, entries });
  return entries.length;
}

/** Notes that all running limits have been counted by this calendar. */
export const noteRecounted = (work: Work, { print }: Recount): Promise<void> => saveCountedBy(work, print);

/**
 * Counts all running limits of the district anew (全区期限重算), in the caller's transaction; does nothing when the calendar
 * has not changed since the last time.
 *
 * @returns how many limits moved
 */
export async function recomputeClocks(work: Work): Promise<number> {
  const recount = await findRecount(work);
  if (!recount) return 0;
  let moved = 0;
  for (const matterId of recount.matterIds) moved += await recomputeClocksOf(work, matterId);
  await noteRecounted(work, recount);
  return moved;
}
