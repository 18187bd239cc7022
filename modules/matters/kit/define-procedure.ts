import type { BodyKind, PostKind } from '../../bodies/index.ts';
import type { Duration, Length } from './duration.ts';
import type { Fields, Visibility } from './fields.ts';
import type { Condition, Guard } from './facts.ts';
import type { LinkKind } from './link-kind.ts';
import type { Named } from './named.ts';

/**
 * What became of a matter (办理结果); each is counted apart from the others. `answered` is for earlier records that hold
 * the reply but not whether it solved anything.
 */
export type Outcome =
  | 'solved'
  | 'explained'
  | 'keptOnBooks'
  | 'notOurs'
  | 'withdrawn'
  | 'duplicate'
  | 'merged'
  | 'joined'
  | 'answered';

/**
 * How a role is found in a matter: the asker, the post that met the matter first, the body that holds it or to which it
 * is offered (any worker of it, or its head only), a post whose area holds the matter, a neighbour who joined in (附议人),
 * or the timer.
 */
export type Relation =
  | 'reporter'
  | 'firstContact'
  | 'holder'
  | 'holderHead'
  | 'offered'
  | 'offeredHead'
  | 'post'
  | 'supporter'
  | 'timer';

export type Role = Named & {
  readonly is: Relation;
  /** Only while the body concerned is of one of these kinds. */
  readonly of?: readonly BodyKind[];
  /** For a post: these, where their area holds the matter. For a holder: only these posts of the body that holds it. */
  readonly posts?: readonly PostKind[];
  /** Never the one who gave the answer that stands (第二人). */
  readonly otherThan?: 'answerer';
};

export type { LinkKind } from './link-kind.ts';

/** What can show that something was done (办结凭证): a photo of the same place, a signature, a document, a witness. */
export type EvidenceKind = 'photo' | 'signature' | 'document' | 'witness';

/**
 * What an answer has to show, by kind of matter (办结凭证要求): one of the named kinds is enough. Each step that answers with
 * this outcome asks for all of the fields.
 */
export type EvidenceRule = {
  readonly for: Outcome;
  readonly fields: Readonly<Partial<Record<EvidenceKind, string>>>;
  readonly bySubject: Readonly<Record<string, readonly EvidenceKind[]>>;
  readonly otherwise: readonly EvidenceKind[];
};

/** Of what ended in this state with one of these outcomes, in each sub-district one in so many is visited (回访抽查). */
export type VisitRule<S extends string = string> = {
  readonly in: S;
  readonly of: readonly Outcome[];
  readonly oneIn: number;
};

export type State<R extends string = string> = Named & {
  /** *open*: ours to do; *waiting*: the ball is not ours; *final*: nothing is owed. */
  readonly kind: 'open' | 'waiting' | 'final';
  /** Who has to act next. A final state has none. */
  readonly owner?: R;
  /** The same in the language of the stairwell, for the person who asked. */
  readonly plain: Named;
};

/** Where a transfer goes. */
export type Target = 'chosen' | 'tierAbove' | 'cameFrom' | 'decider';

/**
 * What a step does to the holding (承办关系): offers it to another body (which holds nothing until it accepts), takes an
 * offer, lets an offer lapse, or gives it to a body by ruling.
 */
export type Move =
  | { readonly offerTo: Target }
  | { readonly take: true }
  | { readonly lapse: true }
  | { readonly ruleTo: 'chosen' };

export type Branch<S extends string = string> = {
  readonly when?: Condition;
  /** What the way is called when none of the conditions before it holds. */
  readonly otherwise?: Named;
  readonly to: S | 'same';
  readonly moves?: Move;
  readonly concludes?: Outcome | null;
  readonly reopens?: true;
  /** When this way needs other words than the step's own. */
  readonly says?: Named;
};

/**
 * How a step makes a limit longer (延期), in the unit of the limit: only while it runs and before it has run out. Who may
 * grant it is said by the step; the person who asked is told, with the reason.
 */
export type Lengthening<C extends string = string> = {
  readonly clock: C;
  /** A fixed length, or one for each option of the choice in this field. */
  readonly by: Length | { readonly field: string; readonly lengths: Readonly<Record<string, Length>> };
  /** The most that all extensions of one run may add up to. */
  readonly atMost: Length;
  /** How often one run may be extended. */
  readonly times: number;
};

