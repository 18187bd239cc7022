import { blindIndex, seal } from '../../../platform/crypto/cipher.ts';
import type { DistrictKeys } from '../../../platform/crypto/keys.ts';
import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import type { FieldsRefused } from '../../matters/index.ts';
import type { Language } from '../../../platform/i18n/words.ts';
import { readPhone } from '../rules/read-phone.ts';
import { saveMessageChoice, savePhone } from '../store/message-choice-store.ts';
import { findRequest } from '../store/request-store.ts';
import { phoneContext } from './raise-request.ts';

export type MessageChoice = 'none' | 'sms';
export type MessageChosen = {
  readonly matterId: string;
  readonly messages: MessageChoice;
  readonly phone: string;
  /** In which messages are written: that of the page where they were chosen. */
  readonly language: Language;
};

/**
 * Lets the person who asked choose whether they get messages about it (短信通知). A number given here takes the place of the one
 * left before; without one, the one left before is used.
 *
 * @returns done, or a refusal: `matter.not_found`, `input.fields` with `request.phone_unreadable` or `request.phone_needed` at
 *   `phone`
 */
export async function chooseMessages(
  work: Work,
  { matterId, messages, phone, language }: MessageChosen,
  keys: DistrictKeys,
): Promise<Result<null> | FieldsRefused> {
  const wrong = (code: string): FieldsRefused => ({ ok: false, code: 'input.fields', fields: { phone: { code } } });
  if (!(await findRequest(work, matterId))) return refuse('matter.not_found');
  if (messages === 'sms' && phone.trim()) {
    const read = readPhone(phone);
    if (!read.ok || read.value === null) return wrong('request.phone_unreadable');
    const phoneSealed = seal(keys.field, read.value, phoneContext(work.districtId, matterId));
    await savePhone(work, { matterId, phoneSealed, phoneIndex: blindIndex(keys.index, 'phone', read.value) });
  }
  const isSaved = await saveMessageChoice(work, matterId, { messages, language });
  return isSaved || messages === 'none' ? done(null) : wrong('request.phone_needed');
}
