import { createHmac } from 'node:crypto';
import type { Channel, Sending } from './channel.ts';

export type GatewaySettings = {
  readonly url: string;
  /** Shared with the gateway; each message is signed with it. */
  readonly secret: string;
  readonly timeoutMs?: number;
};

/**
 * Hands messages to a gateway for SMS or WeChat service messages by JSON over HTTP (短信、微信网关).
 *
 * `POST` with `{ id, to, text, sentAt }`; `X-Linli-Signature` is the HMAC-SHA256 of `timestamp.body` in hex, with the instant in
 * `X-Linli-Timestamp` (seconds), and `Idempotency-Key` is the id. 2xx took it; 4xx refused it for good, except 408, 425 and 429.
 */
export const gatewayChannel = (
  { url, secret, timeoutMs = 10_000 }: GatewaySettings,
  now = () => new Date(),
): Channel => ({
  send: async ({ id, address, text }) => {
    const sentAt = now();
    const timestamp = String(Math.floor(sentAt.getTime() / 1000));
    const body = JSON.stringify({ id, to: address, text, sentAt: sentAt.toISOString() });
    try {
      const answer = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'idempotency-key': id,
          'x-linli-timestamp': timestamp,
          'x-linli-signature': signatureOf(secret, timestamp, body),
        },
        body,
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      });
      await answer.body?.cancel();
      return sendingOf(answer.status);
    } catch (error) {
      const isTimeout = error instanceof Error && error.name === 'TimeoutError';
      return { ok: false, error: isTimeout ? 'timeout' : 'unreachable' };
    }
  },
});

/** The signature by which the gateway knows that a message is ours (签名). */
export const signatureOf = (secret: string, timestamp: string, body: string): string =>
  createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');

const onceMore = new Set([408, 425, 429]);

function sendingOf(status: number): Sending {
  if (status >= 200 && status < 300) return { ok: true };
  return { ok: false, error: status >= 400 && status < 500 && !onceMore.has(status) ? 'refused' : 'busy' };
}
