import type { Procedure, Step } from '../kit/define-procedure.ts';
import type { ByLine, Held } from '../kit/events.ts';

type Happened = {
  readonly seq: number;
  readonly at: Date;
  readonly content: {
    readonly by?: ByLine;
    readonly step?: string;
    readonly held?: Held;
  };
};

/** Who was ruled to do a matter, by whom, and who had been asked before. */
export type Ruling = {
  readonly seq: number;
  readonly at: Date;
  readonly askedBodyIds: readonly string[];
  readonly ruledBodyId: string;
  readonly ruledByBodyId: string;
};

const movesOf = (step: Step) => [step.moves, ...(typeof step.to === 'object' ? step.to.map((b) => b.moves) : [])];

/** Whether a step of this name lets somebody rule who does the matter. */
export function mayRule(procedure: Procedure, name: unknown): boolean {
  const step = typeof name === 'string' ? procedure.steps[name] : undefined;
  return step !== undefined && movesOf(step).some((move) => move !== undefined && 'ruleTo' in move);
}

/**
 * Finds the rulings (裁定) among the entries of a matter.
 *
 * A ruling answers an offer that was put to those who rule. A step that hands a matter on by right without such an offer,
 * as a review at the tier above, decides no dispute and is none.
 *
 * @param entries all entries of the matter up to the last ruling, oldest first
 */
export function rulingsIn(procedure: Procedure, entries: readonly Happened[]): Ruling[] {
  return entries.flatMap(({ seq, at, content: { by, step, held } }, i) => {
    if (!held || by?.actor !== 'worker' || !mayRule(procedure, step)) return [];
    const before = entries.slice(0, i).flatMap((entry) => entry.content.held ?? []);
    const put = before.at(-1);
    if (put?.offer?.to.bodyId !== by.bodyId) return [];
    const asked = before.flatMap((one) => [
      one.holder.bodyId,
      ...(one.offer && one !== put ? [one.offer.to.bodyId] : []),
    ]);
    return [{ seq, at, askedBodyIds: [...new Set(asked)], ruledBodyId: held.holder.bodyId, ruledByBodyId: by.bodyId }];
  });
}
