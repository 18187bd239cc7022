import type { RefusalDetails } from '../../../platform/result.ts';
import type { Input, Matter } from './matter.ts';

/** The matters that one took up (列入的事项), counted: how many, how many have no reply yet, to how many it was said why not. */
export type TakenUp = { readonly all: number; readonly unanswered: number; readonly unmet: number };

/** What a guard may look at. Facts are loaded before; a guard does no reading of its own. */
export type Facts = {
  readonly matter: Matter;
  readonly input: Input;
  readonly now: Date;
  /** Only where the procedure takes up matters. */
  readonly takenUp?: TakenUp;
};

export type Allowed = { readonly allowed: true };
export type Denied = { readonly allowed: false; readonly code: string; readonly details?: RefusalDetails };

/**
 * A named pure function that says whether a step may be taken now, and if not, why. It runs with an empty input when
 * the screen asks which steps to offer, so what depends on the input belongs to `checksInput`.
 */
export type Guard = {
  readonly name: string;
  /** Asked before the step is offered: looks at the matter and the time. */
  readonly mayBegin?: (facts: Facts) => Allowed | Denied;
  /** Asked when the form is filled in: looks at the input too. */
  readonly checksInput?: (facts: Facts) => Allowed | Denied;
};

/** A named pure function that chooses between branches of a step. */
export type Condition = {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly holds: (facts: Facts) => boolean;
};

export const allowed: Allowed = { allowed: true };
export const denied = (code: string, details?: RefusalDetails): Denied =>
  details ? { allowed: false, code, details } : { allowed: false, code };
