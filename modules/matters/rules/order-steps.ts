import type { Outcome, Procedure, Step } from '../kit/define-procedure.ts';
import { branchesOf } from '../kit/passages.ts';

/**
 * What a step does with a matter, in the order in which steps are offered (步骤排列): `forward` brings it on along its path or
 * takes it over, `stays` leaves it here or asks back, `handsOn` asks another body, `gives` says that it is not done now, `ties`
 * sets it beside another matter, `aside` takes it off the path: to another matter, to another office, back.
 */
export type StepPlace = 'forward' | 'stays' | 'handsOn' | 'gives' | 'ties' | 'aside';
const order: readonly StepPlace[] = ['forward', 'stays', 'handsOn', 'gives', 'ties', 'aside'];
const endsAside: readonly (Outcome | null | undefined)[] = ['notOurs', 'withdrawn', 'duplicate', 'merged', 'joined'];

/** Says where a step is offered from a state: read from the procedure alone, so that a button stands always at the same place. */
export function placeOfStep(procedure: Procedure, from: string, step: Step): StepPlace {
  const ways = branchesOf(step, from);
  const { mainPath } = procedure;
  if (ways.every(({ concludes }) => endsAside.includes(concludes))) return 'aside';
  if (step.links) return 'ties';
  if (ways.some(({ moves }) => moves && ('offerTo' in moves || 'lapse' in moves))) return 'handsOn';
  const here = mainPath.indexOf(from);
  const isForward = ways.some(
    ({ to, moves, concludes }) =>
      (moves && ('take' in moves || 'ruleTo' in moves)) ||
      concludes === 'solved' ||
      mainPath.indexOf(to, here + 1) > here,
  );
  if (isForward) return 'forward';
  if (step.opens) return 'handsOn';
  return ways.every(({ to }) => to === from || procedure.states[to]?.kind === 'waiting') ? 'stays' : 'gives';
}

export const compareSteps = (one: StepPlace, other: StepPlace): number => order.indexOf(one) - order.indexOf(other);
