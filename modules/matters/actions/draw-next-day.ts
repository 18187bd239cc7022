import type { Work } from '../../../platform/work.ts';
import { spanOf } from '../rules/day-span.ts';
import { drawVisits } from '../rules/draw-visits.ts';
import { drawableProcedures, procedureOf } from '../rules/engine.ts';
import { advanceProgress } from '../rules/progress.ts';
import { calendarOf, groundOf } from '../store/ground-store.ts';
import { loadMatterForChange } from '../store/matter-store.ts';
import { saveSteps } from '../store/save-progress.ts';
import { DRAW_RULE, findDayToDraw, holdDrawing, loadSettledIn, saveDraw } from '../store/visit-store.ts';
import { announceRecorded } from './recorded.ts';

/**
 * Draws the return visits (回访抽样) of the next day that has a digest and no draw yet, from what was settled and is held by
 * that digest before any other, and writes on the timeline of each matter drawn that a visit is owed. What is written for a
 * day whose digest is made already is held by the next digest, and belongs to the next draw. The work needs the scope of
 * the whole district.
 *
 * @returns the day and how many were drawn; undefined when no day is left, or another server is drawing just now
 * @source decisions 0008, 0028
 */
export async function drawNextDay(work: Work): Promise<{ day: string; drawn: number } | undefined> {
  if (!(await holdDrawing(work))) return undefined;
  const next = await findDayToDraw(work);
  if (!next) return undefined;
  const { day, digest } = next;
  const span = spanOf(await calendarOf(work), day);
  const settled = await loadSettledIn(work, { ...span, rule: DRAW_RULE }, drawableProcedures());
  const drawn = new Set(drawVisits(digest, settled));
  const candidates = settled.map((one) => ({ ...one, drawn: drawn.has(one.number) }));
  await saveDraw(work, { day, digest, candidates });
  for (const { matterId } of candidates.filter((one) => one.drawn)) await tellDrawn(work, matterId, day);
  return { day, drawn: drawn.size };
}

/** A matter that was reopened meanwhile owes no visit: whoever asked has spoken. */
async function tellDrawn(work: Work, matterId: string, day: string): Promise<void> {
  const loaded = await loadMatterForChange(work, matterId);
  if (!loaded) throw new Error(`matter ${matterId} was drawn and is gone`);
  const { matter, head, face } = loaded;
  const procedure = procedureOf(matter);
  if (matter.state !== procedure.visits?.in) return;
  const at = work.now < matter.lastAt ? matter.lastAt : work.now;
  const event = { kind: 'drawnForVisit', seq: matter.seq + 1, at, day } as const;
  const progress = advanceProgress(await groundOf(work, procedure), { matter, head, entries: [] }, event);
  await saveSteps(work, matter, { procedure, progress, commands: [] });
  await announceRecorded(work, { procedure, before: matter, after: progress.matter, face, entries: progress.entries });
}
