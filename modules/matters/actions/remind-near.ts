import type { Work } from '../../../platform/work.ts';
import { findProcedure, procedureOf } from '../rules/engine.ts';
import { computeNearFrom } from '../rules/near.ts';
import { calendarOf } from '../store/ground-store.ts';
import { loadMatterForChange } from '../store/matter-store.ts';
import { loadRunsToLookAt, saveLookAgain, saveReminded } from '../store/reminder-store.ts';
import { announceRecorded, type NearRun } from './recorded.ts';

/**
 * Finds the matters with a limit that is near (将到期) and of which nobody was reminded, and works out when to look again at
 * the others. A limit that moves, because it stood still, was made longer or the calendar changed, is worked out anew.
 */
export async function findMattersNear(work: Work, limit: number): Promise<string[]> {
  const calendar = await calendarOf(work);
  const near = new Set<string>();
  const looks = (await loadRunsToLookAt(work, limit)).flatMap((run) => {
    const clock = findProcedure(run)?.clocks[run.clock];
    if (!clock?.whenNear || run.dueAt <= work.now) return [{ ...run, lookAt: null }];
    const from = computeNearFrom(run, clock, calendar) ?? null;
    if (from === null || from > work.now) return [{ ...run, lookAt: from }];
    near.add(run.matterId);
    return [];
  });
  await saveLookAgain(work, looks);
  return [...near];
}

/**
 * Notes the limits of one matter that are near and has those concerned reminded (临期提醒), once for each run, in the caller's
 * transaction. It is no entry of the timeline, because nothing has happened to the matter (decision 0010).
 *
 * @returns how many limits were noted
 */
export async function remindNearOf(work: Work, matterId: string): Promise<number> {
  const loaded = await loadMatterForChange(work, matterId);
  if (!loaded) return 0;
  const { matter, face } = loaded;
  const procedure = procedureOf(matter);
  const calendar = await calendarOf(work);
  const near: NearRun[] = [];
  for (const run of matter.clocks) {
    const clock = procedure.clocks[run.clock];
    if (!clock?.whenNear || run.endedAt || !run.dueAt || run.dueAt <= work.now) continue;
    const from = computeNearFrom(run, clock, calendar);
    if (!from || from > work.now || !(await saveReminded(work, matterId, run.clock, run.run))) continue;
    near.push({ clock: run.clock, run: run.run, dueAt: run.dueAt });
  }
  if (near.length > 0)
    await announceRecorded(work, { procedure, before: matter, after: matter, face, entries: [], near });
  return near.length;
}
