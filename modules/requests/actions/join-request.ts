import { v7 as uuidv7 } from 'uuid';
import { refuse, type Result } from '../../../platform/result.ts';
import type { DistrictKeys } from '../../../platform/crypto/keys.ts';
import type { Work } from '../../../platform/work.ts';
import {
  findBodyRef,
  findCourse,
  findHeldProcedure,
  openMatter,
  takeStep,
  type FieldsRefused,
  type Opened,
} from '../../matters/index.ts';
import { residentRequest } from '../procedures/resident-request.ts';
import { readPhone } from '../rules/read-phone.ts';
import { savePhone } from './raise-request.ts';
import { findRequest, insertRequest } from '../store/request-store.ts';
import { findPublishedId } from '../store/publication-store.ts';

export type JoinRequest = {
  readonly commandId: string;
  /** Made by the caller, a UUIDv7: the matter of whoever joins in. */
  readonly matterId: string;
  /** Number of the public request, as it was typed. */
  readonly number: string;
  /** What the neighbour adds in their own words; may be empty. */
  readonly words: string;
  readonly photos?: readonly string[];
  /** A telephone number for questions, as it was typed, and the keys to seal it with. */
  readonly contact?: { readonly phone: string; readonly keys: DistrictKeys };
};

const DEFAULT_WORDS = '我也有这件事。This is mine too.';

/**
 * Lets a neighbour say of a public request "this is mine too" (附议): they get a number and a code of their own, follow it
 * with them, and are asked at the end whether it is solved. Without an account. The work needs the scope of the whole
 * district, because two matters are written; the caller shows nothing of it.
 *
 * @returns the matter of whoever joined, also for the same command sent again; or a refusal:
 *   - `request.not_open_to_join`: it is not public, or has ended
 *   - `input.fields`: the words are too long, the telephone number cannot be read
 *   - those of {@link openMatter} and {@link takeStep}
 * @source features 46; decision 0008
 */
export async function joinRequest(work: Work, input: JoinRequest): Promise<Result<Opened> | FieldsRefused> {
  const phone = readPhone(input.contact?.phone ?? '');
  if (!phone.ok) return { ok: false, code: 'input.fields', fields: { phone: { code: phone.code } } };
  const publishedId = await findPublishedId(work, input.number);
  const joined = publishedId === undefined ? undefined : await findCourse(work, publishedId);
  const request = publishedId === undefined ? undefined : await findRequest(work, publishedId);
  if (!joined || !request || joined.stage === 'final' || joined.matter.procedureId !== residentRequest.id)
    return refuse('request.not_open_to_join');
  const { matter, face } = joined;
  const held = await findHeldProcedure(work, residentRequest.id);
  if (!held?.steps['joinIn']) return refuse('request.not_open_to_join');
  const opened = await openMatter(work, {
    procedureId: held.id,
    procedureVersion: held.version,
    commandId: input.commandId,
    matterId: input.matterId,
    by: { kind: 'reporter' },
    role: 'reporter',
    areaCode: matter.areaCode,
    place: face.place,
    title: face.title,
    firstContact: matter.firstContact,
    keeper: await findBodyRef(work, matter.holder.bodyId),
    subject: matter.subject,
    input: { what: input.words.trim() === '' ? DEFAULT_WORDS : input.words, photos: input.photos ?? [] },
  });
  if (!opened.ok || opened.value.repeated) return opened;
  const { matterId } = opened.value;
  await insertRequest(work, { matterId, channel: 'site', category: request.category, wantsPublic: false });
  if (phone.value && input.contact) await savePhone(work, { matterId, phone: phone.value }, input.contact.keys);
  const asProgram: Work = { ...work, actor: { kind: 'system', name: 'timer' } };
  const tied = await takeStep(asProgram, {
    matterId,
    step: 'joinIn',
    commandId: uuidv7(),
    seenSeq: 1,
    input: { into: face.number },
  });
  return tied.ok ? opened : tied;
}
