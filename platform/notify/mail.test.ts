import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { mailChannel } from './mail.ts';

let server: SMTPServer;
let url: string;
let refusal: number | undefined;
const got: { readonly to: string; readonly data: string }[] = [];

beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_, __, next) =>
      next(refusal === undefined ? null : Object.assign(new Error('no'), { responseCode: refusal })),
    onData: (stream, session, next) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        got.push({ to: session.envelope.rcptTo[0]?.address ?? '', data: Buffer.concat(parts).toString() });
        next();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise<void>((resolve) => server.close(resolve)));
beforeEach(() => {
  refusal = undefined;
  got.length = 0;
});

const from = '邻里 <no-reply@linli.invalid>';
const message = {
  id: '0190b000-0000-7000-8000-000000000001',
  address: 'one@home.invalid',
  subject: '邻里 2611-1',
  text: '有新进展',
};

test('reaches a real server, with the id of the message as its Message-ID', async () => {
  expect(await mailChannel({ url, from }).send(message)).toEqual({ ok: true });
  expect(got).toHaveLength(1);
  expect(got[0]?.to).toBe('one@home.invalid');
  expect(got[0]?.data).toContain(`Message-ID: <${message.id}@linli.invalid>`);
  expect(got[0]?.data).toContain(Buffer.from('有新进展').toString('base64'));
});

test.each([
  [550, 'refused'],
  [451, 'busy'],
])('an answer of %s is %s', async (code, error) => {
  refusal = code;
  expect(await mailChannel({ url, from }).send(message)).toEqual({ ok: false, error });
  expect(got).toEqual([]);
});

test('a server that is not there is unreachable', async () => {
  expect(await mailChannel({ url: 'smtp://127.0.0.1:1', from }).send(message)).toEqual({
    ok: false,
    error: 'unreachable',
  });
});
