import { done, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import type { FieldsRefused } from '../../matters/index.ts';
import { getToday } from '../../territory/index.ts';
import { faultsInDraft, faultsInOccasion, maskDraft, type Draft } from '../rules/disclosure.ts';

type Preview = { words: string; rows: string[][]; seen: string; hasHidden: boolean };

/**
 * How a disclosure will read in public (公开稿预览), masked.
 *
 * @param draft the words and the table; with `item` and `period` also what it is and for when
 * @returns the masked form; or `input.fields` with everything that {@link faultsInDraft} and {@link faultsInOccasion} say, so that
 *   nothing new is wrong after the look
 */
export async function previewDisclosure(
  work: Work,
  { item, period, ...draft }: Draft & { readonly item?: string | undefined; readonly period?: string | undefined },
): Promise<Result<Preview> | FieldsRefused> {
  const occasion = item === undefined ? {} : faultsInOccasion({ item, period: period ?? '' }, await getToday(work));
  const fields = { ...occasion, ...faultsInDraft(draft) };
  if (Object.keys(fields).length > 0) return { ok: false, code: 'input.fields', fields };
  const masked = maskDraft(draft);
  return done({ ...masked, rows: masked.rows.map((row) => [...row]) });
}
