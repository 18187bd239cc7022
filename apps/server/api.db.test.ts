import { randomUUID } from 'node:crypto';
import { brotliDecompressSync } from 'node:zlib';
import { Validator } from '@seriousme/openapi-schema-validator';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { permissions } from '../../modules/access/index.ts';
import { startDemoServer, type DemoServer } from '../../tests/support/demo-server.ts';
import { apiRoutes } from './api.ts';

let server: DemoServer;
let cookies: Record<string, string>;
beforeAll(async () => {
  server = await startDemoServer();
  const keys = server.signIns.map((one) => one.key);
  cookies = Object.fromEntries(await Promise.all(keys.map(async (key) => [key, await server.signIn(key)])));
});
afterAll(() => server.close());

const report = (more: object = {}) => ({
  commandId: randomUUID(),
  what: '三号楼二单元的楼道灯坏了，晚上看不见路。',
  community: '990102001001',
  place: '3号楼2单元门口',
  ...more,
});
const raise = (more: object = {}) => server.ask('POST', '/api/public/requests', { body: report(more) });
const take = async (key: string, matterId: string, step: string, input: object, more: object = {}) => {
  const cookie = cookies[key] as string;
  const page = await server.ask('GET', `/api/matters/${matterId}`, { cookie });
  const body = { commandId: randomUUID(), seenSeq: page.body.seq ?? 0, input, ...more };
  return server.ask('POST', `/api/matters/${matterId}/steps/${step}`, { cookie, body });
};
const photoForm = (bytes: Buffer, name: string) => {
  const form = new FormData();
  form.append('photo', new Blob([new Uint8Array(bytes)]), name);
  return form;
};
const upload = (bytes: Buffer, name = 'lamp.jpg') =>
  server.app.inject({
    method: 'POST',
    url: '/api/public/photos',
    payload: photoForm(bytes, name) as unknown as object,
  });

describe('every route', () => {
  test.each(Object.entries(apiRoutes))(
    '%s states a permission that the policy knows, or says that it is for anyone',
    (_, route) => {
      expect([...permissions, 'anyone']).toContain(route.permission);
    },
  );

  test.each(Object.entries(apiRoutes).filter(([, route]) => route.permission !== 'anyone'))(
    '%s is closed to someone who has not signed in',
    async (name) => {
      const [method, url] = name.split(' ') as ['GET', string];
      const answer = await server.ask(
        method,
        url.replace(/:\w+/g, randomUUID()),
        method === 'GET' ? {} : { body: report() },
      );
      expect([answer.status, answer.body.code]).toEqual([401, 'session.needed']);
    },
  );

  test('a post without the permission is told so, and nothing happens', async () => {
    const answer = await server.ask('POST', '/api/requests', {
      cookie: cookies['departmentClerk'] as string,
      body: report({ channel: 'counter' }),
    });
    expect([answer.status, answer.body.code]).toEqual([403, 'access.not_your_post']);
  });

  test.each(['counter', 'telephone', 'doorstep', 'letter'])('staff take down what came by %s', async (channel) => {
    const cookie = cookies['director'] as string;
    const body = report({ channel });
    const { status, body: receipt } = await server.ask('POST', '/api/requests', { cookie, body });
    expect([status, receipt.code !== undefined]).toEqual([200, true]);
    const known = await server.ask('GET', `/api/requests/${receipt.matterId}`, { cookie });
    expect(known.body.channel).toBe(channel);
  });

  test.each(['POST', 'PUT', 'DELETE'] as const)(
    '%s where nothing is, or at an address nobody can read, is told so',
    async (method) => {
      for (const url of ['/nothing/here', '/follow/%ff/steps/%zz']) {
        const { statusCode, body } = await server.app.inject({ method, url });
        expect([statusCode, JSON.parse(body)]).toMatchObject([
          404,
          { code: 'address.not_found', message: { zh: expect.any(String), en: expect.any(String) } },
        ]);
      }
    },
  );

  test.each([
    ['GET', '/api/matters/'],
    ['GET', '/see/'],
    ['GET', '/open311/v2/requests/'],
    ['POST', '/communities/990102001001/disclosures/'],
  ] as const)('%s %s with a number of 400 signs is refused in words', async (method, path) => {
    const { statusCode, body } = await server.app.inject({ method, url: `${path}${'x'.repeat(400)}/questions` });
    expect(statusCode).toBeGreaterThanOrEqual(400);
    expect(statusCode).toBeLessThan(500);
    expect(body).not.toContain('FST_ERR');
    expect(body).toMatch(/[\u4e00-\u9fff]/);
  });

  test('the OpenAPI document is a valid one and describes every route', async () => {
    const { body } = await server.ask('GET', '/api/openapi.json');
    const checked = await new Validator().validate(body);
    expect(checked.errors ?? []).toEqual([]);
    const described = Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.keys(methods as object).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
    );
    expect(described.sort()).toEqual(Object.keys(apiRoutes).sort());
  });
});

