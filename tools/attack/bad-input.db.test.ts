import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDemoServer, type DemoServer } from '../../tests/support/demo-server.ts';
import { attackByInput, type OpenApi, type Send } from './bad-input.ts';

let server: DemoServer;
let document: OpenApi;
beforeAll(async () => {
  server = await startDemoServer();
  document = (await server.ask('GET', '/api/openapi.json')).body;
});
afterAll(() => server.close());

/** As somebody who may do much, so that the input is what is refused and not the person. */
const sendAs =
  (cookie: string): Send =>
  async ({ method, url, type, bytes }) => {
    const answer = await server.app.inject({
      method: method as 'GET',
      url,
      headers: { cookie, ...(type === undefined ? {} : { 'content-type': type }) },
      ...(bytes === undefined ? {} : { payload: bytes }),
    });
    return { status: answer.statusCode, text: answer.body };
  };

test(
  'bad input of every kind at every field of every route gets a sentence, and never a fault',
  { timeout: 600_000 },
  async () => {
    // Signing out would end the attack; it takes no input.
    const { '/api/session': session, ...paths } = document.paths;
    const { delete: _, ...rest } = session ?? {};
    const cookie = await server.signIn('director');
    const { routes, requests, offences } = await attackByInput(sendAs(cookie), {
      paths: { ...paths, '/api/session': rest },
    });
    expect(offences).toEqual([]);
    expect(routes).toBeGreaterThan(15);
    expect(requests).toBeGreaterThan(1000);
  },
);

test('an answer that is a fault, tells where it happened or gives no reason is an offence', async () => {
  const paths = { '/api/x': { get: { parameters: [{ name: 'a', in: 'query', schema: { type: 'string' } }] } } };
  const answers = ['{"code":"a.b","message":{"zh":"不","en":"no"}}', '{}', 'at run (server.ts:12)'];
  const kinds = await Promise.all(
    answers.map(
      async (text) => (await attackByInput(async () => ({ status: 400, text }), { paths })).offences.length > 0,
    ),
  );
  expect(kinds).toEqual([false, true, true]);
  expect((await attackByInput(async () => ({ status: 500, text: '' }), { paths })).offences.length).toBeGreaterThan(5);
});
