import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoServer, type DemoServer } from '../../tests/support/demo-server.ts';

const community = '990102001001';
let server: DemoServer;
const cookies: Record<string, string> = {};
beforeAll(async () => {
  server = await startDemoServer();
  for (const key of [
    'director',
    'neighbourDirector',
    'clerk',
    'gridWorker',
    'taskGroupLead',
    'departmentHead',
    'supervisor',
  ])
    cookies[key] = await server.signIn(key);
});
afterAll(() => server.close());

const ask = (method: 'GET' | 'POST', url: string, key?: string, body?: object) =>
  server.ask(method, url, { ...(key ? { cookie: cookies[key] as string } : {}), ...(body ? { body } : {}) });
const locate = async (query: Record<string, string>, key?: string) =>
  ask('GET', `/api/locate?${new URLSearchParams(query).toString()}`, key);

describe('where is this?', () => {
  test('the page of a report takes a press on the map, a position, or the place alone, and none of them stands in an address', async () => {
    const post = async (url: string, fields: Record<string, string>) =>
      (
        await server.app.inject({
          method: 'POST',
          url,
          headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
          payload: new URLSearchParams({ what: '路灯坏了三天', ...fields }).toString(),
        })
      ).body;
    const { features } = (await ask('GET', `/api/public/outlines?kind=grid&under=${community}`)).body;
    const [lon, lat] = features[0].geometry.coordinates[0][0]
      .slice(0, -1)
      .reduce(
        (sum: number[], [x, y]: number[], _: number, all: number[][]) => [
          (sum[0] ?? 0) + (x ?? 0) / all.length,
          (sum[1] ?? 0) + (y ?? 0) / all.length,
        ],
        [0, 0],
      );
    expect(await post('/report?page=where', { here: `${lon},${lat},12` })).toContain(
      '手机定位说您在“星井社区第一网格”',
    );
    expect(await post('/report?page=where', { here: '116.4,39.9,12' })).toContain('不在本区');
    expect(await post('/report?page=map', {})).toContain('1 云山街道');
    expect(await post(`/report?page=map&of=${community}`, { pick: `${community}001` })).toContain(
      '您在地图上点的是“星井社区第一网格”',
    );
    expect((await server.ask('GET', `/report/map/${community}`)).body).toMatch(/^<svg\s.*<path/s);
    expect(await post('/report/send', { place: '半山新村3号楼二单元' })).toMatch(/看一看，送出去|是下面哪一处/);
    expect(await post('/report/send', { place: '星井社区半山新村3号楼二单元' })).toContain('看一看，送出去');
    expect(await post('/report/send', { place: '月亮上的环形山' })).toContain('按您写的还不知道是哪个社区');
  });

  test('anyone is told, by text, point or code, up to the district, in one call', async () => {
    const { status, body } = await locate({ text: '星井社区半山新村三号楼二单元401' });
    expect(status).toBe(200);
    expect(body.place.path.map(({ kind }: { kind: string }) => kind)).toEqual([
      'district',
      'subdistrict',
      'community',
      'grid',
    ]);
    expect(body.place.address.label).toBe('半山新村3号楼2单元');
    const byCode = await locate({ address: body.place.address.code });
    expect(byCode.body.place.grid).toEqual(body.place.grid);
    const [lon, lat] = (await ask('GET', `/api/communities/${community}/grids`, 'director')).body.addresses.find(
      ({ code }: { code: string }) => code === body.place.address.code,
    ).point;
    const byPoint = await locate({ lon: String(lon), lat: String(lat) });
    expect(byPoint.body.place.grid).toEqual(body.place.grid);
  });

  test('a point is taken as it is meant', async () => {
    const { body } = await ask('GET', `/api/public/outlines?kind=grid&under=${community}`);
    expect(body.features).toHaveLength(3);
    expect((await locate({ lon: '121.4737', lat: '31.2304', datum: 'gcj02' })).body).toMatchObject({
      found: false,
      reason: 'outside',
    });
  });

  test.each([
    ['what may be several places', { text: '星井街路口', under: community }, 'ambiguous', '请从下面选一个'],
    ['what nobody listed', { text: '月亮湾3号楼' }, 'unknownPlace', '请写上小区或道路的全名'],
    ['the open sea', { lon: '100', lat: '10' }, 'outside', '请核对经纬度'],
  ])('says what to try for %s', async (_, query, reason, words) => {
    const { body } = await locate(query);
    expect(body).toMatchObject({ found: false, place: null, reason });
    expect(body.message.zh).toContain(words);
    expect(body.message.en).not.toBe('');
  });

  test.each([
    [{}, 400],
    [{ text: '   ' }, 400],
    [{ text: 'x'.repeat(301) }, 400],
    [{ lon: '200', lat: '10' }, 400],
    [{ lon: '1e9', lat: 'x' }, 400],
    [{ text: '小区', under: "990102' or 1=1" }, 400],
    [{ address: 'E001' }, 400],
    [{ address: '990102001001E999' }, 404],
  ])('refuses %j', async (query, status) => {
    const answer = await locate(query);
    expect(answer.status).toBe(status);
    expect(answer.body.message.zh).not.toBe('');
  });
});

