import type { Work } from '../../../platform/work.ts';

export type Attachment = {
  readonly id: string;
  readonly sha256: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
};

export async function insertAttachment(work: Work, photo: Attachment): Promise<void> {
  await work.db
    .insertInto('matters.attachments')
    .values({
      district_id: work.districtId,
      id: photo.id,
      sha256: photo.sha256,
      media_type: photo.mediaType,
      bytes: photo.bytes,
      width: photo.width,
      height: photo.height,
      made_at: work.now,
    })
    .execute();
}

/** Binds uploaded photos to an entry; says how many were still free to be bound. */
export async function bindAttachments(
  work: Work,
  photoIds: readonly string[],
  to: { readonly matterId: string; readonly seq: number; readonly field: string },
): Promise<number> {
  const result = await work.db
    .updateTable('matters.attachments')
    .set({ matter_id: to.matterId, seq: to.seq, field: to.field })
    .where('district_id', '=', work.districtId)
    .where('id', 'in', [...photoIds])
    .where('matter_id', 'is', null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

/** A photo of a matter; undefined outside the scope of the work. */
export async function findAttachment(work: Work, matterId: string, photoId: string): Promise<Attachment | undefined> {
  const row = await work.db
    .selectFrom('matters.attachments')
    .select(['id', 'sha256', 'media_type as mediaType', 'bytes', 'width', 'height'])
    .where('district_id', '=', work.districtId)
    .where('matter_id', '=', matterId)
    .where('id', '=', photoId)
    .executeTakeFirst();
  return row;
}
