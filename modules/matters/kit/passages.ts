import type { Branch, Procedure, Step } from './define-procedure.ts';

/** The ways of a step from a state, each with what the step itself says of it. */
export const branchesOf = (step: Step, from: string): readonly Branch[] => {
  if (step.to === 'same') return [{ to: from, ...own(step) }];
  if (typeof step.to === 'string') return [{ to: step.to, ...own(step) }];
  return step.to.map((branch) => ({ ...own(step), ...branch, to: branch.to === 'same' ? from : branch.to }));
};
const own = (step: Step) => ({
  ...(step.moves ? { moves: step.moves } : {}),
  ...(step.concludes === undefined ? {} : { concludes: step.concludes }),
});

export type Passage = { readonly name: string; readonly step: Step; readonly from: string; readonly branch: Branch };

/** Every way from state to state that a procedure has. */
export function* passages(p: Procedure): Generator<Passage> {
  for (const [name, step] of Object.entries(p.steps))
    for (const from of step.from) for (const branch of branchesOf(step, from)) yield { name, step, from, branch };
}
