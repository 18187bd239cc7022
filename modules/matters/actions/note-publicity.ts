import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import { publicityFields } from '../kit/fields.ts';
import type { Publicity, PublicityNote } from '../kit/events.ts';
import { asByLine } from '../rules/asker.ts';
import { procedureOf } from '../rules/engine.ts';
import { advanceProgress } from '../rules/progress.ts';
import { readInput } from '../rules/read-input.ts';
import { findAsker } from '../store/asker-store.ts';
import { groundOf } from '../store/ground-store.ts';
import { loadMatterForChange } from '../store/matter-store.ts';
import { findCommand, queueByCommand } from '../store/record-store.ts';
import { saveSteps } from '../store/save-progress.ts';
import type { FieldsRefused } from './open-matter.ts';
import { announceRecorded } from './recorded.ts';

export type NotePublicity = {
  readonly matterId: string;
  readonly commandId: string;
  readonly what: PublicityNote;
  /** What the module above keeps of it, written before those who publish hear of it; a refusal undoes nothing yet. */
  readonly keep: () => Promise<Result<unknown>>;
  readonly reason: string;
};

/**
 * Writes on the timeline what was decided about what the public reads of a matter (公开事项), in the caller's transaction; the same
 * command sent again changes nothing. Whether somebody may is for the module above, which keeps what it is about.
 *
 * @returns whether it was done before, or a refusal: `matter.not_found`, `input.fields` at `reason`, `command.used_elsewhere`, or
 *   one of `keep`
 */
export async function notePublicity(
  work: Work,
  order: NotePublicity,
): Promise<Result<{ readonly repeated: boolean }> | FieldsRefused> {
  await queueByCommand(work, order.commandId);
  const loaded = await loadMatterForChange(work, order.matterId);
  const by = loaded && (await findAsker(work, order.matterId));
  if (!loaded || !by) return refuse('matter.not_found');
  const { matter, head, face } = loaded;
  const step = `publicity.${order.what}`;
  const earlier = await findCommand(work, order.commandId);
  if (earlier)
    return earlier.matterId === matter.id && earlier.step === step
      ? done({ repeated: true })
      : refuse('command.used_elsewhere');
  const read = readInput(publicityFields, { reason: order.reason });
  if (!read.ok) return { ok: false, code: 'input.fields', fields: read.faults };
  const kept = await order.keep();
  if (!kept.ok) return kept;

  const procedure = procedureOf(matter);
  const event: Publicity = {
    kind: 'publicity',
    seq: matter.seq + 1,
    at: work.now < matter.lastAt ? matter.lastAt : work.now,
    by: asByLine(by.kind === 'worker' ? 'handler' : by.kind, by),
    what: order.what,
    input: read.input,
  };
  const progress = advanceProgress(await groundOf(work, procedure), { matter, head, entries: [] }, event);
  await saveSteps(work, matter, {
    procedure,
    progress,
    commands: [{ commandId: order.commandId, step, seq: event.seq }],
  });
  await announceRecorded(work, { procedure, before: matter, after: progress.matter, face, entries: progress.entries });
  return done({ repeated: false });
}