export type Step<S extends string = string, R extends string = string, C extends string = string> = Named & {
  readonly from: readonly S[];
  /** A state, `same` for a step that leaves the state as it is, or the first branch whose condition holds. */
  readonly to: S | 'same' | readonly Branch<S>[];
  readonly by: readonly R[];
  readonly asks?: Fields;
  readonly onlyIf?: readonly Guard[];
  readonly moves?: Move;
  /** The outcome the matter will have when it ends; `null` takes an earlier one back. */
  readonly concludes?: Outcome | null;
  readonly extends?: Lengthening<C>;
  readonly tells?: readonly R[];
  readonly visible?: Visibility;
  /** Allowed to leave a final state, because the matter begins again. */
  readonly reopens?: true;
  /** How often it may be taken, since the opening or the last reopening. */
  readonly times?: number;
  /** A second person confirms the answer (核查). */
  readonly confirms?: true;
  /** The limit that begins with this step ends on the day chosen in this field (选定日期). */
  readonly sets?: { readonly clock: C; readonly field: string };
  /** Ties the matter to the one whose number stands in this field. */
  readonly links?: { readonly kind: LinkKind; readonly field: string };
  /** Opens a matter of another procedure, which is linked to this one (交办). */
  readonly opens?: OpensByStep;
  /** Told on the timeline of every matter that this one took up (写入列入的事项), by the timer; only for a step that ends it. */
  readonly tellsTakenUp?: true;
  /** Only for a matter that was drawn for a return visit; afterwards none is owed. */
  readonly visits?: true;
  /** Worth asking twice on the screen: it cannot be taken back. */
  readonly weighs?: true;
  /** One sentence a neighbour understands, for the timeline; `{{actor}}`, `{{body}}`, `{{target}}`, `{{until}}` are filled in. */
  readonly says: Named;
};

/** What a field of the new matter is filled in with: words, with `{{number}}`, `{{title}}`, `{{clock}}`, `{{due}}` and `{{body}}` filled in; or the body that holds. */
export type Filling = { readonly words: Named } | { readonly body: 'holder' };

/**
 * Another matter that the timer opens when a limit is missed, such as a supervision order (转督办): once for each run of the
 * clock, linked to this matter. It is addressed to the body that holds, or to the tier above where that kind of body is not
 * one that may be addressed; its first contact is who may open such a matter at their desk.
 */
export type OpensWhenMissed = { readonly procedure: string; readonly fills: Readonly<Record<string, Filling>> };

/** What a field of an opened matter is filled in with: also what was filled in at the step, in the field of this name. */
export type StepFilling = Filling | { readonly field: string };

/**
 * Another matter that a step opens (交办), such as what one department has to do: addressed to the body in the field that
 * its procedure is kept by. That body may read this matter from then on; a task (`task`) is told of here step by step.
 */
export type OpensByStep = { readonly procedure: string; readonly fills: Readonly<Record<string, StepFilling>> };

/** Where a limit comes from. `localSetting` says that no law names it: the district chose it. */
export type Basis = Named & { readonly kind: 'law' | 'localSetting'; readonly since: string };

export type Clock<S extends string = string, R extends string = string, T extends string = string> = Named & {
  readonly within: Duration;
  /** It starts when the matter enters these states and runs while it stays in them. */
  readonly runsIn: readonly S[];
  /** The only reasons for which it stands still. */
  readonly pausedIn?: readonly { readonly state: S; readonly because: Named }[];
  readonly metBy: readonly T[];
  /** It is near when no more than this is left; by default on the last day, or in the last quarter of a limit in hours. */
  readonly nearWhen?: Length;
  /** Who is reminded when it is near (将到期), once for each run. */
  readonly whenNear?: { readonly remind: readonly R[] };
  readonly whenMissed: {
    readonly tell: readonly R[];
    /** The head of the body one tier above the holder is told too, whether or not the procedure has a role for it. */
    readonly tellTierAbove?: true;
    readonly take?: T;
    readonly opens?: OpensWhenMissed;
  };
  readonly basis: Basis;
  /** A district may set another length within these bounds, in the unit of the limit (本区可调整的范围). */
  readonly districtMay?: { readonly min: number; readonly max: number };
  /** What the district set, oldest first; put in when a matter is decided, never declared. */
  readonly settings?: readonly { readonly since: Date; readonly amount: number | null }[];
};

