import type { Work } from '../../../platform/work.ts';
import { listenToRecorded } from '../../matters/index.ts';
import { outsideTask } from '../procedures/outside-task.ts';
import { findConnection } from '../store/connection-store.ts';
import { dropHandoffs, insertHandoff, loadHandoffs } from '../store/handoff-store.ts';

/** People took it from here, or ended it: their system is neither told nor asked any more. */
const byPeople: ReadonlySet<string> = new Set([
  'receive',
  'noteReceived',
  'object',
  'report',
  'noteReport',
  'accept',
  'takeBack',
]);

/**
 * Puts each task for an outside body that has a connection into its outbox (进入发送队列), in the transaction in which it is asked, asked
 * again or sent back; and takes it out when people go on with it.
 */
export function listenForTasks(): void {
  listenToRecorded('partners', async (work, { procedure, after, entries }) => {
    if (procedure.id !== outsideTask.id) return;
    for (const { kind, content } of entries) {
      const step = typeof content.step === 'string' ? content.step : undefined;
      if (kind === 'opened' || step === 'askAgain') await put(work, after.id, after.holder.bodyId);
      else if (step === 'sendBack') await putBack(work, after.id, after.holder.bodyId);
      else if (kind === 'stepTaken' && step !== undefined && byPeople.has(step)) await dropHandoffs(work, after.id);
    }
  });
}

async function put(work: Work, taskId: string, bodyId: string): Promise<void> {
  if (await findConnection(work, bodyId)) await insertHandoff(work, taskId, bodyId);
}

/** Only where their system had it: what was told by telephone goes on by telephone. */
async function putBack(work: Work, taskId: string, bodyId: string): Promise<void> {
  const last = (await loadHandoffs(work, taskId)).at(-1);
  if (last?.state === 'closed') await put(work, taskId, bodyId);
}
