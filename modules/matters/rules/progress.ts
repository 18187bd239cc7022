import type { MatterEvent, Opened } from '../kit/events.ts';
import { publicityFields, type Fields } from '../kit/fields.ts';
import type { Procedure } from '../kit/define-procedure.ts';
import type { Matter } from '../kit/matter.ts';
import type { WorkingCalendar } from './calendar.ts';
import { evolve, evolveOpening } from './evolve.ts';
import { fieldsTold } from './fields-told.ts';
import { firstHash, sealEntry, type SealedEntry } from './seal-entry.ts';

/** A matter on its way through one or more events, with the entries that still have to be written. */
export type Progress = {
  readonly matter: Matter;
  readonly head: Buffer;
  readonly entries: readonly SealedEntry[];
};

export type Ground = { readonly procedure: Procedure; readonly calendar: WorkingCalendar; readonly districtId: number };

function fieldsOf(procedure: Procedure, event: MatterEvent): Fields {
  if (event.kind === 'opened') return procedure.opening.asks;
  if (event.kind === 'publicity') return publicityFields;
  if (event.kind === 'taskMoved') return fieldsTold(event);
  return event.kind === 'stepTaken' ? (procedure.steps[event.step]?.asks ?? {}) : {};
}

/** The progress of a new matter after its first event. */
export function beginProgress(ground: Ground, matterId: string, event: Opened): Progress {
  const where = { districtId: ground.districtId, matterId };
  const entry = sealEntry(event, fieldsOf(ground.procedure, event), firstHash(ground.districtId, matterId), where);
  return {
    matter: evolveOpening(ground.procedure, matterId, event, ground.calendar),
    head: entry.hash,
    entries: [entry],
  };
}

/** The progress after one more event. */
export function advanceProgress(ground: Ground, progress: Progress, event: MatterEvent): Progress {
  const where = { districtId: ground.districtId, matterId: progress.matter.id };
  const entry = sealEntry(event, fieldsOf(ground.procedure, event), progress.head, where);
  return {
    matter: evolve(ground.procedure, progress.matter, event, ground.calendar),
    head: entry.hash,
    entries: [...progress.entries, entry],
  };
}
