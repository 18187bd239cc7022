import type { Fault } from './fault.ts';
import { passages, type Passage } from './passages.ts';
import type { Procedure } from './define-procedure.ts';

/**
 * Finds a round of steps by which a matter could be put off for ever (无限拖延): nobody but the offices and the clock is
 * needed for it, no step of it may only be taken so often, and no limit runs through the whole of it to say that it has
 * lasted too long. One fault for each round, at the step with which it begins.
 */
export function faultsInLoops(p: Procedure): Fault[] {
  const ways = [...passages(p)].filter((way) => mayGoRound(p, way));
  const found = new Map<string, Fault>();
  for (const round of roundsIn(Object.keys(p.states), ways)) {
    if (round.some((way) => isLimited(way)) || runsThrough(p, round)) continue;
    const first = round.find(({ branch }) => pauses(p, branch.to)) ?? round[0];
    const back = first && round[(round.indexOf(first) + 1) % round.length];
    if (!first || !back) continue;
    found.set(first.name, {
      code: 'loop.postpones_forever',
      at: first.name,
      details: { state: first.branch.to, step: back.name },
    });
  }
  return [...found.values()];
}

/** What only the person who asked can do does not put them off; nor does leaving an end. */
function mayGoRound(p: Procedure, { step, from, branch }: Passage): boolean {
  const isResidents = step.by.every((role) => ['reporter', 'supporter'].includes(p.roles[role]?.is ?? ''));
  return (
    !isResidents && from !== branch.to && p.states[from]?.kind !== 'final' && p.states[branch.to]?.kind !== 'final'
  );
}

/** So often and no more; a transfer goes to the decider the third time, who then has to be seen to be in time. */
const isLimited = ({ step, branch }: Passage): boolean =>
  step.times !== undefined ||
  (branch.moves !== undefined && 'offerTo' in branch.moves && branch.moves.offerTo !== 'decider');

const pauses = (p: Procedure, state: string): boolean => p.states[state]?.kind === 'waiting';

/** A limit that runs in every state of the round and that no step of it meets. */
const runsThrough = (p: Procedure, round: readonly Passage[]): boolean =>
  Object.values(p.clocks).some((clock) =>
    round.every(({ name, from }) => clock.runsIn.includes(from) && !clock.metBy.includes(name)),
  );

/** Every round that passes no state twice, once, beginning at the state that is declared first. */
function* roundsIn(states: readonly string[], ways: readonly Passage[]): Generator<readonly Passage[]> {
  const order = new Map(states.map((state, i) => [state, i]));
  const after = (state: string): number => order.get(state) ?? -1;
  function* walk(start: string, at: string, walked: readonly Passage[]): Generator<readonly Passage[]> {
    for (const way of ways) {
      if (way.from !== at || after(way.branch.to) < after(start)) continue;
      if (way.branch.to === start) yield [...walked, way];
      else if (!walked.some(({ from }) => from === way.branch.to)) yield* walk(start, way.branch.to, [...walked, way]);
    }
  }
  for (const start of states) yield* walk(start, start, []);
}
