import { v7 as newId } from 'uuid';
import type { SendPhoneCode } from '../../modules/accounts/index.ts';
import { say } from '../../platform/i18n/words.ts';
import type { Channel } from '../../platform/notify/channel.ts';

/** The gateway did not take a code; the message says why, never to whom. */
export class CodeNotSent extends Error {}

/**
 * Sends codes by which residents sign in (短信验证码) through the SMS channel, at once and only there: a code is never
 * written into the outbox, and one that was not taken within the gateway's time is not tried again.
 */
export const sendCodesBy =
  (sms: Channel): SendPhoneCode =>
  async ({ phone, code, minutes }) => {
    const { zh, en } = say('accounts', 'phoneCode', { code, minutes });
    const sent = await sms.send({ id: newId(), address: phone, subject: '', text: `${zh} ${en}` });
    if (!sent.ok) throw new CodeNotSent(sent.error);
  };
