import { v7 as uuidv7 } from 'uuid';
import type { FileStore } from '../../../platform/files/folder.ts';
import { shrinkPhoto } from '../../../platform/files/shrink-photo.ts';
import { done, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import { insertAttachment } from '../store/attachment-store.ts';

export type StoredPhoto = { readonly photoId: string; readonly width: number; readonly height: number };

/**
 * Stores an uploaded photo (照片), shrunk and without metadata, until a step of a matter takes it up.
 *
 * @returns its id and size in pixels; or a refusal of `shrinkPhoto`
 */
export async function storePhoto(
  work: Work,
  upload: { readonly bytes: Buffer; readonly maxBytes: number; readonly files: FileStore },
): Promise<Result<StoredPhoto>> {
  const shrunk = await shrinkPhoto(upload.bytes, upload);
  if (!shrunk.ok) return shrunk;
  const { bytes, mediaType, width, height } = shrunk.value;
  const { sha256 } = await upload.files.put(bytes);
  const id = uuidv7();
  await insertAttachment(work, { id, sha256, mediaType, bytes: bytes.length, width, height });
  return done({ photoId: id, width, height });
}
