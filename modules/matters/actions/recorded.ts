import type { Work } from '../../../platform/work.ts';
import type { Procedure } from '../kit/define-procedure.ts';
import type { Matter } from '../kit/matter.ts';
import { tellWhole } from './tell-whole.ts';
import type { SealedEntry } from '../rules/seal-entry.ts';
import type { MatterFace } from '../store/matter-row.ts';

/** A limit that is near (将到期) and of which those concerned are to be reminded now. */
export type NearRun = { readonly clock: string; readonly run: number; readonly dueAt: Date };

/** What was just written of a matter, as it is handed to the modules above. */
export type Recorded = {
  readonly procedure: Procedure;
  /** Absent when the matter is new. */
  readonly before: Matter | null;
  readonly after: Matter;
  readonly face: MatterFace;
  /** Empty when nothing happened but that a limit is near. */
  readonly entries: readonly SealedEntry[];
  readonly near?: readonly NearRun[];
};
export type RecordedListener = (work: Work, recorded: Recorded) => Promise<void>;

const listeners = new Map<string, RecordedListener>();

/** Lets a module above hear of every recorded step, in the same transaction; one listener a name. */
export function listenToRecorded(name: string, listener: RecordedListener): void {
  listeners.set(name, listener);
}

/**
 * Tells those above what was written, after the matter that gave a task has heard of it. They are told together: none of them
 * reads what another writes.
 */
export async function announceRecorded(work: Work, recorded: Recorded): Promise<void> {
  const whole = await tellWhole(work, recorded);
  if (whole) await announceRecorded(work, whole);
  await Promise.all([...listeners.values()].map((listener) => listener(work, recorded)));
}
