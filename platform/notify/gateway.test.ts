import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { gatewayChannel, signatureOf } from './gateway.ts';

type Got = { readonly headers: IncomingMessage['headers']; readonly body: string };
let server: Server;
let url: string;
let answer: number | 'never' = 200;
const got: Got[] = [];

beforeAll(async () => {
  server = createServer((request, reply) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      got.push({ headers: request.headers, body: Buffer.concat(parts).toString() });
      if (answer !== 'never') reply.writeHead(answer).end('{"detail":"+8613900000000 unknown"}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  answer = 200;
  got.length = 0;
});

const secret = 'shared with the gateway';
const now = new Date('2026-11-25T02:00:00Z');
const message = {
  id: '0190b000-0000-7000-8000-000000000001',
  address: '+8613900000000',
  subject: '',
  text: '有新进展',
};
const channel = (settings: { url?: string; timeoutMs?: number } = {}) =>
  gatewayChannel({ url, secret, ...settings }, () => now);

test('hands the message over signed, under a key that is the same at every try', async () => {
  expect(await channel().send(message)).toEqual({ ok: true });
  await channel().send(message);
  const [{ headers, body }, second] = got as [Got, Got];
  expect(JSON.parse(body)).toEqual({
    id: message.id,
    to: message.address,
    text: message.text,
    sentAt: '2026-11-25T02:00:00.000Z',
  });
  expect(headers['x-linli-timestamp']).toBe('1795572000');
  expect(headers['x-linli-signature']).toBe(signatureOf(secret, '1795572000', body));
  expect(headers['x-linli-signature']).not.toBe(signatureOf('another secret', '1795572000', body));
  expect([headers['idempotency-key'], second.headers['idempotency-key']]).toEqual([message.id, message.id]);
});

test.each([
  [400, 'refused'],
  [403, 'refused'],
  [429, 'busy'],
  [500, 'busy'],
  [503, 'busy'],
])('an answer of %s is %s, and what was said there goes no further', async (status, error) => {
  answer = status;
  expect(await channel().send(message)).toEqual({ ok: false, error });
});

test('a gateway that does not answer is a timeout, one that is not there unreachable', async () => {
  answer = 'never';
  expect(await channel({ timeoutMs: 100 }).send(message)).toEqual({ ok: false, error: 'timeout' });
  expect(await channel({ url: 'http://127.0.0.1:1/send' }).send(message)).toEqual({ ok: false, error: 'unreachable' });
});
