import type { Work } from '../../../platform/work.ts';
import { findCommunityBody, type Body } from '../../bodies/index.ts';
import { findLivingArea } from '../../territory/index.ts';
import { readReport, type Report, type ReportFault } from '../rules/read-report.ts';

export type CheckedReport =
  | {
      readonly ok: true;
      readonly value: {
        readonly place: string;
        readonly phone: string | null;
        readonly body: Body;
        readonly community: string;
      };
    }
  | { readonly ok: false; readonly faults: Readonly<Record<string, ReportFault>> };

/**
 * Checks a report (诉求填写校验) field by field, the community included; the form asks it page by page, raising asks it whole.
 *
 * @returns place and telephone number as they are stored, the community as it is today, and its residents' committee; or for each
 *   wrong field its fault
 */
export async function checkReport(work: Work, report: Report & { readonly community: string }): Promise<CheckedReport> {
  const read = readReport(report);
  // The code on an old poster leads to what its community has become.
  const area = await findLivingArea(work, report.community);
  const body = area?.kind === 'community' ? await findCommunityBody(work, area.code) : undefined;
  if (read.ok && area && body) return { ok: true, value: { ...read.value, body, community: area.code } };
  return {
    ok: false,
    faults: { ...(read.ok ? {} : read.faults), ...(body ? {} : { community: { code: 'field.required' } }) },
  };
}
