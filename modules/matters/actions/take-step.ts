import { done, refuse, type Refusal, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import { decideStep } from '../rules/decide.ts';
import { askerOf } from '../rules/asker-of.ts';
import { procedureOf } from '../rules/engine.ts';
import { advanceProgress } from '../rules/progress.ts';
import { readInput } from '../rules/read-input.ts';
import { groundOf } from '../store/ground-store.ts';
import { loadMatterForChange } from '../store/matter-store.ts';
import { findCommand, queueByCommand } from '../store/record-store.ts';
import { saveSteps } from '../store/save-progress.ts';
import { bindInputPhotos } from './bind-photos.ts';
import type { FieldsRefused } from './open-matter.ts';
import { announceRecorded } from './recorded.ts';
import { resolveTargets } from './resolve-targets.ts';

export type TakeStep = {
  readonly matterId: string;
  readonly step: string;
  readonly commandId: string;
  /** Number of the last timeline entry the person saw when choosing the step. */
  readonly seenSeq: number;
  readonly input: Readonly<Record<string, unknown>>;
};

export type StepDone = { readonly seq: number; readonly state: string; readonly repeated: boolean };

/** A refusal of a step on a matter that moved on meanwhile; entries after `seenSeq` say what changed. */
export type MovedOn = Refusal & { readonly changedSince: number };

/**
 * Takes one step of a matter (办理一步) and writes it on the timeline, in the caller's transaction.
 *
 * Two people at once: the second waits for the first, and is refused by the new state. The same command sent again
 * changes nothing and gives the first answer.
 *
 * @returns the new last entry and state, or a refusal:
 *   - `matter.not_found`: there is none in the scope of the work
 *   - `input.fields`: what was filled in is wrong at the named fields
 *   - `command.used_elsewhere`: this command id belongs to another step
 *   - `photo.not_found`: a photo was not uploaded, or belongs elsewhere
 *   - any refusal of {@link decideStep}; with `changedSince` when the matter had moved on since `seenSeq`
 */
export async function takeStep(work: Work, order: TakeStep): Promise<Result<StepDone> | FieldsRefused | MovedOn> {
  await queueByCommand(work, order.commandId);
  const loaded = await loadMatterForChange(work, order.matterId);
  const by = loaded && askerOf(work.actor, order.matterId);
  if (!loaded || !by) return refuse('matter.not_found');
  const { matter } = loaded;

  const earlier = await findCommand(work, order.commandId);
  if (earlier)
    return earlier.matterId === matter.id && earlier.step === order.step
      ? done({ seq: earlier.seq, state: matter.state, repeated: true })
      : refuse('command.used_elsewhere');

  const procedure = procedureOf(matter);
  const step = procedure.steps[order.step];
  if (!step) return refuse('step.unknown', { step: order.step });
  const read = readInput(step.asks ?? {}, order.input);
  const targets = read.ok ? await resolveTargets(work, matter, step, read.input) : {};
  const decision = decideStep(
    procedure,
    matter,
    { step: order.step, input: read.ok ? read.input : {}, by, targets },
    work.now,
  );
  const moved = matter.seq > order.seenSeq;
  if (!read.ok && (decision.ok || !moved)) return { ok: false, code: 'input.fields', fields: read.faults };
  if (!decision.ok) return moved ? { ...decision, changedSince: order.seenSeq } : decision;

  const ground = await groundOf(work, procedure);
  const progress = advanceProgress(ground, { matter, head: loaded.head, entries: [] }, decision.value);
  const commands = [{ commandId: order.commandId, step: order.step, seq: decision.value.seq }];
  await saveSteps(work, matter, { procedure, progress, commands });
  const bound = await bindInputPhotos(work, step.asks ?? {}, decision.value.input, {
    matterId: matter.id,
    seq: decision.value.seq,
  });
  if (!bound.ok) return bound;
  await announceRecorded(work, {
    procedure,
    before: matter,
    after: progress.matter,
    face: loaded.face,
    entries: progress.entries,
  });
  return done({ seq: progress.matter.seq, state: progress.matter.state, repeated: false });
}
