import { blindIndex, seal } from '../../../platform/crypto/cipher.ts';
import type { DistrictKeys } from '../../../platform/crypto/keys.ts';
import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import type { FieldsRefused } from '../../matters/index.ts';
import type { Language } from '../../../platform/i18n/words.ts';
import { readMail } from '../rules/read-mail.ts';
import { readPhone } from '../rules/read-phone.ts';
import { findMessageChoice, saveMessageChoice, savePhone } from '../store/message-choice-store.ts';
import { findPhoneSealed, findRequest } from '../store/request-store.ts';
import { phoneContext } from './raise-request.ts';

export type MessageChoice = 'none' | 'sms' | 'mail';

export type MessageChosen = {
  readonly matterId: string;
  readonly messages: MessageChoice;
  readonly phone: string;
  readonly mail?: string;
  /** Only while it waits for the person or has ended, not at every step. */
  readonly onlyOwed?: boolean;
  /** In which messages are written: that of the page where they were chosen. */
  readonly language: Language;
};

/** Ties a sealed mail address to its request. */
export const mailContext = (districtId: number, matterId: string): string => `mail ${districtId} ${matterId}`;

/**
 * Lets the person who asked choose how and when they hear of it (告知方式). A number or address given here takes the place of the one
 * left before; without one, the one left before is used. Another way than mail erases the address.
 *
 * @returns done, or a refusal: `matter.not_found`, `input.fields` with `request.phone_unreadable` or `request.phone_needed` at
 *   `phone`, or with `request.mail_unreadable` at `mail`
 */
export async function chooseMessages(
  work: Work,
  { matterId, messages, phone, mail = '', onlyOwed = false, language }: MessageChosen,
  keys: DistrictKeys,
): Promise<Result<null> | FieldsRefused> {
  const wrong = (field: string, code: string): FieldsRefused => ({
    ok: false,
    code: 'input.fields',
    fields: { [field]: { code } },
  });
  if (!(await findRequest(work, matterId))) return refuse('matter.not_found');
  if (messages === 'sms' && phone.trim()) {
    const read = readPhone(phone);
    if (!read.ok || read.value === null) return wrong('phone', 'request.phone_unreadable');
    const phoneSealed = seal(keys.field, read.value, phoneContext(work.districtId, matterId));
    await savePhone(work, { matterId, phoneSealed, phoneIndex: blindIndex(keys.index, 'phone', read.value) });
  }
  if (messages === 'sms' && !(await findPhoneSealed(work, matterId))) return wrong('phone', 'request.phone_needed');
  const mailSealed = messages === 'mail' ? await sealMail(work, matterId, mail, keys) : null;
  if (mailSealed === undefined) return wrong('mail', 'request.mail_unreadable');
  await saveMessageChoice(work, matterId, { channel: messages, onlyOwed, language, mailSealed });
  return done(null);
}

/** The address that was typed, or the one left before; undefined when there is none that can be read. */
async function sealMail(work: Work, matterId: string, typed: string, keys: DistrictKeys) {
  if (typed.trim() === '') return (await findMessageChoice(work, matterId))?.mailSealed ?? undefined;
  const mail = readMail(typed);
  return mail === undefined ? undefined : seal(keys.field, mail, mailContext(work.districtId, matterId));
}
