import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import type { Fields } from '../kit/fields.ts';
import type { Input } from '../kit/matter.ts';
import { bindAttachments } from '../store/attachment-store.ts';

/** Binds the photos named in an input to the entry they belong to; refuses `photo.not_found` when one cannot be. */
export async function bindInputPhotos(
  work: Work,
  fields: Fields,
  input: Input,
  entry: { readonly matterId: string; readonly seq: number },
): Promise<Result<null, 'photo.not_found'>> {
  for (const [field, { kind }] of Object.entries(fields)) {
    const photoIds = input[field];
    if (kind !== 'photos' || !Array.isArray(photoIds) || photoIds.length === 0) continue;
    const bound = await bindAttachments(work, photoIds, { ...entry, field });
    if (bound !== photoIds.length) return refuse('photo.not_found');
  }
  return done(null);
}