describe('the closed loop', () => {
  test('goes from report over transfer, refusal, escalation and a bad rating to settled', async () => {
    const receipt = (await raise()).body;
    const { matterId, number, code } = receipt;
    expect(receipt.firstContact.name.zh).toBeTruthy();
    expect((await take('director', matterId, 'accept', {})).body.state).toBe('handling');
    const cookie = cookies['director'] as string;
    const { bodies } = (await server.ask('GET', `/api/matters/${matterId}/steps/transfer/bodies`, { cookie })).body;
    const neighbour = bodies.find((one: { name: { zh: string } }) => one.name.zh.startsWith('安井'));
    expect(
      (await take('director', matterId, 'transfer', { body: neighbour.id, reason: '灯在他们那边' })).body.state,
    ).toBe('offered');
    expect((await take('neighbourDirector', matterId, 'refuse', { reason: '不在我们社区范围' })).body.state).toBe(
      'handling',
    );
    await take('director', matterId, 'escalate', { reason: '要请路灯管理单位来' });
    await take('taskGroupLiaison', matterId, 'accept', {});
    expect((await take('taskGroupLiaison', matterId, 'answer', { reply: '换了新的声控灯，亮了。' })).body.code).toBe(
      'evidence.missing',
    );
    await take('taskGroupLiaison', matterId, 'answer', {
      reply: '换了新的声控灯，亮了。',
      witness: '反映人当面看过',
    });

    const follow = () => server.ask('POST', '/api/public/follow', { body: { number, code } });
    const rate = async (input: object) =>
      server.ask('POST', '/api/public/follow/steps/rate', {
        body: { number, code, commandId: randomUUID(), seenSeq: (await follow()).body.seq, input },
      });
    expect((await rate({ solved: 'no', rating: 1 })).body.code).toBe('request.bad_rating_needs_reason');
    expect((await rate({ solved: 'no', rating: 1, why: 'notSolved' })).body.state).toBe('handling');
    const again = { reply: '重新接了线，已经全亮。', witness: '反映人当面看过' };
    expect((await take('taskGroupLiaison', matterId, 'answer', again)).body.code).toBe('request.needs_check');
    expect((await take('taskGroupLiaison', matterId, 'answerForCheck', again)).body.state).toBe('checking');
    expect((await server.ask('GET', `/api/public/requests/${number}`)).body.answer).toBe('');
    const alone = await take('taskGroupLiaison', matterId, 'confirmCheck', { finding: '自己看过了' });
    expect(alone.body.code).toBe('step.not_yours');
    expect((await take('taskGroupLead', matterId, 'confirmCheck', { finding: '到现场看过了' })).body.state).toBe(
      'answered',
    );
    expect((await rate({ solved: 'yes', rating: 5 })).body.state).toBe('settled');
    const page = (await follow()).body;
    expect([page.outcome, page.reopenings, page.timeline.length]).toEqual(['solved', 1, 11]);
    const shown = (await server.ask('GET', `/api/public/requests/${number}`)).body;
    expect([shown.outcome, shown.rating, shown.answer]).toEqual(['solved', 5, '重新接了线，已经全亮。']);
  });

  test('two people accept at once: one wins, the other reads who did', async () => {
    const { matterId } = (await raise()).body;
    const accept = (key: string) =>
      server.ask('POST', `/api/matters/${matterId}/steps/accept`, {
        cookie: cookies[key] as string,
        body: { commandId: randomUUID(), seenSeq: 1, input: {} },
      });
    const answers = await Promise.all([accept('director'), accept('clerk')]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    const lost = answers.find((answer) => answer.status === 409);
    expect(lost?.body.changedSince[0].sentence.zh).toMatch(/已经接手，.+负责/);
  });

  test('the same command sent three times happens once', async () => {
    const body = report();
    const receipts = await Promise.all([1, 2, 3].map(() => server.ask('POST', '/api/public/requests', { body })));
    expect(new Set(receipts.map((one) => `${one.body.number} ${one.body.code}`)).size).toBe(1);
  });

  test('a telephone number with spaces is read, shown for a purpose only, and the person sees who looked', async () => {
    const { matterId, number, code } = (await raise({ phone: '139 1234 5678' })).body;
    const { body } = await server.ask('POST', `/api/requests/${matterId}/reveal`, {
      cookie: cookies['director'] as string,
      body: { purpose: 'contactReporter' },
    });
    expect(body.phone).toBe('+8613912345678');
    const page = (await server.ask('POST', '/api/public/follow', { body: { number, code } })).body;
    expect(page.reveals).toMatchObject([{ purpose: { zh: '联系您' } }]);
    expect(JSON.stringify(page)).not.toContain('13912345678');
  });
});

describe('from the neighbour’s chair', () => {
  test('there is neither list nor matter nor photo nor step', async () => {
    const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#0b6e5f' } })
      .jpeg()
      .toBuffer();
    const { photoId } = (await upload(picture)).json();
    const { matterId } = (await raise({ photos: [photoId] })).body;
    const cookie = cookies['neighbourDirector'] as string;
    const own = cookies['director'] as string;
    expect((await server.ask('GET', `/api/matters/${matterId}/photos/${photoId}`, { cookie: own })).status).toBe(200);

    const answers = await Promise.all([
      server.ask('GET', `/api/matters/${matterId}`, { cookie }),
      server.ask('GET', `/api/matters/${matterId}/photos/${photoId}`, { cookie }),
      server.ask('GET', `/api/requests/${matterId}`, { cookie }),
      server.ask('GET', `/api/matters/${matterId}/steps/accept/bodies`, { cookie }),
      server.ask('POST', `/api/matters/${matterId}/steps/accept`, {
        cookie,
        body: { commandId: randomUUID(), seenSeq: 1 },
      }),
    ]);
    const nothing = await server.ask('GET', `/api/matters/${randomUUID()}`, { cookie });
    for (const answer of answers) expect([answer.status, answer.body]).toEqual([404, nothing.body]);
    expect(
      (await server.ask('POST', `/api/requests/${matterId}/reveal`, { cookie, body: { purpose: 'verifyFacts' } }))
        .status,
    ).not.toBe(200);
    for (const queue of ['toAccept', 'open', 'newest']) {
      const { rows } = (await server.ask('GET', `/api/matters?queue=${queue}&limit=100`, { cookie })).body;
      expect(rows.filter((row: { id: string }) => row.id === matterId)).toEqual([]);
    }
  });
});

describe('bad input', () => {
  test.each([
    ['an empty report', { what: '' }, 'what', 'field.required'],
    ['20,000 characters', { what: '灯'.repeat(20_000) }, 'what', 'field.too_long'],
    ['only direction marks', { what: '\u202e\u2066\u200f' }, 'what', 'field.required'],
    ['no place', { place: ' ' }, 'place', 'field.required'],
    ['a community that does not exist', { community: '990102999999' }, 'community', 'field.required'],
    ['a telephone number that is none', { phone: '12ab' }, 'phone', 'request.phone_unreadable'],
  ])('%s gets a clear answer at its field', async (_, more, field, code) => {
    const answer = await raise(more);
    expect([answer.status, answer.body.fields[field].code]).toEqual([400, code]);
    expect(answer.body.fields[field].message.zh.length).toBeGreaterThan(4);
  });

  test('script tags, emoji and direction marks are kept as text or cleaned, and nothing breaks', async () => {
    const what = '<script>alert(1)</script> 👨‍👩‍👧 灯坏了\u202e反了 𠮷';
    const { matterId } = (await raise({ what })).body;
    const page = (await server.ask('GET', `/api/matters/${matterId}`, { cookie: cookies['director'] as string })).body;
    expect(page.timeline[0].words[0].text).toBe('<script>alert(1)</script> 👨‍👩‍👧 灯坏了反了 𠮷');
  });

  test('a text file named .jpg is no photo', async () => {
    const answer = await upload(Buffer.from('this is no picture'));
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'photo.not_an_image']);
  });

  test('a photo of 40 MB is refused with the limit', async () => {
    const answer = await upload(Buffer.alloc(40 * 1_048_576, 7));
    expect([answer.statusCode, answer.json().code]).toEqual([413, 'photo.too_large']);
    expect(answer.json().message.zh).toContain('15 MB');
  });

  test('a photo loses where it was taken', async () => {
    const exif = { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '36/1 3/1 0/1' } };
    const picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#888888' } })
      .jpeg()
      .withExif(exif)
      .toBuffer();
    expect((await sharp(picture).metadata()).exif).toBeDefined();
    const { photoId } = (await upload(picture)).json();
    const { matterId } = (await raise({ photos: [photoId] })).body;
    const { raw } = await server.ask('GET', `/api/matters/${matterId}/photos/${photoId}`, {
      cookie: cookies['director'] as string,
    });
    const stored = await sharp(raw.rawPayload).metadata();
    expect([stored.format, stored.width, stored.exif]).toEqual(['jpeg', 60, undefined]);
  });

  test('a photo cannot be used for two requests', async () => {
    const picture = await sharp({ create: { width: 20, height: 20, channels: 3, background: '#123456' } })
      .png()
      .toBuffer();
    const { photoId } = (await upload(picture)).json();
    expect((await raise({ photos: [photoId] })).status).toBe(200);
    const second = await raise({ photos: [photoId] });
    expect([second.status, second.body.code]).toEqual([400, 'photo.not_found']);
  });

  test('a hundred wrong codes: the door closes there, also for the right one, and opens again; elsewhere it is open', async () => {
    const { number, code } = (await raise()).body;
    const tryCode = (typed: string, from = '198.51.100.7') =>
      server.ask('POST', '/api/public/follow', { body: { number, code: typed }, from });
    const answers = [];
    for (let i = 0; i < 100; i += 1) answers.push((await tryCode('AAAA-AAAA')).body.code);
    expect(answers.filter((answer) => answer === 'follow.wrong_code')).toHaveLength(8);
    expect(answers.at(-1)).toBe('follow.locked');
    expect((await tryCode(code)).body.code).toBe('follow.locked');
    expect((await tryCode(code, '203.0.113.9')).status).toBe(200);
    expect((await tryCode(code)).body.code).toBe('follow.locked'); // its owner does not open it to who guesses
    server.setNow(new Date(server.ground.clock().getTime() + 16 * 60_000));
    expect((await tryCode(code.toLowerCase().replace('-', ' '))).status).toBe(200);
  });

  test('wrong codes sent at once are not all looked at', async () => {
    const { number } = (await raise()).body;
    const body = { number, code: 'AAAA-AAAA' };
    const all = await Promise.all(
      Array.from({ length: 30 }, () => server.ask('POST', '/api/public/follow', { body, from: '198.51.100.8' })),
    );
    expect(all.filter((answer) => answer.body.code === 'follow.wrong_code')).toHaveLength(8);
  });

  test('a request sent by another site is not carried out', async () => {
    const answer = await server.app.inject({
      method: 'POST',
      url: '/api/public/requests',
      payload: report(),
      headers: { origin: 'https://elsewhere.example', host: 'linli.example' },
    });
    expect(answer.json().code).toBe('origin.foreign');
  });

  test('one-click sign-in is refused for someone who is no demo person', async () => {
    const answer = await server.ask('POST', '/api/demo/session', { body: { accountId: randomUUID() } });
    expect(answer.body.code).toBe('session.not_demo');
  });
});

test('the console is sent packed to whoever takes it, and plain to whoever does not', async () => {
  const page = await server.app.inject({ url: '/console/' });
  const [script = ''] = /\/console\/assets\/[^"]+\.js/.exec(page.body) ?? [];
  const ask = (encoding: string) => server.app.inject({ url: script, headers: { 'accept-encoding': encoding } });
  const [packed, zipped, plain] = await Promise.all([ask('br, gzip'), ask('gzip'), ask('identity')]);
  expect([packed, zipped, plain].map(({ headers }) => headers['content-encoding'])).toEqual(['br', 'gzip', undefined]);
  expect(packed.headers['content-type']).toContain('javascript');
  expect(brotliDecompressSync(packed.rawPayload).equals(plain.rawPayload)).toBe(true);
  expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 2);
});
