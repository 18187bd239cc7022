import { readInput, type FieldFault } from '../../matters/index.ts';
import { readPhone } from './read-phone.ts';
import { placeField, reportFields } from './report-fields.ts';

/** What a person wrote when raising a request, before anything is looked up. */
export type Report = {
  readonly what: string;
  readonly photos: readonly string[];
  readonly place: string;
  readonly phone: string;
};

export type ReportFault = FieldFault | { readonly code: 'request.phone_unreadable' };
export type ReadReport =
  | { readonly ok: true; readonly value: { readonly place: string; readonly phone: string | null } }
  | { readonly ok: false; readonly faults: Readonly<Record<string, ReportFault>> };

/**
 * Checks what a person wrote when raising a request (诉求填写校验), field by field, so that each page of the form can ask
 * about its own fields.
 *
 * @returns place and telephone number as they are stored; or for each wrong field its fault
 */
export function readReport({ what, photos, place, phone }: Report): ReadReport {
  const asked = readInput(reportFields, { what, photos });
  const where = readInput(placeField, { place });
  const called = readPhone(phone);
  const faults: Record<string, ReportFault> = {
    ...(asked.ok ? {} : asked.faults),
    ...(where.ok ? {} : where.faults),
    ...(called.ok ? {} : { phone: { code: called.code } }),
  };
  if (!where.ok || !called.ok || Object.keys(faults).length > 0) return { ok: false, faults };
  return { ok: true, value: { place: String(where.input['place']), phone: called.value } };
}
