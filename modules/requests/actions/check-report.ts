import type { Work } from '../../../platform/work.ts';
import { findCommunityBody, type Body } from '../../bodies/index.ts';
import { findArea } from '../../territory/index.ts';
import { readReport, type Report, type ReportFault } from '../rules/read-report.ts';

export type CheckedReport =
  | {
      readonly ok: true;
      readonly value: { readonly place: string; readonly phone: string | null; readonly body: Body };
    }
  | { readonly ok: false; readonly faults: Readonly<Record<string, ReportFault>> };

/**
 * Checks a report (诉求填写校验) field by field, the community included; the form asks it page by page, raising asks it whole.
 *
 * @returns place and telephone number as they are stored, and the residents' committee of the community; or for each
 *   wrong field its fault
 */
export async function checkReport(work: Work, report: Report & { readonly community: string }): Promise<CheckedReport> {
  const read = readReport(report);
  const area = await findArea(work, report.community);
  const body = area?.kind === 'community' ? await findCommunityBody(work, area.code) : undefined;
  if (read.ok && body) return { ok: true, value: { ...read.value, body } };
  return {
    ok: false,
    faults: { ...(read.ok ? {} : read.faults), ...(body ? {} : { community: { code: 'field.required' } }) },
  };
}
