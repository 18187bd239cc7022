import type { FileStore } from '../../../platform/files/folder.ts';
import type { Work } from '../../../platform/work.ts';
import { findAttachment } from '../store/attachment-store.ts';

/** Finds the bytes of a photo of a matter (照片); undefined outside the scope of the work. */
export async function findPhoto(
  work: Work,
  ask: { readonly matterId: string; readonly photoId: string },
  files: FileStore,
): Promise<{ bytes: Buffer; mediaType: string } | undefined> {
  const photo = await findAttachment(work, ask.matterId, ask.photoId);
  return photo && { bytes: await files.get(photo.sha256), mediaType: photo.mediaType };
}
