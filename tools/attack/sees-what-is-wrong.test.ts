import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { attackInput } from './attack-input.ts';
import { offenceIn } from './bad-answer.ts';
import { checkCrossSite, checkHeaders, checkRedirects } from './doors.ts';
import { sendInside, type Got, type Send } from './send.ts';
import { listServedRoutes } from './served-routes.ts';
import { siteTarget } from './site-targets.ts';

/** A server that does wrong whatever the attack looks for; each check must say so. */
let app: FastifyInstance;
let send: Send;
let served: readonly string[];
let kept = 0;
beforeAll(async () => {
  served = await listServedRoutes(async () => {
    app = fastify();
    app.addContentTypeParser('application/x-www-form-urlencoded', (_, __, done) => done(null, {}));
    app.get('/go', (request, reply) => reply.redirect((request.query as { back?: string }).back ?? '/'));
    app.post('/keep', () => ({ kept: (kept += 1) }));
    app.get('/mine', (request, reply) =>
      reply.header('cache-control', 'public, max-age=60').send(`for ${request.headers.cookie ?? 'nobody'}`),
    );
    return app;
  });
  send = sendInside(app);
});
afterAll(() => app.close());

const asking = () => ({
  send,
  targets: served.map((route) => siteTarget(route, undefined, [], 'me=1')),
  signIns: [() => Promise.resolve('me=2')],
  residentCookie: 'me=1',
  digest: () => Promise.resolve(new Map([['kept', String(kept)]])),
  every: 1,
});
const routesOf = ({ offences }: { offences: readonly { route: string }[] }) => [
  ...new Set(offences.map(({ route }) => route)),
];

test('a route that takes from a page of another site, and what it changed', async () => {
  expect(routesOf(await checkCrossSite(asking()))).toEqual(['POST /keep', 'all']);
});

test('answers without headers, and a page of one person that others may keep', async () => {
  const { offences } = await checkHeaders(asking());
  expect(routesOf({ offences })).toEqual(['GET /go', 'POST /keep', 'GET /mine']);
  expect(offences.filter(({ what }) => what.startsWith('may be kept by others'))).toEqual([
    { route: 'GET /mine', with: 'a person', what: 'may be kept by others: public, max-age=60' },
  ]);
});

test('an address that sends a visitor elsewhere', async () => {
  expect(routesOf(await checkRedirects(asking(), new Map()))).toEqual(['GET /go']);
});

test('a route that takes what does not fit its shape, and one that only reads and yet writes', async () => {
  const sent = { method: 'POST', url: '/keep' };
  const common = { fields: 1, usual: () => sent };
  const targets = [
    { ...common, route: 'POST /keep', attempts: () => [() => ({ words: 'a list', sent, mustRefuse: true })] },
    {
      ...common,
      route: 'GET /odd',
      attempts: () => [() => ({ words: 'x', sent: { ...sent, url: '/keep' }, mustRefuse: true })],
    },
  ];
  const { offences } = await attackInput(asking(), targets);
  expect(offences.map(({ what }) => what.slice(0, 12))).toEqual([
    'taken: 200 {',
    'taken: 200 {',
    'changed kept',
    'taken: 200 {',
    'taken: 200 {',
    'changed kept',
  ]);
});

const answer = (status: number, type: string, text: string, headers = {}): Got => ({
  status,
  text,
  headers: { 'content-type': type, ...headers },
});
test.each([
  ['a fault', answer(500, 'application/json', '{"code":"x","message":{"zh":"不","en":"no"}}'), true],
  ['a stack', answer(400, 'application/json', '{"code":"x","message":{"zh":"不","en":"at run (server.ts:12)"}}'), true],
  ['a sentence of the database', answer(409, 'text/html', 'null value violates not-null constraint "x"'), true],
  ['a path', answer(404, 'text/html', 'no file /var/lib/linli/files/1'), true],
  ['one language', answer(400, 'application/json', '{"code":"x","message":{"en":"no"}}'), true],
  ['a header that was sent', answer(200, 'text/html', 'x', { 'set-cookie': 'attack=1' }), true],
  ['markup that was sent', answer(200, 'text/html; charset=utf-8', 'x<script>attack(1)</script>'), true],
  ['a page in the wrong language', answer(404, 'text/html', '<html lang="en"><h1>There is no such page</h1>'), true],
  ['a "no" without end', answer(400, 'application/json', 'x'.repeat(200_000)), true],
  ['a "no" in both', answer(400, 'application/json', '{"code":"x","message":{"zh":"不","en":"no"}}'), false],
  ['a page', answer(404, 'text/html', '<html lang="zh-CN"><h1>没有这一页</h1>'), false],
  [
    'errors of Open311',
    answer(400, 'text/xml', '<errors><error><description>no</description></error></errors>'),
    false,
  ],
])('%s', (_, got, isOffence) => {
  expect(offenceIn(got) !== undefined).toBe(isOffence);
});
