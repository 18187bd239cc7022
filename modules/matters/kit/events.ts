import type { Outcome } from './define-procedure.ts';
import type { Length } from './duration.ts';
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

/** How a step made a limit longer (延期): which run, by how much, and until when it then runs; absent while it stands still. */
export type Extended = {
  readonly clock: string;
  readonly run: number;
  readonly by: Length;
  readonly dueAt: Date | null;
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
  readonly extended?: Extended;
  readonly input: Input;
};

/** A limit ran out (超时) and was noted. */
export type ClockMissed = Happened & {
  readonly kind: 'clockMissed';
  readonly clock: string;
  readonly run: number;
  readonly dueAt: Date;
};

/**
 * A limit runs out at another instant than was said (期限变动), because the calendar changed; either instant is absent when
 * the clock stands still by that calendar.
 */
export type DueMoved = Happened & {
  readonly kind: 'dueMoved';
  readonly clock: string;
  readonly run: number;
  readonly wasDueAt: Date | null;
  readonly dueAt: Date | null;
  readonly provisional: boolean;
};

/** A missed limit turned into a matter of another procedure (超时转督办), which the timer opened. */
export type TurnedInto = Happened & {
  readonly kind: 'turnedInto';
  readonly clock: string;
  readonly run: number;
  readonly procedure: string;
  readonly matterId: string;
  readonly number: string;
  readonly bodyId: string;
};

export type MatterEvent = Opened | StepTaken | ClockMissed | DueMoved | TurnedInto;
