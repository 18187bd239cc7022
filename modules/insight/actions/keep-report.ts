import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import { loadReport, saveReport, type KeptReport } from '../store/report-store.ts';

/**
 * Keeps a report as it was counted (留存报告), in the caller's transaction. The same one sent again makes nothing twice.
 *
 * @param prepare counts it; not called when it is kept already
 * @returns the id; or the refusal of `prepare`, or `report.id_taken` when the id is that of a report elsewhere
 */
export async function keepReport<Code extends string>(
  work: Work,
  id: string,
  prepare: () => Promise<Result<KeptReport, Code>>,
): Promise<Result<{ id: string }, Code | 'report.id_taken'>> {
  if (await loadReport(work, id)) return done({ id });
  const prepared = await prepare();
  if (!prepared.ok) return prepared;
  await saveReport(work, prepared.value);
  return (await loadReport(work, id)) ? done({ id }) : refuse('report.id_taken');
}
