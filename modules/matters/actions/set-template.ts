import { refuse, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import { maySetTemplate } from '../rules/may-set-template.ts';
import { readDay } from '../rules/read-day.ts';
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
  const calendar = await calendarOf(work);
  const day = readDay(order.sinceOn);
  if (day === undefined) return refuse('setting.backwards');
  const since = day === calendar.dayOf(work.now) ? work.now : calendar.instantOf(day, 0);
  const words = order.words?.trim() ? order.words : null;
  const wanted = { ...order, words, since };
  const may = maySetTemplate(await findHeldProcedure(work, order.procedureId), wanted, work);
  if (may.ok) await insertTemplate(work, order.procedureId, wanted);
  return may;
}
