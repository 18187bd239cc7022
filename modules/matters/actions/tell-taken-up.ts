import type { Work } from '../../../platform/work.ts';
import type { ByLine } from '../kit/events.ts';
import { procedureOf, stepsTellingTakenUp } from '../rules/engine.ts';
import { fieldsTold } from '../rules/fields-told.ts';
import { advanceProgress } from '../rules/progress.ts';
import { groundOf } from '../store/ground-store.ts';
import { loadUntold, loadUntoldOf } from '../store/taken-up-store.ts';
import { loadMatterForChange } from '../store/matter-store.ts';
import { saveSteps } from '../store/save-progress.ts';
import { loadTimeline } from '../store/timeline-store.ts';
import { announceRecorded } from './recorded.ts';

/** Finds matters that took up others and whose end those have not been told of (待写入列入的事项). */
export const findUntold = (work: Work, limit: number): Promise<string[]> =>
  loadUntold(work, stepsTellingTakenUp(), limit);

/**
 * Writes on the timeline of every matter that one took up what came of that one (根治结果写入), with what it said for everybody, once
 * each, in the caller's transaction. Two timers at once, or the same one again: nothing is written twice.
 *
 * @param mask takes names and numbers of persons out: others than those of that matter read it
 * @returns how many matters were told
 */
export async function tellTakenUp(work: Work, matterId: string, mask: (text: string) => string): Promise<number> {
  const from = await loadMatterForChange(work, matterId);
  if (!from) return 0;
  const { procedureId, procedureVersion: version, state, holder } = from.matter;
  const telling = stepsTellingTakenUp().find(
    (one) => one.procedureId === procedureId && one.version === version && one.state === state,
  );
  const { entries, words } = await loadTimeline(work, matterId);
  const last = entries.findLast(({ content }) => content.step === telling?.step);
  if (!telling || !last) return 0;
  const said = Object.keys(fieldsTold({ procedure: procedureId, version }));
  const told = words.filter(({ name, visible }) => visible === 'public' && said.includes(name));
  const input = Object.fromEntries(told.toSorted((a, b) => a.seq - b.seq).map(({ name, text }) => [name, mask(text)]));
  const untold = await loadUntoldOf(work, matterId);
  for (const otherId of untold) {
    const other = await loadMatterForChange(work, otherId);
    if (!other) throw new Error(`matter ${otherId} is out of the reach of the timer`);
    const ground = await groundOf(work, procedureOf(other.matter));
    const progress = advanceProgress(
      ground,
      { matter: other.matter, head: other.head, entries: [] },
      {
        kind: 'taskMoved',
        seq: other.matter.seq + 1,
        at: work.now < other.matter.lastAt ? other.matter.lastAt : work.now,
        by: last.content.by as ByLine,
        task: { matterId, number: from.face.number },
        procedure: procedureId,
        version,
        step: telling.step,
        to: state,
        bodyId: holder.bodyId,
        input,
      },
    );
    await saveSteps(work, other.matter, { procedure: ground.procedure, progress, commands: [] });
    await announceRecorded(work, {
      procedure: ground.procedure,
      before: other.matter,
      after: progress.matter,
      face: other.face,
      entries: progress.entries,
    });
  }
  return untold.length;
}
