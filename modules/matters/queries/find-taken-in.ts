import { keepPlans } from '../../../platform/db/transaction.ts';
import type { Work } from '../../../platform/work.ts';
import type { WorkerView } from '../contract/views.ts';
import type { ClockRun } from '../kit/matter.ts';
import { loadMatter } from '../store/matter-store.ts';
import { loadNames } from './names.ts';

export type TakenIn = {
  readonly number: string;
  readonly firstContact: WorkerView;
  readonly running: readonly Pick<ClockRun, 'clock' | 'dueAt'>[];
};

/** Finds what somebody is told as soon as their matter is taken in (登记结果); undefined outside the scope of the work. */
export async function findTakenIn(work: Work, matterId: string): Promise<TakenIn | undefined> {
  const [loaded] = await Promise.all([loadMatter(work, matterId), keepPlans(work)]);
  if (!loaded) return undefined;
  const { firstContact, clocks } = loaded.matter;
  const { accountId, postId, bodyId } = firstContact;
  const names = await loadNames(work, [bodyId], [accountId], { postIds: [postId] });
  return {
    number: loaded.face.number,
    firstContact: names.present(accountId, postId, bodyId),
    running: clocks.filter(({ endedAt }) => endedAt === null),
  };
}
