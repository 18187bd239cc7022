import { createTransport } from 'nodemailer';
import type { Channel, SendError } from './channel.ts';

export type MailSettings = {
  /** `smtp://user:password@host:port` or `smtps://…`. */
  readonly url: string;
  readonly from: string;
  readonly timeoutMs?: number;
};

/** Hands messages to a mail server (邮件); the id of the message becomes its Message-ID, so that one sent twice is known as one. */
export function mailChannel({ url, from, timeoutMs = 15_000 }: MailSettings): Channel {
  const timeouts = { connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs };
  const transport = createTransport({ url, ...timeouts });
  const host =
    from
      .split('@')
      .at(-1)
      ?.replaceAll(/[<>\s]/g, '') ?? 'linli.invalid';
  return {
    send: async ({ id, address, subject, text, headers = {} }) => {
      try {
        await transport.sendMail({ from, to: address, subject, text, messageId: `<${id}@${host}>`, headers });
        return { ok: true };
      } catch (error) {
        return { ok: false, error: classOf(error as { code?: string; responseCode?: number }) };
      }
    },
  };
}

function classOf({ code, responseCode }: { readonly code?: string; readonly responseCode?: number }): SendError {
  if (responseCode !== undefined) return responseCode >= 500 ? 'refused' : 'busy';
  return code === 'ETIMEDOUT' ? 'timeout' : 'unreachable';
}
