import { request as sendRequest } from 'node:http';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDemoServer, type DemoServer } from '../../tests/support/demo-server.ts';

let server: DemoServer;
let address: string;
beforeAll(async () => {
  server = await startDemoServer();
  address = await server.listen();
});
afterAll(() => server.close());

const crowd = (many: number, url: string, headers: Record<string, string> = {}) =>
  Promise.all(Array.from({ length: many }, () => server.app.inject({ method: 'GET', url, headers })));

test('of those who come at once the first two hundred are served, the others told in their language when to come back, and it is over by itself', async () => {
  const slow = Array.from({ length: 4 }, () => sql`select pg_sleep(3)`.execute(server.ground.db)); // every connection
  const first = crowd(200, '/see');
  await wait(1000);
  const health = server.app.inject('/healthz');
  const [english, chinese, api, open311] = await Promise.all([
    crowd(20, '/see', { cookie: 'language=en' }),
    crowd(20, '/see'),
    crowd(20, '/api/session'),
    crowd(20, '/open311/v2/requests.xml', { 'accept-language': 'en' }),
  ]);
  await Promise.all(slow);
  const served = await first;
  expect(new Set(served.map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
  for (const answers of [english, chinese, api, open311]) {
    expect(new Set(answers?.map(({ statusCode }) => statusCode))).toEqual(new Set([503]));
    for (const { headers } of answers ?? []) expect(Number(headers['retry-after'])).toBeGreaterThanOrEqual(2);
  }
  expect(english?.[0]?.body).toContain('<h1>Too many people at once</h1>');
  expect(chinese?.[0]?.body).toContain('<h1>现在人太多</h1>');
  expect(api?.[0]?.json()).toMatchObject({
    code: 'server.busy',
    message: { en: expect.stringMatching(/in \d seconds/) },
  });
  expect(open311?.[0]?.body).toMatch(/<code>503<\/code><description>More came/);
  expect((await health).statusCode).toBe(200);
  // On a slow machine, ten at a time: how long answers took is forgotten only by answers.
  for (let round = 0; round < 5; round += 1) expect(await statuses(10)).toEqual(new Set([200]));
});

/** So many connections that say they bring sixty kilobytes, which is within every limit, and bring only a beginning. */
async function beginMany(many: number, path: string, type: string, start: string) {
  const base = new URL(address);
  const begin = async () => {
    const headers = { 'content-type': type, 'content-length': 60_000, 'sec-fetch-site': 'same-origin' };
    const sending = sendRequest({ host: base.hostname, port: base.port, method: 'POST', path, headers });
    sending.on('error', () => undefined);
    sending.write(start);
    await once(sending, 'socket');
    return sending;
  };
  return Promise.all(Array.from({ length: many }, begin));
}
const statuses = async (many: number) => new Set((await crowd(many, '/see')).map(({ statusCode }) => statusCode));

test('who sends and never ends keeps nobody out', async () => {
  const all = await beginMany(210, '/api/public/requests', 'application/json', '{"what": "');
  await wait(500);
  expect(await statuses(50)).toEqual(new Set([200]));
  for (const sending of all) sending.destroy();
});

test('who goes away in the middle of a photo keeps nobody out', async () => {
  const part =
    '--b\r\ncontent-disposition: form-data; name="photos"; filename="a.jpg"\r\ncontent-type: image/jpeg\r\n\r\nabc';
  const soon = { timeout: 60_000, interval: 500 };
  const all: Awaited<ReturnType<typeof beginMany>> = [];
  const fill = async () => {
    // A slow machine turns some of them away while it is slow: then more begin.
    all.push(...(await beginMany(210, '/report/where', 'multipart/form-data; boundary=b', part)));
    await wait(500);
    return statuses(50);
  };
  await expect.poll(fill, soon).toEqual(new Set([503])); // being read, they do take places
  for (const sending of all) sending.destroy();
  await expect.poll(() => statuses(50), soon).toEqual(new Set([200]));
});
