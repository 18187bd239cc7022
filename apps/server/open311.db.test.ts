import { DOMParser, type Element } from '@xmldom/xmldom';
import { Ajv } from 'ajv';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeClient } from '../../modules/openness/index.ts';
import { inTransaction } from '../../platform/db/transaction.ts';
import { areaScope } from '../../platform/work.ts';
import type { Tree } from '../../platform/xml.ts';
import { startDemoServer, type DemoServer } from '../../tests/support/demo-server.ts';
import { sitDown, type Desks } from '../../tests/support/desk.ts';
import { georeport } from '../../tests/support/georeport-schema.ts';

const now = new Date('2026-11-18T02:00:00Z');
const key = 'the-key-of-the-tests';
const lamp = {
  api_key: key,
  service_code: 'lighting',
  lat: '36.0611',
  long: '103.8342',
  address_string: '星井社区 3 号楼 2 单元门口',
  description: '楼道灯坏了 <b>晚上</b> & "看不见"，请打 13912345678。',
  device_id: 'tt222111',
  phone: '13912345678',
  email: 'smit333@example.org',
  first_name: 'john',
  last_name: 'smith',
};
type Form = Readonly<Record<string, string | readonly string[]>>;

let server: DemoServer;
let desks: Desks;
beforeAll(async () => {
  server = await startDemoServer(now);
  desks = await sitDown(server);
  await addClient(key, 600);
});
afterAll(() => server.close());

const addClient = (clientKey: string, perMinute: number) => {
  const { districtId, db } = server.ground;
  const occasion = { districtId, now, scope: areaScope(''), actor: { kind: 'system', name: 'setup' } } as const;
  return inTransaction(db, occasion, (work) =>
    makeClient(work, { name: 'tests', contact: 'tests', perMinute, key: clientKey }),
  );
};
const get = (path: string, headers = {}) => server.app.inject({ url: `/open311/v2/${path}`, headers });
const bodyOf = (form: Form): string =>
  new URLSearchParams(
    Object.entries(form).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
  ).toString();
