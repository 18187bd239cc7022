import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import type { ReportOrder } from '../contract/report.ts';
import { reportDays } from '../rules/report-days.ts';
import type { KeptReport } from '../store/report-store.ts';
import { countReport, todayOf } from './count-report.ts';
import { readReach, type ReachRefusal } from './read-reach.ts';

/**
 * Counts a weekly or monthly report (周报、月报) of an area or of the own body, as it is kept. The command is its id.
 *
 * @returns the report; or a refusal: `report.not_over`, `report.too_early`, or of {@link readReach}
 */
export async function prepareReport(
  work: Work,
  { commandId, kind, day, area }: ReportOrder,
): Promise<Result<KeptReport, ReachRefusal | 'report.not_over' | 'report.too_early'>> {
  if (work.actor.kind !== 'worker') return refuse('access.nothing_to_see');
  const reach = await readReach(work, area);
  if (!reach.ok) return reach;
  const days = reportDays(kind, day, await todayOf(work));
  if (!days.ok) return days;
  const { from, until } = days.value;
  return done({
    id: commandId,
    kind,
    areaCode: reach.value.view.area,
    bodyId: reach.value.bodyId,
    from,
    until,
    madeAt: work.now,
    madeBy: work.actor.accountId,
    content: await countReport(work, reach.value, days.value, work.actor.bodyId),
  });
}