describe('outlines for maps', () => {
  test('are public, may be kept, and hold no address', async () => {
    const { status, body, raw } = await ask('GET', '/api/public/outlines');
    expect(status).toBe(200);
    expect(body.features).toHaveLength(150);
    expect(Object.keys(body.features[0].properties)).toEqual(['code', 'kind', 'nameZh', 'nameEn']);
    expect(raw.headers['cache-control']).toBe('public, max-age=300');
    expect(raw.body.length).toBeLessThan(60_000);
    expect(raw.body).not.toContain('半山新村');
  });
});

describe('who may change grids', () => {
  const order = (more: object = {}) => ({ commandId: randomUUID(), seenSeq: 2, preview: true, ...more });
  const move = { addresses: [`${community}E001`], to: `${community}002` };

  test.each([
    ['director', 200],
    ['taskGroupLead', 200],
    ['neighbourDirector', 404],
    ['clerk', 403],
    ['gridWorker', 403],
    ['departmentHead', 403],
    ['supervisor', 403],
  ])('%s is answered %i', async (key, status) => {
    expect((await ask('GET', `/api/communities/${community}/grids`, key)).status).toBe(status);
    expect((await ask('POST', `/api/communities/${community}/grids/move`, key, order(move))).status).toBe(status);
  });

  test('nobody who is not signed in', async () => {
    expect((await ask('GET', `/api/communities/${community}/grids`)).status).toBe(401);
    const merge = order({ grid: `${community}001`, into: `${community}002` });
    expect((await ask('POST', `/api/communities/${community}/grids/merge`, undefined, merge)).status).toBe(401);
  });

  test.each([
    ['split', { grid: `${community}001`, nameZh: '一', nameEn: 'One', line: [[125, 30]] }],
    ['split', { grid: '<script>', nameZh: '一', nameEn: 'One' }],
    ['outlines', { outlines: [{ gridCode: `${community}001`, outline: [[[[999, 0]]]] }] }],
    ['move', { addresses: [], to: `${community}002` }],
    ['merge', { grid: `${community}001` }],
  ])('a body of another shape is refused at %s', async (tool, body) => {
    const { status, body: said } = await ask(
      'POST',
      `/api/communities/${community}/grids/${tool}`,
      'director',
      order(body),
    );
    expect([status, said.code]).toEqual([400, 'input.shape']);
  });

  test('an open matter goes along into the grid that goes on when its own ends', async () => {
    const report = { commandId: randomUUID(), what: '楼道灯坏了三天了', community, place: '半山新村3号楼2单元' };
    const { body: receipt } = await ask('POST', '/api/public/requests', undefined, report);
    const page = async () => (await ask('GET', `/api/matters/${receipt.matterId}`, 'director')).body.areaPath;
    const before = await page();
    const merge = order({ preview: false, grid: `${community}001`, into: `${community}002` });
    expect((await ask('POST', `/api/communities/${community}/grids/merge`, 'director', merge)).status).toBe(200);
    expect(before.at(-1).zh).toBe('星井社区第一网格');
    expect((await page()).at(-1).zh).toBe('星井社区第二网格');
    expect((await locate({ text: '半山新村3号楼', under: community })).body.place.grid.code).toBe(`${community}002`);
  });

  test('who was named for houses of a grid that ended is named for them in the one that goes on', async () => {
    const { chains } = (await ask('GET', `/api/chains/${community}`, 'director')).body;
    type Link = { rung: string; areaCode: string; place: string; isGap: boolean; doors: number };
    const contacts = (chains as Link[]).filter(({ rung }) => rung === 'buildingContact');
    expect(contacts.filter(({ areaCode }) => areaCode === `${community}001`)).toEqual([]);
    expect(contacts.find(({ place }) => place === '半山新村')).toMatchObject({
      areaCode: `${community}002`,
      isGap: false,
      doors: expect.toSatisfy((count: number) => count > 0),
    });
  });

  test('boards and codes on signs of a grid that ended lead to the one that goes on', async () => {
    for (const tail of ['', '/sheet']) {
      const { status, body } = await ask('GET', `/boards/${community}001${tail}`);
      expect(status).toBe(200);
      expect(String(body)).toMatch(/星井社区第一网格已于 \d{4}-\d\d-\d\d 撤并，现在由星井社区第二网格负责/);
      expect(String(body)).toContain(`/boards/${community}002`);
    }
    const report = String((await ask('GET', `/report?grid=${community}001`)).body);
    expect(report).toContain('现在由星井社区第二网格负责');
    expect(report).toContain(`value="${community}002"`);
  });
});
