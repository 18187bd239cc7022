import type { TakenUp } from '../kit/facts.ts';
import type { Procedure } from '../kit/define-procedure.ts';

/** How a matter stands, as far as it says whether there is a reply. */
export type Replied = { readonly stage: string; readonly outcome: string | null };

/** Whether whoever asked has a reply (有回音): an outcome that has left the offices; what is still being checked is none. */
export const hasReply = ({ stage, outcome }: Replied): boolean =>
  stage === 'final' || (stage === 'waiting' && outcome !== null);

/** Whether matters of this procedure take up others, so that its guards may ask how those stand. */
export const takesUpOthers = ({ steps }: Procedure): boolean =>
  Object.values(steps).some(({ links }) => links?.kind === 'takesUp');

/** Counts how the matters that one took up stand (列入的事项); one that lies out of reach has no reply that could be read. */
export function countTakenUp(matters: readonly (Replied | null)[]): TakenUp {
  return {
    all: matters.length,
    unanswered: matters.filter((one) => one === null || !hasReply(one)).length,
    unmet: matters.filter((one) => one !== null && (one.outcome === 'explained' || one.outcome === 'keptOnBooks'))
      .length,
  };
}
