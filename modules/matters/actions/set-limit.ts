import { refuse, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import { readSince } from '../rules/read-day.ts';
import { maySetLimit } from '../rules/may-set-limit.ts';
import { calendarOf, findHeldProcedure } from '../store/ground-store.ts';
import { insertSetting } from '../store/setting-store.ts';

export type SetLimit = {
  readonly procedureId: string;
  readonly clock: string;
  readonly amount: number | null;
  /** `YYYY-MM-DD`; today means from this instant on. */
  readonly sinceOn: string;
  readonly reason: string;
  readonly source: string;
};

/**
 * Sets a limit of the district otherwise (调整时限), for runs that start after; those that run keep the length they began with.
 *
 * @returns done, or a refusal of {@link maySetLimit}
 */
export async function setLimit(work: Work, order: SetLimit): Promise<Result<null>> {
  const since = readSince(order.sinceOn, await calendarOf(work), work.now);
  if (!since) return refuse('setting.backwards');
  const procedure = await findHeldProcedure(work, order.procedureId);
  const wanted = { ...order, since };
  const may = maySetLimit(procedure, wanted, work);
  if (may.ok) await insertSetting(work, order.procedureId, wanted);
  return may;
}
