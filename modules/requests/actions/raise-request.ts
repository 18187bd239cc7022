import { blindIndex, seal } from '../../../platform/crypto/cipher.ts';
import type { DistrictKeys } from '../../../platform/crypto/keys.ts';
import { refuse, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import { findFirstContact } from '../../bodies/index.ts';
import {
  bodyRefOf,
  cleanText,
  findHeldProcedure,
  openMatter,
  type Asker,
  type FieldsRefused,
  type Opened,
} from '../../matters/index.ts';
import type { Behalf } from '../contract/behalf.ts';
import type { Category, Channel } from '../contract/category.ts';
import { residentRequest } from '../procedures/resident-request.ts';
import { proposeCategory } from '../rules/dispatch-catalogue.ts';
import { subjectOf } from '../rules/subject-of.ts';
import { titleOf } from '../rules/title-of.ts';
import { findGridOf } from '../store/find-grid-of.ts';
import { checkReport } from './check-report.ts';
import { insertReporter, insertRequest } from '../store/request-store.ts';

export type RaiseRequest = {
  readonly commandId: string;
  readonly matterId: string;
  readonly what: string;
  readonly photos: readonly string[];
  /** Code of the community, 12 digits. */
  readonly community: string;
  readonly place: string;
  readonly category: Category;
  readonly phone: string;
  readonly wantsPublic: boolean;
  readonly confidential?: boolean;
  readonly behalf?: Behalf;
  readonly channel: Channel;
  /** The grid that the person chose where the place may lie in several; `none` when it was none of them. */
  readonly grid?: string;
};

/**
 * Raises a request (提出诉求): it has a number, a first contact with a name and a clock before the person has put the
 * phone away. Without an account; a worker may take it down for someone (代录), and is then the first contact.
 *
 * @returns the matter, also for the same command sent again; or a refusal:
 *   - `input.fields`: what is wrong at `what`, `community`, `place`, `phone` or `photos`
 *   - `request.nobody_in_charge`: nobody is in post from the place up to the district
 *   - `procedure.not_found`: no version of the procedure holds yet
 *   - `command.used_elsewhere`, `photo.not_found` as {@link openMatter}
 * @source S25, S45
 */
export async function raiseRequest(
  work: Work,
  input: RaiseRequest,
  keys: DistrictKeys,
): Promise<Result<Opened> | FieldsRefused> {
  const checked = await checkReport(work, input);
  if (!checked.ok) return { ok: false, code: 'input.fields', fields: checked.faults };
  const { place, phone, body, community } = checked.value;

  const category = input.category === 'other' ? proposeCategory(cleanText(input.what)) : input.category;
  const [areaCode, held, keeper] = await Promise.all([
    findGridOf(work, { community, grid: input.grid, place }),
    findHeldProcedure(work, residentRequest.id),
    bodyRefOf(work, body),
  ]);
  const firstContact = await findFirst(work, areaCode);
  if (!firstContact) return refuse('request.nobody_in_charge');
  if (!held) return refuse('procedure.not_found');
  const opened = await openMatter(work, {
    procedureId: held.id,
    procedureVersion: held.version,
    commandId: input.commandId,
    matterId: input.matterId,
    ...openedBy(work),
    areaCode,
    place,
    title: titleOf(input.what),
    firstContact,
    keeper,
    subject: subjectOf(category),
    input: { what: input.what, photos: input.photos },
  });
  if (!opened.ok || opened.value.repeated) return opened;

  const { matterId } = opened.value;
  const { channel, wantsPublic, confidential = false, behalf = 'self' } = input;
  await Promise.all([
    insertRequest(work, { matterId, channel, category, wantsPublic, confidential, behalf }),
    phone ? savePhone(work, { matterId, phone }, keys) : null,
  ]);
  return opened;
}

/** Keeps the telephone number of the person who asked, encrypted (联系电话). */
export async function savePhone(
  work: Work,
  { matterId, phone }: { readonly matterId: string; readonly phone: string },
  keys: DistrictKeys,
): Promise<void> {
  const phoneSealed = seal(keys.field, phone, phoneContext(work.districtId, matterId));
  await insertReporter(work, { matterId, phoneSealed, phoneIndex: blindIndex(keys.index, 'phone', phone) });
}

/** Ties an encrypted number to its request, so that it cannot be moved to another. */
export const phoneContext = (districtId: number, matterId: string): string => `phone ${districtId} ${matterId}`;

/** The worker who took it down; else who answers for the place. */
async function findFirst(work: Work, areaCode: string) {
  const { actor } = work;
  if (actor.kind === 'worker') return { accountId: actor.accountId, postId: actor.postId, bodyId: actor.bodyId };
  return findFirstContact(work, areaCode);
}

function openedBy({ actor }: Work): { by: Asker; role: string } {
  return actor.kind === 'worker' ? { by: actor, role: 'firstContact' } : { by: { kind: 'reporter' }, role: 'reporter' };
}
