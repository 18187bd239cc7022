import type { BulkAction } from '../contract/desk-limits.ts';
import type { Branch, Procedure, Step } from '../kit/define-procedure.ts';
import { joinsIn } from '../kit/link-kind.ts';
import type { Matter } from '../kit/matter.ts';

const movesOf = ({ moves, to }: Step): readonly Branch['moves'][] => [
  moves,
  ...(typeof to === 'string' ? [] : to.map((branch) => branch.moves)),
];
const asksNothing = ({ asks = {} }: Step): boolean => Object.values(asks).every(({ optional }) => optional === true);

/**
 * Which step of a matter is meant by an action on many (批量办理), from the state it is in: to accept is the step that takes
 * what was offered and need not be filled in; to merge is the step that ends it in another matter as the same thing.
 * Everything else is looked at one by one. Undefined where there is none.
 *
 * @source S28: nothing is passed on in bulk to another body; an answer is written for one person
 */
export function bulkStepOf(
  procedure: Procedure,
  matter: Matter,
  action: Exclude<BulkAction, 'assign'>,
): string | undefined {
  const from = Object.entries(procedure.steps).filter(([, step]) => step.from.includes(matter.state));
  if (action === 'accept')
    return from.find(([, step]) => asksNothing(step) && movesOf(step).some((move) => move && 'take' in move))?.[0];
  return from.find(
    ([, { links, by }]) => links !== undefined && joinsIn(links.kind) && isByWorkers(procedure, by),
  )?.[0];
}

/** The step that sends a matter back to where it came from, in the state it is in now; it asks for a reason. */
export function stepBackOf(procedure: Procedure, matter: Matter): string | undefined {
  return Object.entries(procedure.steps).find(
    ([, step]) =>
      step.from.includes(matter.state) &&
      movesOf(step).some((move) => move && 'offerTo' in move && move.offerTo === 'cameFrom'),
  )?.[0];
}

const isByWorkers = ({ roles }: Procedure, by: readonly string[]): boolean =>
  by.some((name) => roles[name] !== undefined && !['timer', 'reporter', 'supporter'].includes(roles[name].is));
