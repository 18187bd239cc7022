import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import { listPeopleOf } from '../../bodies/index.ts';
import type { Matter } from '../kit/matter.ts';
import { procedureOf } from '../rules/engine.ts';
import { decideAssign, mayAssign, type LastGiven } from '../rules/may-assign.ts';
import { advanceProgress } from '../rules/progress.ts';
import { findAsker } from '../store/asker-store.ts';
import { groundOf } from '../store/ground-store.ts';
import { loadMatterForChange } from '../store/matter-store.ts';
import { findCommand, queueByCommand } from '../store/record-store.ts';
import { saveSteps } from '../store/save-progress.ts';
import { loadTimeline } from '../store/timeline-store.ts';
import { announceRecorded } from './recorded.ts';
import type { MovedOn } from './take-step.ts';

export type AssignMatter = {
  readonly matterId: string;
  readonly commandId: string;
  readonly seenSeq: number;
  readonly to: string;
};

/** Under this name a command of assigning is kept, where a step has its own. */
const ASSIGN = 'assign:colleague';

/**
 * Gives a matter to a colleague in the same body (单位内指派) and writes it on the timeline; limits, holder and state stay.
 *
 * @returns the number of the entry and who had it before; or a refusal: `matter.not_found`, `command.used_elsewhere`, or
 *   one of {@link decideAssign}, with `changedSince` when the matter had moved on since `seenSeq`
 */
export async function assignMatter(
  work: Work,
  { matterId, commandId, seenSeq, to }: AssignMatter,
): Promise<Result<{ seq: number; was: string | null; repeated: boolean }> | MovedOn> {
  await queueByCommand(work, commandId);
  const loaded = await loadMatterForChange(work, matterId);
  const by = loaded && (await findAsker(work, matterId));
  if (!loaded || !by) return refuse('matter.not_found');
  const { matter } = loaded;
  const earlier = await findCommand(work, commandId);
  if (earlier)
    return earlier.matterId === matterId && earlier.step === ASSIGN
      ? done({ seq: earlier.seq, was: null, repeated: true })
      : refuse('command.used_elsewhere');
  const procedure = procedureOf(matter);
  const colleagues = await listPeopleOf(work, matter.holder.bodyId);
  const lastGiven = mayAssign(procedure, matter, by).ok ? null : await findLastGiven(work, matter);
  const event = decideAssign(procedure, matter, { by, to, colleagues, lastGiven }, work.now);
  if (!event.ok) return matter.seq > seenSeq ? { ...event, changedSince: seenSeq } : event;
  const ground = await groundOf(work, procedure);
  const progress = advanceProgress(ground, { matter, head: loaded.head, entries: [] }, event.value);
  await saveSteps(work, matter, { procedure, progress, commands: [{ commandId, step: ASSIGN, seq: event.value.seq }] });
  const { matter: after, entries } = progress;
  await announceRecorded(work, { procedure, before: matter, after, face: loaded.face, entries });
  return done({ seq: event.value.seq, was: event.value.wasAccountId, repeated: false });
}

async function findLastGiven(work: Work, { id, seq }: Matter): Promise<LastGiven | null> {
  const [last] = (await loadTimeline(work, id, seq - 1)).entries;
  if (last?.kind !== 'assigned' || last.content.by?.actor !== 'worker') return null;
  return { byAccountId: last.content.by.accountId, wasAccountId: last.content.wasAccountId ?? null };
}
