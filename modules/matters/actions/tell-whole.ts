import type { Work } from '../../../platform/work.ts';
import type { Procedure } from '../kit/define-procedure.ts';
import type { ByLine } from '../kit/events.ts';
import type { Matter } from '../kit/matter.ts';
import { procedureOf } from '../rules/engine.ts';
import { advanceProgress, type Progress } from '../rules/progress.ts';
import type { SealedEntry } from '../rules/seal-entry.ts';
import { stageMoves } from '../rules/task-moves.ts';
import { groundOf } from '../store/ground-store.ts';
import { findTaskOf } from '../store/link-store.ts';
import type { MatterFace } from '../store/matter-row.ts';
import { loadMatterForChange } from '../store/matter-store.ts';
import { saveSteps } from '../store/save-progress.ts';

/** What was recorded of a task, as far as its giver has to hear of it. */
export type RecordedTask = {
  readonly procedure: Procedure;
  readonly before: Matter | null;
  readonly after: Matter;
  readonly face: MatterFace;
  readonly entries: readonly SealedEntry[];
};

/** With what the task ended, or had ended before it began again. */
function outcomeOf({ procedure, before, after }: RecordedTask, from: string, to: string) {
  const { ends, begins } = stageMoves(procedure, from, to);
  const outcome = ends ? after.conclusion : begins ? before?.conclusion : undefined;
  return outcome ? { outcome } : {};
}

/**
 * Writes every step of a task (交办事项) on the timeline of the matter that gave it, in the same transaction, so that whoever
 * reads that one sees who answered, who came and what came of it.
 *
 * @returns what was recorded of the giver; undefined when nothing was
 */
export async function tellWhole(work: Work, recorded: RecordedTask): Promise<RecordedTask | undefined> {
  const { procedure, after, face } = recorded;
  const steps = recorded.entries.filter(({ kind }) => kind === 'stepTaken');
  if (!procedure.task || steps.length === 0) return undefined;
  const wholeId = await findTaskOf(work, after.id);
  const whole = wholeId === undefined ? undefined : await loadMatterForChange(work, wholeId);
  if (!whole) throw new Error(`task ${after.id} belongs to no matter that its body may read`);
  const ground = await groundOf(work, procedureOf(whole.matter));
  let progress: Progress = { matter: whole.matter, head: whole.head, entries: [] };
  for (const { content, at } of steps) {
    const to = String(content['to']);
    progress = advanceProgress(ground, progress, {
      kind: 'taskMoved',
      seq: progress.matter.seq + 1,
      at: at < progress.matter.lastAt ? progress.matter.lastAt : at,
      by: content['by'] as ByLine,
      task: { matterId: after.id, number: face.number },
      procedure: procedure.id,
      version: procedure.version,
      step: String(content['step']),
      to,
      bodyId: after.holder.bodyId,
      ...stageMoves(procedure, String(content['from']), to),
      ...outcomeOf(recorded, String(content['from']), to),
    });
  }
  await saveSteps(work, whole.matter, { procedure: ground.procedure, progress, commands: [] });
  return {
    procedure: ground.procedure,
    before: whole.matter,
    after: progress.matter,
    face: whole.face,
    entries: progress.entries,
  };
}
