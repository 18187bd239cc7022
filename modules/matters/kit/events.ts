import type { LinkKind, Outcome } from './define-procedure.ts';
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
      /** The holder of the post, when somebody else stood in for them (代理). */
      readonly forAccountId?: string;
    }
  | { readonly role: string; readonly actor: 'reporter' }
  /** A neighbour who joined in, by the matter of their own. */
  | { readonly role: string; readonly actor: 'supporter'; readonly matterId: string }
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
  /** Absent when nobody says what kind of matter it is. */
  readonly subject?: string;
  /** The day on which a limit that begins here ends. */
  readonly sets?: { readonly clock: string; readonly dueOn: string };
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
  /** The day on which a limit that begins here ends. */
  readonly sets?: { readonly clock: string; readonly dueOn: string };
  readonly link?: { readonly kind: LinkKind; readonly to: MatterRef };
  readonly opened?: OpenedByStep;
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

/** The area of a matter merged or was split (区划变更), so another area answers for it, and perhaps another body has it. */
export type AreaPassed = Happened & {
  readonly kind: 'areaPassed';
  readonly change: {
    readonly id: string;
    readonly kind: 'merge' | 'split';
    /** ISO date from which it holds, and the paper that says so. */
    readonly on: string;
    readonly source: string;
  };
  readonly fromArea: string;
  readonly toArea: string;
  readonly held: Held;
};

export type MatterRef = { readonly matterId: string; readonly number: string };

/** Another matter was tied to this one (关联); the same stands on the timeline of that one as its step. */
export type Linked = Happened & {
  readonly kind: 'linked';
  readonly by: ByLine;
  readonly link: LinkKind;
  readonly from: MatterRef;
};

/** What a step opened (交办): the matter, and the body that has to act; `isTask` when its steps are told of here. */
export type OpenedByStep = MatterRef & {
  readonly procedure: string;
  readonly version: number;
  readonly bodyId: string;
  readonly isTask?: true;
};

/** Something happened in a task of this matter (交办事项进展): which step, by which body; whether it ended or began again. */
export type TaskMoved = Happened & {
  readonly kind: 'taskMoved';
  readonly by: ByLine;
  readonly task: MatterRef;
  readonly procedure: string;
  readonly version: number;
  readonly step: string;
  readonly to: string;
  /** The body that has the task now. */
  readonly bodyId: string;
  readonly ends?: true;
  readonly begins?: true;
  /** With what it ended, or had ended before it began again; entries of earlier releases do not say it. */
  readonly outcome?: Outcome;
  /** What that matter said for everybody, where its end is written into those that it took up; entries of earlier releases do not have it. */
  readonly input?: Input;
};

/** It was drawn for a return visit (抽中回访), among what was settled on a day. */
export type DrawnForVisit = Happened & { readonly kind: 'drawnForVisit'; readonly day: string };

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

/** What can be decided about what the public reads, as a short title. */
export const publicityNotes = {
  masked: { zh: '公开稿多遮了几处', en: 'More was masked of what the public reads' },
  objected: { zh: '反映人不同意公开', en: 'The person who asked objects to its being public' },
  keptOff: { zh: '决定不再公开', en: 'It is no longer public' },
  shownAgain: { zh: '决定仍以遮盖后的样子公开', en: 'It stays public in its masked form' },
} as const;
export type PublicityNote = keyof typeof publicityNotes;

/**
 * Something was decided about what the public reads of it (公开事项): more was masked, the person who asked objected, or their
 * objection was decided.
 */
export type Publicity = Happened & {
  readonly kind: 'publicity';
  readonly by: ByLine;
  readonly what: PublicityNote;
  readonly input: Input;
};

/** A colleague in the same body has it from now on (单位内指派); holder, limits and state stay as they are. */
export type Assigned = Happened & {
  readonly kind: 'assigned';
  readonly by: ByLine;
  readonly wasAccountId: string | null;
  readonly toAccountId: string;
};

export type MatterEvent =
  | Opened
  | StepTaken
  | ClockMissed
  | DueMoved
  | AreaPassed
  | Linked
  | TaskMoved
  | DrawnForVisit
  | TurnedInto
  | Publicity
  | Assigned;
