import { v7 as uuidv7 } from 'uuid';
import { done, refuse, type Result } from '../../../platform/result.ts';
import { keepPlans } from '../../../platform/db/transaction.ts';
import type { Work } from '../../../platform/work.ts';
import type { BodyRef, WorkerRef } from '../kit/matter.ts';
import type { Asker } from '../rules/asker.ts';
import { decideDay } from '../rules/choose-day.ts';
import { decideOpening } from '../rules/decide.ts';
import { procedureOf } from '../rules/engine.ts';
import { beginProgress } from '../rules/progress.ts';
import { readInput, type FieldFault } from '../rules/read-input.ts';
import { calendarOf, groundOf } from '../store/ground-store.ts';
import { findCommand, queueByCommand } from '../store/record-store.ts';
import { saveNewMatter } from '../store/save-progress.ts';
import { bindInputPhotos } from './bind-photos.ts';
import { makeFace } from './make-face.ts';
import { announceRecorded } from './recorded.ts';

export type OpenMatter = {
  readonly procedureId: string;
  readonly procedureVersion: number;
  readonly commandId: string;
  /** Made by the caller, a UUIDv7, so that the work's scope can name it. */
  readonly matterId?: string;
  readonly by: Asker;
  readonly role: string;
  readonly areaCode: string;
  readonly place: string;
  /** What the matter is listed by; shortened to one line. */
  readonly title: string;
  readonly firstContact: WorkerRef;
  readonly keeper: BodyRef;
  /** What kind of matter it is, in the codes of its module. */
  readonly subject?: string;
  readonly input: Readonly<Record<string, unknown>>;
};

export type Opened = { readonly matterId: string; readonly repeated: boolean };

/** A refusal that names the fields that are wrong. */
export type FieldsRefused = {
  readonly ok: false;
  readonly code: 'input.fields';
  readonly fields: Readonly<Record<string, Pick<FieldFault, 'details'> & { readonly code: string }>>;
};

/**
 * Opens a matter (登记): number, first contact, keeper, clocks and first entry, in the caller's transaction.
 *
 * @returns the matter, or the one that the same command opened before (`repeated`); or a refusal:
 *   - `input.fields`: what was filled in is wrong at the named fields
 *   - `command.used_elsewhere`: this command id belongs to a step of some matter
 *   - `day.out_of_bounds`: the day chosen for its limit is too early or too late
 *   - `photo.not_found`: a photo was not uploaded, or belongs to another matter
 */
export async function openMatter(
  work: Work,
  order: OpenMatter,
): Promise<Result<Opened, 'command.used_elsewhere' | 'photo.not_found' | 'day.out_of_bounds'> | FieldsRefused> {
  const [, , earlier] = await Promise.all([
    keepPlans(work),
    queueByCommand(work, order.commandId),
    findCommand(work, order.commandId),
    calendarOf(work), // read with the rest, and known below
  ]);
  if (earlier)
    return earlier.seq === 1 ? done({ matterId: earlier.matterId, repeated: true }) : refuse('command.used_elsewhere');

  const procedure = procedureOf(order);
  const read = readInput(procedure.opening.asks, order.input);
  if (!read.ok) return { ok: false, code: 'input.fields', fields: read.faults };

  const ground = await groundOf(work, procedure);
  const matterId = order.matterId ?? uuidv7();
  const day = decideDay(procedure.opening, { input: read.input, now: work.now }, ground.calendar);
  if (!day.ok) return day;
  const event = decideOpening(
    procedure,
    { ...order, input: read.input, ...(day.value ? { sets: day.value } : {}) },
    work.now,
  );
  const progress = beginProgress(ground, matterId, event);
  const face = await makeFace(work, ground.calendar, work.now, order);
  const commands = [{ commandId: order.commandId, step: 'open', seq: 1 }];
  // What follows is asked behind what is written, and finds it there.
  const [, followed] = await Promise.all([
    saveNewMatter(work, face, { procedure, progress, commands }),
    (async () => {
      const bound = await bindInputPhotos(work, procedure.opening.asks, read.input, { matterId, seq: 1 });
      if (!bound.ok) return bound;
      await announceRecorded(work, {
        procedure,
        before: null,
        after: progress.matter,
        face,
        entries: progress.entries,
      });
      return done({ matterId, repeated: false });
    })(),
  ]);
  return followed;
}
