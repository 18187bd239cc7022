import type { Work } from '../../../platform/work.ts';
import type { StepTaken } from '../kit/events.ts';
import { procedureOf } from '../rules/engine.ts';
import { advanceProgress } from '../rules/progress.ts';
import { groundOf } from '../store/ground-store.ts';
import { insertLink } from '../store/link-store.ts';
import type { LoadedMatter } from '../store/matter-row.ts';
import { loadMatterForChange } from '../store/matter-store.ts';
import { saveSteps } from '../store/save-progress.ts';
import { announceRecorded } from './recorded.ts';

/**
 * Writes a link (关联) on the timeline of the other matter too, in the caller's transaction; the step that made it stands
 * on the one of its own.
 */
export async function writeLink(work: Work, from: LoadedMatter, event: StepTaken): Promise<void> {
  const { link } = event;
  if (!link) return;
  const other = await loadMatterForChange(work, link.to.matterId);
  if (!other) throw new Error(`matter ${link.to.matterId} was in scope a moment ago`);
  const procedure = procedureOf(other.matter);
  const linked = {
    kind: 'linked',
    seq: other.matter.seq + 1,
    at: work.now < other.matter.lastAt ? other.matter.lastAt : work.now,
    by: event.by,
    link: link.kind,
    from: { matterId: from.matter.id, number: from.face.number },
  } as const;
  const start = { matter: other.matter, head: other.head, entries: [] };
  const progress = advanceProgress(await groundOf(work, procedure), start, linked);
  await saveSteps(work, other.matter, { procedure, progress, commands: [] });
  await insertLink(work, {
    kind: link.kind,
    fromId: from.matter.id,
    fromNumber: from.face.number,
    toId: other.matter.id,
    toNumber: other.face.number,
    fromSeq: event.seq,
    toSeq: linked.seq,
  });
  const { matter: after, entries } = progress;
  await announceRecorded(work, { procedure, before: other.matter, after, face: other.face, entries });
}
