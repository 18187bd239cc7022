import type { Relation } from '../kit/define-procedure.ts';
import type { ByLine } from '../kit/events.ts';

/** Whose turn it is with a matter, and which body has it. */
export type Turn = { readonly awaits: Relation | 'second' | 'nobody'; readonly holderBodyId: string };

/**
 * Says whether a step sent a matter back to the body that has it (退回): it was somebody else's turn, and by somebody
 * else's step it is the holder's again. An offer that was declined, an answer that was denied, a check that failed, a
 * signature that was refused, what the resident was asked for.
 *
 * @param by who took the step
 * @returns `true`: it came back; `false`: it is dealt with, or not the holder's turn; `null`: nothing changed in this
 * @source S28 (不得一转了之): what was passed on and came back must not lie unseen among what was always here
 */
export function cameBack(before: Turn, after: Turn, by: ByLine | undefined): boolean | null {
  if (after.awaits !== 'holder') return false;
  const isOwn = by?.actor === 'worker' && by.bodyId === after.holderBodyId;
  if (before.awaits === 'holder') return isOwn || before.holderBodyId !== after.holderBodyId ? false : null;
  if (before.holderBodyId !== after.holderBodyId) return false;
  // The head who does not sign and the colleague who checked send back too; whoever takes up what lay elsewhere does not.
  return isOwn ? before.awaits === 'holderHead' || before.awaits === 'second' : true;
}
