import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDemoServer, type DemoServer } from '../../tests/support/demo-server.ts';

let server: DemoServer;
let port: number;
beforeAll(async () => {
  server = await startDemoServer();
  port = Number(new URL(await server.listen()).port);
});
afterAll(() => server.close());

/** Sends all of a body before it reads a word of the answer, as many programs do. */
async function sendAll(path: string, type: string): Promise<string> {
  const part = Buffer.alloc(256 * 1024, 97);
  const parts = 12;
  const socket = connect({ port, host: '127.0.0.1' }).pause();
  const broken = new Promise<string>((resolve) => socket.once('error', ({ message }) => resolve(message)));
  socket.write(
    `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\nsec-fetch-site: same-origin\r\ncontent-type: ${type}\r\ncontent-length: ${part.length * parts}\r\n\r\n`,
  );
  for (let sent = 0; sent < parts; sent += 1) {
    socket.write(part);
    await wait(20);
  }
  const answer = new Promise<string>((resolve) => {
    let text = '';
    socket.on('data', (bytes) => (text += bytes.toString('utf8')));
    socket.once('close', () => resolve(text));
    socket.resume();
  });
  return Promise.race([answer, broken]);
}

test.each([
  ['/api/public/requests', 'application/json', 413],
  ['/report', 'application/x-www-form-urlencoded', 413],
  ['/open311/v2/requests.json', 'application/x-www-form-urlencoded', 400], // the standard knows no 413
])('who sends too much to %s and goes on sending hears that it was too much', async (path, type, status) => {
  expect((await sendAll(path, type)).slice(0, 12)).toBe(`HTTP/1.1 ${status}`);
});