const post = (form: Form, { path = 'requests.json', headers = {} } = {}) =>
  server.app.inject({
    method: 'POST',
    url: `/open311/v2/${path}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8', ...headers },
    payload: bodyOf(form),
  });

/** Reads XML with a strict parser that throws at the first thing that is not well-formed. */
const readXml = (text: string): Element => {
  const parser = new DOMParser({
    onError: (level, message) => {
      throw new Error(`${level}: ${message}`);
    },
  });
  return parser.parseFromString(text, 'text/xml').documentElement as Element;
};
const children = (element: Element): Element[] =>
  [...element.childNodes].filter((one) => one.nodeType === 1) as Element[];
/** The Spark convention read backwards: what the JSON must be, told from the XML alone. */
const asJson = (element: Element): unknown => {
  const inner = children(element);
  if (
    [
      'services',
      'service_requests',
      'attributes',
      'values',
      'endpoints',
      'formats',
      'errors',
      'service_requests_updates',
    ].includes(element.tagName)
  )
    return inner.map(asJson);
  if (inner.length > 0) return Object.fromEntries(inner.map((one) => [one.tagName, asJson(one)]));
  return element.textContent || null;
};
/** Numbers and truth values are words in XML. */
const asWords = (value: Tree): unknown => {
  if (Array.isArray(value)) return value.map((one: Tree) => asWords(one));
  if (value === null || value === '') return null;
  if (typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, asWords(one)]));
  return String(value);
};

const ajv = new Ajv({ strict: true, allErrors: true });
const faultsBy = (schema: object, value: unknown): unknown => {
  const isValid = ajv.compile(schema);
  return isValid(value) ? [] : isValid.errors;
};

describe('every method, in both formats', () => {
  test.each([
    ['discovery', georeport.discovery],
    ['services', georeport.services],
    ['services/lighting', georeport.definition],
    ['services/noise', georeport.definition],
    ['services/gas', georeport.definition],
    ['requests', georeport.requests],
    ['requests?start_date=2026-11-01T00:00:00Z&status=open', georeport.requests],
    ['requests/NUMBER', georeport.requests],
    ['requests/NUMBER?extensions=true', georeport.requestsWithMore],
    ['requests/NUMBER/updates', georeport.updates],
    ['servicerequestupdates?start_date=2026-11-01T00:00:00Z', georeport.updates],
    ['requests/1234', georeport.errors],
    ['services/nothing', georeport.errors],
    ['requests?status=solved&start_date=yesterday', georeport.errors],
  ])('%s has the shape of the standard, and the XML says the same as the JSON', async (path, schema) => {
    const number = (await post({ ...lamp, device_id: path })).json()[0].service_request_id as string;
    const [name = '', query] = path.replace('NUMBER', number).split('?');
    const address = (format: string) => `${name}.${format}${query ? `?${query}` : ''}`;
    const json = await get(address('json'));
    expect(json.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(faultsBy(schema, json.json())).toEqual([]);
    const xml = await get(address('xml'));
    expect(xml.headers['content-type']).toBe('text/xml; charset=utf-8');
    expect(xml.statusCode).toBe(json.statusCode);
    expect(xml.body).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>/);
    expect(asJson(readXml(xml.body))).toEqual(asWords(json.json()));
  });
});

describe('creating a request', () => {
  test('gives number and follow code, and the request is an ordinary one of the community that the address names', async () => {
    const created = await post(
      { ...lamp, device_id: 'own', 'attribute[lamp]': 'stairwell' },
      { path: 'requests.json?extensions=true' },
    );
    expect(created.statusCode).toBe(200);
    expect(faultsBy(georeport.createdWithMore, created.json())).toEqual([]);
    const [{ service_request_id: number, service_notice: notice, linli }] = created.json();
    expect(notice).toContain(number);
    expect(notice).toContain(linli.follow_code);
    expect(notice).toContain('2026-11-18 24:00前接手');
    const followed = await server.ask('POST', '/api/public/follow', { body: { number, code: linli.follow_code } });
    const page = followed.body;
    const words = page.timeline[0].words.map((one: { text: string }) => one.text).join();
    expect(words).toContain('晚上');
    expect(words).toContain('哪里的灯：楼道灯');
    expect(page.community?.zh ?? JSON.stringify(page)).toContain('星井');
    const { body } = await desks.ask('director', 'GET', `/api/requests/${page.id}`);
    expect([body.channel, body.category, body.hasPhone]).toEqual(['open311', 'lighting', true]);
  });

  test('shows its words masked only once the community took it up, and never a telephone number', async () => {
    const number = (await post({ ...lamp, device_id: 'masked' })).json()[0].service_request_id as string;
    const read = async () => (await get(`requests/${number}.json?extensions=true`)).json()[0];
    const before = await read();
    expect([before.description, before.status, before.lat, before.long]).toEqual([null, 'open', 36.061, 103.834]);
    const matter = await matterOf(number);
    await desks.take('director', matter, 'accept');
    const after = await read();
    expect(after.description).toContain('<b>晚上</b>');
    expect(JSON.stringify(after)).not.toContain('13912345678');
    const xml = (await get(`requests/${number}.xml`)).body;
    expect(readXml(xml).textContent).toContain('<b>晚上</b> & "看不见"');
    expect(xml).not.toContain('<b>');
  });

  test('says how it ended: closed is not called solved', async () => {
    const number = (await post({ ...lamp, device_id: 'ended' })).json()[0].service_request_id as string;
    const matter = await matterOf(number);
    const reply = '这盏灯归产权单位管，请拨打 12345 转路灯管理所。';
    await desks.take('director', matter, 'redirect', { channel: 'market', reply });
    const [one] = (await get(`requests/${number}.json?extensions=true`)).json();
    expect([one.status, one.linli.outcome, one.linli.outcome_is_final]).toEqual(['closed', 'notOurs', true]);
    expect(one.status_notes).toContain('不归社区办');
    const closed = (await get('requests.json?status=closed')).json() as { service_request_id: string }[];
    expect(closed.map((row) => row.service_request_id)).toContain(number);
    const updates = (await get(`requests/${number}/updates.json`)).json() as { status: string }[];
    expect(updates.at(-1)?.status).toBe('closed');
  });

  test.each([
    ['lat and long alone', { lat: '36.0611', long: '103.8342' }],
    ['an address alone', { address_string: '橘园小区' }],
    ['an address that nobody knows', { address_string: '8TH AVE and JUDAH ST' }],
    ['the code of an area', { address_id: '990102001002' }],
  ])('takes %s as a place, without any description', async (_, place) => {
    const created = await post({ api_key: key, service_code: 'road', ...place });
    expect([created.statusCode, created.json()[0].service_request_id]).toEqual([
      200,
      expect.stringMatching(/^\d{4}-\d{5}-\d$/),
    ]);
  });

  test('reads the example of the standard, whose telephone number is none', async () => {
    const created = await post({
      api_key: key,
      jurisdiction_id: '',
      service_code: 'other',
      lat: '37.76524078',
      long: '-122.4212043',
      address_string: '1234 5th street',
      email: 'smit333@sfgov.edu',
      device_id: 'tt222111',
      account_id: '123456',
      first_name: 'john',
      last_name: 'smith',
      phone: '111111111',
      description: 'A large sinkhole is destroying the street',
      media_url: 'http://farm3.static.flickr.com/2002/2212426634_5ed477a060.jpg',
    });
    expect(created.statusCode).toBe(200);
  });

  test('takes a photo by multipart, and refuses a file that is none', async () => {
    const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#888' } })
      .jpeg()
      .toBuffer();
    const send = (file: Buffer) => {
      const form = new FormData();
      for (const [name, value] of Object.entries({ ...lamp, device_id: 'photo' })) form.append(name, value);
      form.append('media', new Blob([new Uint8Array(file)], { type: 'image/jpeg' }), 'a.jpg');
      return server.app.inject({
        method: 'POST',
        url: '/open311/v2/requests.json',
        payload: form as unknown as object,
      });
    };
    const bad = await send(Buffer.from('no picture'));
    expect([bad.statusCode, faultsBy(georeport.errors, bad.json())]).toEqual([400, []]);
    const good = await send(bytes);
    expect(good.statusCode).toBe(200);
    const page = await desks.page('director', await matterOf(good.json()[0].service_request_id));
    expect(page.timeline[0].photos).toHaveLength(1);
  });

  test('a retry of the same device is the same request, another device is another; so is another photo or word', async () => {
    const send = async (more: Form, headers = {}) =>
      (await post({ ...lamp, ...more }, { headers })).json()[0].service_request_id;
    const first = await send({ device_id: 'retry' });
    expect(await send({ device_id: 'retry' })).toBe(first);
    expect(await send({ device_id: 'retry2' })).not.toBe(first);
    expect(await send({ device_id: 'retry', description: '楼道灯又坏了' })).not.toBe(first);
    const both = await Promise.all([send({ device_id: 'twice' }), send({ device_id: 'twice' })]);
    expect(both[0]).toBe(both[1]);
    const anonymous = {
      api_key: key,
      service_code: 'road',
      address_string: '星井社区',
      device_id: '',
      phone: '',
      email: '',
    };
    expect(await send(anonymous)).not.toBe(await send(anonymous));
    const keyed = { 'idempotency-key': 'abc' };
    expect(await send(anonymous, keyed)).toBe(await send(anonymous, keyed));
  });

  test('the token of a request names it; another names none', async () => {
    const created = await post({ ...lamp, device_id: 'token' }, { path: 'requests.json?extensions=1' });
    const [{ service_request_id, linli }] = created.json();
    expect((await get(`tokens/${linli.token}.json`)).json()).toEqual([{ service_request_id, token: linli.token }]);
    expect((await get('tokens/123456.json')).statusCode).toBe(404);
  });
});

describe('the list', () => {
  test('takes several identifiers over everything else, several services, and pages', async () => {
    const ids: string[] = [];
    for (const n of [1, 2, 3])
      ids.push((await post({ ...lamp, service_code: 'greening', device_id: `list${n}` })).json()[0].service_request_id);
    const numbers = async (query: string): Promise<string[]> =>
      (await get(`requests.json?${query}`)).json().map((row: { service_request_id: string }) => row.service_request_id);
    expect((await numbers(`service_request_id=${ids.join(',')}&status=closed`)).sort()).toEqual([...ids].sort());
    expect((await numbers(`service_request_id=${ids[0]}&service_request_id=${ids[1]}`)).sort()).toEqual(
      ids.slice(0, 2).sort(),
    );
    expect((await numbers('service_code=greening')).sort()).toEqual([...ids].sort());
    expect((await numbers('service_code=greening,elderly&page_size=2')).length).toBe(2);
    expect((await numbers('service_code=greening&page_size=2&page=2')).length).toBe(1);
    expect(await numbers('start_date=2026-11-19T00:00:00Z&end_date=2026-11-20T00:00:00Z')).toEqual([]);
    expect((await numbers('service_code=greening&start_date=2026-11-18T09:59:00+08:00')).length).toBe(3);
    expect((await numbers('service_code=greening&updated_after=2026-11-18T02:00:01Z')).length).toBe(0);
    expect((await numbers('service_code=&status=&start_date=&page=')).length).toBeGreaterThan(3);
  });

  test('hides a request whose reporter did not want it public', async () => {
    const body = {
      commandId: crypto.randomUUID(),
      what: '不想公开的一件事',
      community: '990102001001',
      place: '院里',
      wantsPublic: false,
    };
    const { number } = (await server.ask('POST', '/api/public/requests', { body })).body;
    expect((await get(`requests/${number}.json`)).statusCode).toBe(404);
    expect((await get(`requests.json?service_request_id=${number}`)).json()).toEqual([]);
    expect((await get('servicerequestupdates.json')).body).not.toContain(number);
  });
});

describe('a "no" has the form of the standard', () => {
  const without = (name: string): Form => Object.fromEntries(Object.entries(lamp).filter(([one]) => one !== name));
  test.each<[string, number, string, Form]>([
    ['no key', 403, 'api_key', without('api_key')],
    ['a wrong key', 403, 'api_key', { ...lamp, api_key: 'xyz' }],
    ['no service', 400, 'service_code', without('service_code')],
    ['an unknown service', 404, '001', { ...lamp, service_code: '001' }],
    ['an unknown jurisdiction', 404, 'city.gov', { ...lamp, jurisdiction_id: 'city.gov' }],
    ['no place', 400, 'address_string', { api_key: key, service_code: 'road' }],
    ['half a point', 400, 'long', { ...without('long') }],
    ['a point off the earth', 400, '180', { ...lamp, long: '1e9' }],
    ['a description too long', 400, '4000', { ...lamp, description: '灯'.repeat(4001) }],
    ['an unknown attribute', 400, 'colour', { ...lamp, 'attribute[colour]': 'red' }],
    ['an attribute value not listed', 400, 'moon', { ...lamp, 'attribute[lamp]': 'moon' }],
    ['two values where one is asked', 400, 'yard', { ...lamp, 'attribute[lamp]': ['street', 'yard'] }],
    ['an unknown address id', 404, '545483', { api_key: key, service_code: 'road', address_id: '545483' }],
    ['a script as media', 400, 'media_url', { ...lamp, media_url: 'javascript:alert(1)' }],
    ['a field named like a trap', 403, 'api_key', { ['__proto__']: 'x', constructor: 'y' }],
  ])('%s', async (_, status, word, form) => {
    for (const path of ['requests.json', 'requests.xml']) {
      const answer = await post(form, { path });
      expect(answer.statusCode).toBe(status);
      const errors = path.endsWith('json')
        ? answer.json()
        : (asJson(readXml(answer.body)) as { code: string; description: string }[]).map((one) => ({
            ...one,
            code: Number(one.code),
          }));
      expect(errors[0].description).toContain(word);
      expect(errors[0].code).toBe(status);
      expect(faultsBy(georeport.errors, errors)).toEqual([]);
    }
  });

  test('all faults at once, in the language that is asked for', async () => {
    const answer = await post(
      { api_key: key, lat: '91', media_url: 'x' },
      { headers: { 'accept-language': 'zh;q=0.3,en-US,en;q=0.9' } },
    );
    const descriptions = answer.json().map((error: { description: string }) => error.description);
    expect(descriptions).toHaveLength(3);
    expect(descriptions[0]).toBe('service_code was not provided.');
  });

  test.each([
    ['JSON', 'application/json', '{"service_code":"road"}'],
    ['broken JSON', 'application/json', '{'],
    ['XML with entities', 'text/xml', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
    ['no multipart at all', 'multipart/form-data; boundary=x', 'nothing'],
  ])('%s is no form', async (_, type, payload) => {
    const answer = await server.app.inject({
      method: 'POST',
      url: '/open311/v2/requests.xml',
      headers: { 'content-type': type },
      payload,
    });
    expect([400, 403]).toContain(answer.statusCode);
    expect(children(readXml(answer.body))[0]?.tagName).toBe('error');
  });

  test.each([
    ['GET', 'nowhere.json', 404],
    ['GET', 'services.csv', 400],
    ['GET', 'requests/1/2/3.json', 404],
    ['PUT', 'requests.json', 400],
    ['POST', 'services.json', 400],
    ['GET', 'requests.json?start_date=2026-01-01T00:00:00Z&end_date=2026-06-01T00:00:00Z', 400],
    ['GET', 'requests.json?start_date=2026-02-30T00:00:00Z', 400],
    ['GET', 'requests.json?start_date=2026-01-01T00:00:00', 400],
    ['GET', 'requests.json?page_size=0', 400],
  ] as const)('%s %s', async (method, path, status) => {
    const answer = await server.app.inject({ method, url: `/open311/v2/${path}` });
    const errors = path.includes('csv') ? asJson(readXml(answer.body)) : answer.json();
    expect([answer.statusCode, errors[0].code]).toEqual([status, path.includes('csv') ? String(status) : status]);
  });

  test('a client that sends faster than its key allows is told when to come again, and the request is not lost silently', async () => {
    await addClient('a-slow-key', 3);
    const send = (n: number) =>
      post({ ...lamp, api_key: 'a-slow-key', device_id: `slow${n}` }, { path: 'requests.xml' });
    const statuses = [];
    for (const n of [1, 2, 3]) statuses.push((await send(n)).statusCode);
    expect(statuses).toEqual([200, 200, 200]);
    const refused = await send(4);
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '20']);
    expect(readXml(refused.body).textContent).toContain('20 秒');
    expect((await send(3)).statusCode).toBe(200); // a retry of what was taken is not a new one
    server.setNow(new Date(now.getTime() + 20_000));
    expect((await send(4)).statusCode).toBe(200);
    server.setNow(now);
  });
});

describe('keys', () => {
  test('the lead of the dispatch centre gives a key that works, and takes it back at once; a clerk cannot', async () => {
    const order = { name: '随手拍', contact: 'app@example.org' };
    expect((await desks.ask('director', 'POST', '/api/open311/clients', order)).status).toBe(403);
    const made = await desks.ask('dispatchLead', 'POST', '/api/open311/clients', order);
    const { id, key: given } = made.body;
    expect((await post({ ...lamp, api_key: given, device_id: 'new' })).statusCode).toBe(200);
    const listed = (await desks.ask('dispatchLead', 'GET', '/api/open311/clients')).raw.body;
    expect(listed).toContain('随手拍');
    expect(listed).not.toContain(given);
    expect((await desks.ask('dispatchLead', 'POST', `/api/open311/clients/${id}/revoke`, {})).status).toBe(200);
    expect((await post({ ...lamp, api_key: given, device_id: 'newer' })).statusCode).toBe(403);
    const again = await desks.ask('dispatchLead', 'POST', `/api/open311/clients/${id}/revoke`, {});
    expect([again.status, again.body.code]).toEqual([404, 'client.not_found']);
    const nameless = await desks.ask('dispatchLead', 'POST', '/api/open311/clients', { ...order, name: ' ' });
    expect(nameless.body.fields.name.code).toBe('client.name_needed');
  });
});

describe('the pace of the site', () => {
  test('one telephone number has room for ten; then the page says when, with 429, and keeps what was written', async () => {
    const fields = (n: number) => ({
      commandId: crypto.randomUUID(),
      what: `第 ${n} 件：楼道灯坏了`,
      community: '990102001001',
      place: '3号楼',
      phone: '13800001234',
      wantsPublic: 'yes',
    });
    const send = (form: Record<string, string>, ip = '10.1.1.1') =>
      server.app.inject({
        method: 'POST',
        url: '/receipt',
        remoteAddress: ip,
        headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
        payload: bodyOf(form),
      });
    const first = fields(0);
    expect((await send(first)).statusCode).toBe(303);
    for (let n = 1; n < 10; n += 1) expect((await send(fields(n))).statusCode).toBe(303);
    const refused = await send(fields(10), '10.1.1.2');
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '180']);
    expect(refused.body).toContain('请 180 秒后再送');
    expect(refused.body).toContain('第 10 件：楼道灯坏了');
    expect((await send(first)).statusCode).toBe(303); // pressed again: the same receipt
    const api = await server.ask('POST', '/api/public/requests', { body: { ...fields(11), wantsPublic: true } });
    expect([api.status, api.raw.headers['retry-after']]).toEqual([429, '180']);
    const neighbour = { ...fields(12), phone: '13800005678' };
    expect((await send(neighbour)).statusCode).toBe(303);
  });

  test('a hospital behind one address sends 120 at once, each from another person, and every one is taken', async () => {
    const body = { what: '楼道灯坏了，看不见路', community: '990102001001', place: '门口' };
    const statuses = new Set<number>();
    for (let n = 0; n < 120; n += 1) {
      const payload = { ...body, commandId: crypto.randomUUID() };
      const url = '/api/public/requests';
      statuses.add((await server.app.inject({ method: 'POST', url, remoteAddress: '10.2.2.2', payload })).statusCode);
    }
    expect([...statuses]).toEqual([200]);
  });
});

async function matterOf(number: string): Promise<string> {
  const { body } = await desks.ask('director', 'GET', `/api/matters?queue=newest&words=${number}`);
  const row = body.rows.find((one: { number: string }) => one.number === number);
  if (!row) throw new Error(`no matter ${number} in ${JSON.stringify(body)}`);
  return row.id;
}
