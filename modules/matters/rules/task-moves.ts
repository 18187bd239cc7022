import { allowed, denied, type Guard } from '../kit/facts.ts';
import type { Procedure } from '../kit/define-procedure.ts';
import type { TaskMoved } from '../kit/events.ts';

/** Whether a step of a task ends it, or begins it again (交办办结). */
export function stageMoves(procedure: Procedure, from: string, to: string): Pick<TaskMoved, 'ends' | 'begins'> {
  const isFinal = (state: string): boolean => procedure.states[state]?.kind === 'final';
  if (isFinal(to) && !isFinal(from)) return { ends: true };
  return isFinal(from) && !isFinal(to) ? { begins: true } : {};
}

/**
 * Every task that this matter gave has ended (交办事项都已办结).
 *
 * @returns allowed, or denied with `tasks.open` and how many have not
 */
export const tasksEnded: Guard = {
  name: 'tasksEnded',
  mayBegin: ({ matter }) => (matter.openTasks === 0 ? allowed : denied('tasks.open', { count: matter.openTasks })),
};
