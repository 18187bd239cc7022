import { done, type Result } from '../../../platform/result.ts';
import type { FieldsRefused } from '../../matters/index.ts';
import { faultsInDraft, maskDraft, type Draft } from '../rules/disclosure.ts';

type Preview = { words: string; rows: string[][]; seen: string; hasHidden: boolean };

/** How a disclosure will read in public (公开稿预览), masked; or `input.fields` with what {@link faultsInDraft} says. */
export function previewDisclosure(draft: Draft): Result<Preview> | FieldsRefused {
  const fields = faultsInDraft(draft);
  if (Object.keys(fields).length > 0) return { ok: false, code: 'input.fields', fields };
  const masked = maskDraft(draft);
  return done({ ...masked, rows: masked.rows.map((row) => [...row]) });
}
