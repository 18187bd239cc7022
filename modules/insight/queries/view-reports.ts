import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Both } from '../../../platform/i18n/words.ts';
import type { Work } from '../../../platform/work.ts';
import { describePeople } from '../../bodies/index.ts';
import { listTitles, readCursor, writeCursor } from '../../matters/index.ts';
import { maskText } from '../../requests/index.ts';
import type { ReportHead, ReportView } from '../contract/report.ts';
import type { ReachView } from '../contract/views.ts';
import { loadReport, loadReports, type KeptReport } from '../store/report-store.ts';
import { readReach, type ReachRefusal } from './read-reach.ts';

const PAGE = 30;

/**
 * Lists the reports made of one area or body (历次报告), the newest first, one page by key.
 *
 * @returns the page; or a refusal of {@link readReach}, or `page.bad_cursor`
 */
export async function listReports(
  work: Work,
  ask: { readonly area?: string | undefined; readonly after?: string | undefined },
): Promise<Result<{ reach: ReachView; reports: ReportHead[]; next: string | null }, ReachRefusal | 'page.bad_cursor'>> {
  const read = await readReach(work, ask.area);
  if (!read.ok) return read;
  const cursor = ask.after === undefined ? null : readCursor(ask.after);
  if (cursor === undefined) return refuse('page.bad_cursor');
  const { view, bodyId } = read.value;
  const rows = await loadReports(work, { area: view.area, bodyId }, cursor, PAGE + 1);
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  const names = await nameMakers(work, shown);
  return done({
    reach: view,
    reports: shown.map((report) => headOf(report, names)),
    next: rows.length > PAGE && last ? writeCursor({ value: last.key, id: last.id }) : null,
  });
}

/**
 * Finds a report that the reader's scope shows (查看报告), with the titles of the matters that the reader may open, masked.
 *
 * @returns the report; or a refusal: `report.not_found`
 */
export async function findReport(work: Work, id: string): Promise<Result<ReportView, 'report.not_found'>> {
  const report = await loadReport(work, id);
  if (!report) return refuse('report.not_found');
  const titles = await listTitles(
    work,
    report.content.matters.map((matter) => matter.id),
  );
  return done({
    ...headOf(report, await nameMakers(work, [report])),
    content: report.content,
    titles: Object.fromEntries([...titles].map(([matterId, title]) => [matterId, maskText(title)])),
  });
}

async function nameMakers(work: Work, reports: readonly KeptReport[]): Promise<ReadonlyMap<string, Both>> {
  const people = await describePeople(work, [...new Set(reports.map(({ madeBy }) => madeBy))]);
  return new Map(people.map(({ accountId, nameZh, nameEn }) => [accountId, { zh: nameZh, en: nameEn }]));
}

const headOf = (
  { id, kind, from, until, madeAt, madeBy, content }: KeptReport,
  names: ReadonlyMap<string, Both>,
): ReportHead => ({
  id,
  kind,
  from,
  until,
  madeAt: madeAt.toISOString(),
  madeBy: names.get(madeBy) ?? { zh: '', en: '' },
  name: content.reach.name,
});
