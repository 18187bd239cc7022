import { refuse, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import { maySetTemplate } from '../rules/may-set-template.ts';
import { readSince } from '../rules/read-day.ts';
import { calendarOf, findHeldProcedure } from '../store/ground-store.ts';
import { insertTemplate } from '../store/template-store.ts';

export type SetTemplate = {
  readonly procedureId: string;
  readonly step: string;
  readonly field: string;
  readonly words: string | null;
  /** `YYYY-MM-DD`; today means from this instant on. */
  readonly sinceOn: string;
  readonly reason: string;
  readonly source: string;
};

/**
 * Sets the starting text of an answer in the district (设定答复范本); what was written before stays as it was.
 *
 * @returns done, or a refusal of {@link maySetTemplate}
 */
export async function setTemplate(work: Work, order: SetTemplate): Promise<Result<null>> {
  const since = readSince(order.sinceOn, await calendarOf(work), work.now);
  if (!since) return refuse('setting.backwards');
  const words = order.words?.trim() ? order.words : null;
  const wanted = { ...order, words, since };
  const may = maySetTemplate(await findHeldProcedure(work, order.procedureId), wanted, work);
  if (may.ok) await insertTemplate(work, order.procedureId, wanted);
  return may;
}
