import type { Outcome } from './define-procedure.ts';
import type { Holder, Input, Offer, WorkerRef } from './matter.ts';

/** Who did something, as the timeline keeps it: ids of staff and posts, never a resident's data. */
export type ByLine =
  | {
      readonly role: string;
      readonly actor: 'worker';
      readonly accountId: string;
      readonly postId: string;
      readonly bodyId: string;
    }
  | { readonly role: string; readonly actor: 'reporter' }
  | { readonly role: string; readonly actor: 'timer' };

/** How a matter is held after an event; absent where the event leaves the holding alone. */
export type Held = {
  readonly holder: Holder;
  readonly offer: Offer | null;
  readonly cameFrom: readonly string[];
  readonly hops: number;
};

type Happened = { readonly seq: number; readonly at: Date };

export type Opened = Happened & {
  readonly kind: 'opened';
  readonly by: ByLine;
  readonly state: string;
  readonly areaCode: string;
  readonly firstContact: WorkerRef;
  readonly held: Held;
  readonly input: Input;
};

export type StepTaken = Happened & {
  readonly kind: 'stepTaken';
  readonly by: ByLine;
  readonly step: string;
  readonly from: string;
  readonly to: string;
  readonly held?: Held;
  readonly concludes?: Outcome | null;
  readonly reopens?: true;
  readonly input: Input;
};

/** A limit ran out (超时) and was noted. */
export type ClockMissed = Happened & {
  readonly kind: 'clockMissed';
  readonly clock: string;
  readonly run: number;
  readonly dueAt: Date;
};

export type MatterEvent = Opened | StepTaken | ClockMissed;
