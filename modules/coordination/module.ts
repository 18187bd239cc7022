import { leaderInstruction } from './procedures/leader-instruction.ts';
import { leaderInstruction2 } from './procedures/leader-instruction-2.ts';
import { supervisionOrder } from './procedures/supervision-order.ts';
import { whistle } from './procedures/whistle.ts';
import { whistlePart } from './procedures/whistle-part.ts';

/** Coordination between bodies (统筹协调): leader instructions, supervision orders, whistles and their parts. */
export const coordination = {
  name: 'coordination',
  dependsOn: ['matters'],
  tables: [],
  permissions: [],
  procedures: [leaderInstruction, leaderInstruction2, supervisionOrder, whistle, whistlePart],
} as const;