export type Procedure<
  S extends string = string,
  R extends string = string,
  T extends string = string,
  C extends string = string,
> = Named & {
  readonly id: string;
  readonly version: number;
  /** The date from which it holds, `YYYY-MM-DD`. */
  readonly holdsFrom: string;
  /** When something was added to it after it was published (补充规定); put in by `amendProcedure`. */
  readonly amendedOn?: string;
  readonly sources: readonly Named[];
  /** What the public may count on, in one or two sentences. */
  readonly promise: Named;
  readonly roles: Readonly<Record<R, Role>>;
  readonly states: Readonly<Record<S, State<NoInfer<R>>>>;
  /** The states of an ordinary course, first to last, for the short line that shows where a matter is. */
  readonly mainPath: readonly NoInfer<S>[];
  /**
   * How a matter begins: who may open it, in which state, what must be said. A matter taken over from an earlier record
   * that does not tell who accepted it when begins in `fromRecordTo`.
   */
  readonly opening: {
    readonly by: readonly NoInfer<R>[];
    readonly to: NoInfer<S>;
    readonly fromRecordTo?: NoInfer<S>;
    /** Opened by workers at their desk, in any of these posts; absent where a module of its own opens it. */
    readonly atDesk?: {
      readonly posts: readonly PostKind[];
      /**
       * Who has to accept it: the body of whoever opens it, the one above that (its own where there is none above), or the one
       * chosen in the field of this name.
       */
      readonly keptBy: 'openersBody' | 'bodyAbove' | { readonly field: string };
      /** Whom it concerns: one community may be named, or has to be, whose workers then see it; or nobody but the bodies that act. */
      readonly concerns: 'community' | 'oneCommunity' | 'noArea';
      /** The field that says where it is; without it the form asks for a place besides. */
      readonly placeFrom?: string;
      /** The field whose first words the matter is listed by. */
      readonly titleFrom: string;
    };
    readonly asks: Fields;
    /** The limit that begins with the opening ends on the day chosen in this field (选定日期). */
    readonly sets?: { readonly clock: NoInfer<C>; readonly field: string };
    /** Told of the opening, besides whoever has to act. */
    readonly tells?: readonly NoInfer<R>[];
    readonly says: Named;
  };
  /**
   * It is opened by a step of another matter, whose timeline notes every step of it (交办事项): addressed to the body in
   * this field, and listed by the first words of that one.
   */
  readonly task?: { readonly keptBy: { readonly field: string }; readonly titleFrom: string };
  readonly steps: Readonly<Record<T, Step<NoInfer<S>, NoInfer<R>, NoInfer<C>>>>;
  readonly clocks: Readonly<Record<C, Clock<NoInfer<S>, NoInfer<R>, NoInfer<T>>>>;
  /** The public sees a masked form of the matter while it is in these states; persons never. */
  readonly published: { readonly in: readonly NoInfer<S>[]; readonly masked: boolean };
  readonly evidence?: EvidenceRule;
  readonly visits?: VisitRule<NoInfer<S>>;
  /** How long the matter is kept after its end, in years (归档年限), whatever came of it. */
  readonly archiveYears: number;
  /** Where a result is kept for another time than the others (按结果归档). */
  readonly archiveYearsBy?: Readonly<Partial<Record<Outcome, number>>>;
};

/** Declares one governance mechanism. Names that don't exist fail to compile; the rest is checked by `faultsIn`. */
export function defineProcedure<
  const S extends string,
  const R extends string,
  const T extends string,
  const C extends string,
>(procedure: Procedure<S, R, T, C>): Procedure<S, R, T, C> {
  return procedure;
}

/** Every state a step can lead to; `same` leads nowhere new. */
export function targetsOf(step: Step): readonly string[] {
  if (step.to === 'same') return [];
  return typeof step.to === 'string' ? [step.to] : step.to.map(({ to }) => to).filter((to) => to !== 'same');
}
