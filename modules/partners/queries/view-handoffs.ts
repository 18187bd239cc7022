import { say } from '../../../platform/i18n/words.ts';
import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import { listStandings } from '../../matters/index.ts';
import type { HandoffView } from '../contract/routes.ts';
import { outsideTask } from '../procedures/outside-task.ts';
import { findConnection } from '../store/connection-store.ts';
import { loadHandoffs } from '../store/handoff-store.ts';
import '../words/index.ts';

type Seen = {
  readonly isConnected: boolean;
  readonly isPaused: boolean;
  readonly lastOkAt: string | null;
  readonly handoffs: HandoffView[];
};

/** What became of a task in the system of the outside body (送达情况); refuses with `matter.not_found` outside the scope of the work. */
export async function viewHandoffs(work: Work, taskId: string): Promise<Result<Seen, 'matter.not_found'>> {
  const task = (await listStandings(work, [taskId])).get(taskId);
  if (task?.procedureId !== outsideTask.id) return refuse('matter.not_found');
  const connection = await findConnection(work, task.holderBodyId);
  const handoffs = await loadHandoffs(work, taskId);
  return done({
    isConnected: connection !== undefined,
    isPaused: connection?.isPaused ?? false,
    lastOkAt: connection?.lastOkAt?.toISOString() ?? null,
    handoffs: handoffs.map(({ round, state, madeAt, sentAt, reference, attempts, nextTryAt, error }) => ({
      round,
      state,
      reference,
      attempts,
      madeAt: madeAt.toISOString(),
      sentAt: sentAt?.toISOString() ?? null,
      nextTryAt: nextTryAt?.toISOString() ?? null,
      error: error === null ? null : say('partners', `errors.${error}`),
    })),
  });
}
