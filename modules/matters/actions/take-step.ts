import { done, refuse, type Refusal, type Result } from '../../../platform/result.ts';
import { keepPlans } from '../../../platform/db/transaction.ts';
import type { Work } from '../../../platform/work.ts';
import { decideStep, mayBegin } from '../rules/decide.ts';
import { procedureOf, someStepLinks } from '../rules/engine.ts';
import { advanceProgress } from '../rules/progress.ts';
import { readInput } from '../rules/read-input.ts';
import { calendarOf, groundOf } from '../store/ground-store.ts';
import { findOther, queueLinks } from '../store/link-store.ts';
import { loadMatterForChange } from '../store/matter-store.ts';
import { findCommand, queueByCommand } from '../store/record-store.ts';
import { saveSteps } from '../store/save-progress.ts';
import { loadTakenUp } from '../store/taken-up-store.ts';
import { bindInputPhotos } from './bind-photos.ts';
import { openByStep, writeOpened } from './open-by-step.ts';
import { findAsker } from '../store/asker-store.ts';
import { passMisses } from './fire-clocks.ts';
import { keepPrecedents } from './keep-precedents.ts';
import type { FieldsRefused } from './open-matter.ts';
import { announceRecorded } from './recorded.ts';
import { resolveTargets } from './resolve-targets.ts';
import { writeLink } from './write-link.ts';

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
 * A limit that ran out before, and that no timer has noted yet, is noted first.
 * Two people at once: the second waits for the first, and is refused by the new state. The same command sent again
 * changes nothing and gives the first answer.
 *
 * @returns the new last entry and state, or a refusal:
 *   - `matter.not_found`: there is none in the scope of the work
 *   - `input.fields`: what was filled in is wrong at the named fields
 *   - `command.used_elsewhere`: this command id belongs to another step
 *   - `photo.not_found`: a photo was not uploaded, or belongs elsewhere
 *   - any refusal of {@link openByStep}
 *   - any refusal of {@link decideStep}; with `changedSince` when the matter had moved on since `seenSeq`
 */
export async function takeStep(work: Work, order: TakeStep): Promise<Result<StepDone> | FieldsRefused | MovedOn> {
  const [, , , loaded, by, earlier] = await Promise.all([
    keepPlans(work),
    queueByCommand(work, order.commandId),
    someStepLinks(order.step) ? queueLinks(work) : null,
    loadMatterForChange(work, order.matterId),
    findAsker(work, order.matterId),
    findCommand(work, order.commandId),
    calendarOf(work), // read with the rest, and known below
  ]);
  if (!loaded || !by) return refuse('matter.not_found');
  const { matter } = loaded;

  if (earlier)
    return earlier.matterId === matter.id && earlier.step === order.step
      ? done({ seq: earlier.seq, state: matter.state, repeated: true })
      : refuse('command.used_elsewhere');

  const procedure = procedureOf(matter);
  const step = procedure.steps[order.step];
  if (!step) return refuse('step.unknown', { step: order.step });
  const ground = await groundOf(work, procedure);
  const current = passMisses(ground, { matter, head: loaded.head, entries: [] }, work.now);
  const refused = <R extends Refusal>(no: R): R | MovedOn =>
    matter.seq > order.seenSeq ? { ...no, changedSince: order.seenSeq } : no;
  const takenUp = await loadTakenUp(work, procedure, matter.id);
  const begin = mayBegin(procedure, current.matter, order.step, by, work.now, takenUp);
  if (!begin.allowed) return refused(refuse(begin.code, begin.details));
  const read = readInput(step.asks ?? {}, order.input);
  if (!read.ok) return { ok: false, code: 'input.fields', fields: read.faults };
  const targets = await resolveTargets(work, current.matter, step, read.input);
  const other = step.links && (await findOther(work, String(read.input[step.links.field]), matter.id));
  const opened = step.opens && (await openByStep(work, { order, loaded, step, opens: step.opens, input: read.input }));
  if (opened && !opened.ok) return opened;
  const command = {
    step: order.step,
    input: read.input,
    by,
    targets,
    ...(other ? { other } : {}),
    ...(opened ? { opened: opened.value } : {}),
    ...(takenUp ? { takenUp } : {}),
  };
  const decision = decideStep(procedure, current.matter, command, work.now, ground.calendar);
  if (!decision.ok) return refused(decision);

  const progress = advanceProgress(ground, current, decision.value);
  const commands = [{ commandId: order.commandId, step: order.step, seq: decision.value.seq }];
  const { input, seq } = decision.value;
  // What follows is asked behind what is written, and finds it there.
  const [, followed] = await Promise.all([
    saveSteps(work, matter, { procedure, progress, commands }),
    (async () => {
      await keepPrecedents(work, procedure, progress);
      const bound = await bindInputPhotos(work, step.asks ?? {}, input, { matterId: matter.id, seq });
      if (!bound.ok) return bound;
      await writeLink(work, loaded, decision.value);
      await writeOpened(work, loaded, decision.value);
      const { face } = loaded;
      await announceRecorded(work, {
        procedure,
        before: matter,
        after: progress.matter,
        face,
        entries: progress.entries,
      });
      return done({ seq: progress.matter.seq, state: progress.matter.state, repeated: false });
    })(),
  ]);
  return followed;
}
