import { v7 as uuidv7 } from 'uuid';
import type { FileStore } from '../../../platform/files/folder.ts';
import { shrinkPhoto } from '../../../platform/files/shrink-photo.ts';
import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import { findMatterIdByNumber, readMatterNumber, type FieldsRefused } from '../../matters/index.ts';
import { getToday } from '../../territory/index.ts';
import { communityOf } from '../rules/community-of.ts';
import { faultsInDisclosure, kindOfFile, maskDraft, type Wish } from '../rules/disclosure.ts';
import {
  findDisclosureFile,
  findDisclosureRow,
  insertDisclosure,
  insertDisclosureFile,
} from '../store/disclosure-store.ts';

/**
 * Stores a file that a disclosure will name (公开附件): its type is read from its content, a picture is made anew without what it knows
 * of place and device.
 *
 * @returns its id; or a refusal: `disclosure.not_your_post`, `file.missing`, `file.too_large`, `file.not_allowed`, those of a photo
 */
export async function storeDisclosureFile(
  work: Work,
  { bytes, maxBytes, files }: { readonly bytes: Buffer; readonly maxBytes: number; readonly files: FileStore },
): Promise<Result<{ id: string; bytes: number }>> {
  const areaCode = communityOf(work.actor);
  if (work.actor.kind !== 'worker' || areaCode === undefined) return refuse('disclosure.not_your_post');
  if (bytes.length === 0) return refuse('file.missing');
  if (bytes.length > maxBytes) return refuse('file.too_large', { megabytes: Math.floor(maxBytes / 1_048_576) });
  const kind = kindOfFile(bytes);
  if (!kind) return refuse('file.not_allowed');
  const picture = kind === 'picture' ? await shrinkPhoto(bytes, { maxBytes }) : undefined;
  if (picture && !picture.ok) return picture;
  const kept = picture?.value ?? { bytes, mediaType: 'application/pdf' };
  const { sha256 } = await files.put(kept.bytes);
  const file = { id: uuidv7(), areaCode, sha256, mediaType: kept.mediaType, bytes: kept.bytes.length };
  await insertDisclosureFile(work, file, work.actor.accountId);
  return done({ id: file.id, bytes: file.bytes });
}

export type Disclose = Wish & { readonly commandId: string; readonly fileId: string | null };

/**
 * Discloses something for the asker's own community (公开), masked as it was looked at, in the caller's transaction; or corrects what was
 * disclosed, by a later entry that says why. Nothing is ever changed or taken away. The same command again changes nothing.
 *
 * @returns its id; or a refusal: `disclosure.not_your_post`; `input.fields` with what {@link faultsInDisclosure} says, and
 *   `disclosure.no_file`, `disclosure.no_such_matter` at `about`, `disclosure.published_already` at `period`, `disclosure.corrected_meanwhile` at `reason`
 * @source catalogue S67, S68; features 76
 */
export async function disclose(work: Work, wish: Disclose): Promise<Result<{ id: string }> | FieldsRefused> {
  const areaCode = communityOf(work.actor);
  const { actor } = work;
  if (actor.kind !== 'worker' || areaCode === undefined) return refuse('disclosure.not_your_post');
  const again = await findDisclosureRow(work, wish.commandId);
  if (again) return again.areaCode === areaCode ? done({ id: again.id }) : refuse('disclosure.not_your_post');
  const about = await findAbout(work, wish);
  const faults = {
    ...faultsInDisclosure(wish, await getToday(work)),
    ...(about === undefined ? { about: { code: 'disclosure.no_such_matter' } } : {}),
    ...(await faultsBehind(work, wish, areaCode)),
  };
  if (Object.keys(faults).length > 0) return { ok: false, code: 'input.fields', fields: faults };
  const { words, rows } = maskDraft(wish);
  const isNew = await insertDisclosure(work, {
    id: wish.commandId,
    areaCode,
    item: wish.item,
    period: wish.period,
    words,
    rows: rows.length > 0 ? rows : null,
    fileId: wish.fileId,
    corrects: wish.corrects,
    about: about ?? null,
    reason: wish.corrects === null ? null : maskDraft({ words: wish.reason, rows: [] }).words,
    accountId: actor.accountId,
    postId: actor.postId,
    bodyId: actor.bodyId,
  });
  if (isNew) return done({ id: wish.commandId });
  const fields = wish.corrects
    ? { reason: { code: 'disclosure.corrected_meanwhile' } }
    : { period: { code: 'disclosure.published_already' } };
  return { ok: false, code: 'input.fields', fields };
}

/** The matter that a notice is about, in the asker's scope; what is corrected stays about the same. Undefined: there is none such. */
async function findAbout(work: Work, { about, corrects }: Disclose) {
  const before = corrects === null ? undefined : await findDisclosureRow(work, corrects);
  const typed = before ? (before.aboutNumber ?? '') : about.trim();
  if (typed === '') return null;
  const number = readMatterNumber(typed);
  const matterId = number === undefined ? undefined : await findMatterIdByNumber(work, number);
  return number === undefined || matterId === undefined ? undefined : { matterId, number };
}

/** What only the database knows: whether the file is there, and whether the entry to correct is the one that holds. */
async function faultsBehind(work: Work, { fileId, corrects, item, period }: Disclose, areaCode: string) {
  const file = fileId === null ? undefined : await findDisclosureFile(work, fileId);
  const before = corrects === null ? undefined : await findDisclosureRow(work, corrects);
  const isSame = before?.areaCode === areaCode && before.item === item && before.period === period;
  return {
    ...(fileId !== null && file?.areaCode !== areaCode ? { file: { code: 'disclosure.no_file' } } : {}),
    ...(corrects !== null && (!isSame || before.correctedBy !== null)
      ? { reason: { code: 'disclosure.corrected_meanwhile' } }
      : {}),
  };
}
