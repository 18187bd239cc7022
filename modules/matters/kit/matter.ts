import type { BodyKind } from '../../bodies/index.ts';
import type { Outcome } from './define-procedure.ts';
import type { Length } from './duration.ts';

/** A body in the part it plays in a matter, with the person who answers for it. */
export type BodyRef = {
  readonly bodyId: string;
  readonly kind: BodyKind;
  /** The head of the body, who answers while nobody else has taken the matter; absent when the post is vacant. */
  readonly headAccountId: string | null;
};

/** A worker in a post of a body. */
export type WorkerRef = { readonly accountId: string; readonly postId: string; readonly bodyId: string };

export type Holder = { readonly bodyId: string; readonly kind: BodyKind; readonly accountId: string | null };

export type Offer = { readonly to: BodyRef; readonly fromBodyId: string };

/** One stretch in which a clock stood still; `to` is absent while it still does. */
export type Pause = { readonly from: Date; readonly to: Date | null };

/** One time that a limit was made longer (延期), when and by how much. */
export type Extension = { readonly at: Date; readonly by: Length };

/** One run of one clock. Time used is computed from its instants, never stored. */
export type ClockRun = {
  readonly clock: string;
  readonly run: number;
  readonly startedAt: Date;
  readonly pauses: readonly Pause[];
  /** Oldest first. */
  readonly extensions: readonly Extension[];
  /** The day chosen for its end (选定日期), YYYY-MM-DD; absent where its length decides. */
  readonly dueOn?: string;
  /** Absent while it stands still. */
  readonly dueAt: Date | null;
  /** A year without an announced calendar was counted by weekdays. */
  readonly provisional: boolean;
  readonly endedAt: Date | null;
  readonly ending: 'met' | 'dropped' | null;
  /** When the miss was noted on the timeline. */
  readonly missedAt: Date | null;
  /** The length that the district had set when it began, in the unit of the limit; absent: the procedure's own. */
  readonly setAmount?: number;
};

/** A matter (事项): anything handled under a procedure. */
export type Matter = {
  readonly id: string;
  readonly procedureId: string;
  readonly procedureVersion: number;
  readonly state: string;
  /** What kind of matter it is, in the codes of its module; empty when nobody says so. */
  readonly subject: string;
  readonly conclusion: Outcome | null;
  /** Outcome of the first answer that reached the person; never taken back. */
  readonly firstConclusion: Outcome | null;
  readonly openedAt: Date;
  /** The area that answers for it now; another than at first when areas merged or were split. */
  readonly areaCode: string;
  /** The area in which it was opened; figures count it there for good. */
  readonly openedIn: string;
  /** The post that met the matter first answers for it to the asker (首问负责); never empty, never transferred. */
  readonly firstContact: WorkerRef;
  readonly holder: Holder;
  readonly offer: Offer | null;
  /** Bodies that held the matter before, oldest first. */
  readonly cameFrom: readonly string[];
  /** How often it was offered on. */
  readonly hops: number;
  readonly answeredAt: Date | null;
  /** The account that gave the answer that stands. */
  readonly answeredBy: string | null;
  /** How often each limited step was taken since the opening or the last reopening. */
  readonly taken: Readonly<Record<string, number>>;
  /** The day of the draw by which a return visit is owed. */
  readonly drawnOn: string | null;
  readonly endedAt: Date | null;
  readonly reopenings: number;
  /** How many of the tasks that its steps opened have not ended. */
  readonly openTasks: number;
  /** How many of the tasks ended with why not (没有办成的交办); what was sent back as not theirs is given to another. */
  readonly unmetTasks: number;
  /** How many others joined in, or were merged into it, straight (附议人数). */
  readonly supporters: number;
  readonly clocks: readonly ClockRun[];
  /** Number of the last timeline entry. */
  readonly seq: number;
  readonly lastAt: Date;
};

export type InputValue = string | number | readonly string[];
/** What was filled in, by field name. */
export type Input = Readonly<Record<string, InputValue>>;
