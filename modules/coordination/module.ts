import { leaderInstruction } from './procedures/leader-instruction.ts';
import { leaderInstruction2 } from './procedures/leader-instruction-2.ts';
import { supervisionOrder } from './procedures/supervision-order.ts';

/** Coordination between bodies (统筹协调): leader instructions and supervision orders. */
export const coordination = {
  name: 'coordination',
  dependsOn: ['matters'],
  tables: [],
  permissions: [],
  procedures: [leaderInstruction, leaderInstruction2, supervisionOrder],
} as const;
