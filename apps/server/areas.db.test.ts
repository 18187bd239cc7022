import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { listenForAreas } from '../../modules/bodies/index.ts';
import { createDistrict, createAreas } from '../../modules/territory/index.ts';
import { inTransaction } from '../../platform/db/transaction.ts';
import { areaScope } from '../../platform/work.ts';
import { startDemoServer, type DemoServer } from '../../tests/support/demo-server.ts';
import { findServedDistrict } from './find-district.ts';
import { changeAreasOnce } from './timer.ts';

let server: DemoServer;
let cookies: Record<string, string>;
beforeAll(async () => {
  listenForAreas();
  server = await startDemoServer();
  const keys = server.signIns.map((one) => one.key);
  cookies = Object.fromEntries(await Promise.all(keys.map(async (key) => [key, await server.signIn(key)])));
});
afterAll(() => server.close());

const [own, neighbour, far] = ['990102001001', '990102001002', '990102002001'];
const order = (change: object = {}) => ({
  id: randomUUID(),
  kind: 'merge',
  code: own,
  into: neighbour,
  on: '2026-12-01',
  source: '样例〔2026〕9号',
  ...change,
});
const ask = (key: string, method: 'GET' | 'POST', url: string, body?: object) =>
  server.ask(method, url, { ...(cookies[key] ? { cookie: cookies[key] } : {}), ...(body ? { body } : {}) });
const decide = (body: object, key = 'administrator') => ask(key, 'POST', '/api/area-changes', body);

describe('the areas of the district (区划)', () => {
  test('are open to everyone, level by level and by search', async () => {
    expect((await ask('nobody', 'GET', '/api/areas')).body.rows).toMatchObject([{ code: '990102', kind: 'district' }]);
    const streets = (await ask('nobody', 'GET', '/api/areas?parent=990102&limit=1')).body;
    expect(streets).toMatchObject({ rows: [{ code: '990102001' }], next: '990102001', path: [{ code: '990102' }] });
    const next = (await ask('nobody', 'GET', `/api/areas?parent=990102&after=${streets.next}`)).body;
    expect(next.rows[0].code).toBe('990102002');
    for (const words of ['星井社', 'xjsq', 'xingjing', own])
      expect(
        (await ask('nobody', 'GET', `/api/areas/search?words=${encodeURIComponent(words)}`)).body.rows[0].code,
      ).toBe(own);
    expect((await ask('nobody', 'GET', '/api/areas/search?words=x')).status).toBe(400);
    expect((await ask('nobody', 'GET', '/api/areas/990103')).status).toBe(404);
    expect((await ask('nobody', 'GET', '/api/areas?parent=99010200100x')).status).toBe(400);
  });

  test.each(['nobody', 'clerk', 'director', 'taskGroupLead', 'supervisor', 'neighbourDirector'])(
    'are not changed by %s',
    async (key) => {
      const status = key === 'nobody' ? 401 : 403;
      expect((await decide(order(), key)).status).toBe(status);
      expect((await ask(key, 'POST', '/api/area-changes/preview', order())).status).toBe(status);
      expect((await ask(key, 'GET', '/api/area-changes')).status).toBe(status);
      expect((await ask(key, 'POST', `/api/area-changes/${randomUUID()}/withdraw`)).status).toBe(status);
    },
  );

  test('refuse in words what cannot be, and change nothing', async () => {
    const refusal = async (change: object) => (await decide(order(change))).body;
    expect(await refusal({ into: own })).toMatchObject({
      code: 'area.into_itself',
      message: { zh: '星井社区不能并入自己。请选择另一个社区。' },
    });
    expect(await refusal({ into: '990103001001' })).toMatchObject({ code: 'area.across_districts' });
    expect(await refusal({ on: '2001-01-01' })).toMatchObject({ code: 'area.before_founding' });
    expect(await refusal({ on: '2026-02-30' })).toMatchObject({ code: 'input.shape', fields: { on: {} } });
    expect(await refusal({ source: ' ' })).toMatchObject({ code: 'input.shape', fields: { source: {} } });
    expect(await refusal({ kind: 'dissolve' })).toMatchObject({ code: 'input.shape' });
    expect((await ask('administrator', 'GET', '/api/area-changes')).body.changes).toEqual([]);
  });
});

describe('a change of the future (待生效的变更)', () => {
  const log = { error: vi.fn() };
  const run = () => changeAreasOnce(server.ground, log as never);

  test('can be withdrawn before its day, once', async () => {
    const change = order();
    expect((await decide(change)).body).toEqual({ id: change.id, isDone: false, repeated: false });
    expect((await decide(change)).body).toEqual({ id: change.id, isDone: false, repeated: true });
    const withdraw = () => ask('administrator', 'POST', `/api/area-changes/${change.id}/withdraw`);
    expect((await withdraw()).status).toBe(200);
    expect((await withdraw()).body).toMatchObject({ code: 'area.change_over' });
  });

  test('takes effect by the timer on its day, passes its matters on, and one that became impossible says why', async () => {
    const what = '三号楼二单元的楼道灯坏了，晚上看不见路。';
    const report = { commandId: randomUUID(), what, community: own, place: '3号楼2单元门口' };
    const raised = (await ask('nobody', 'POST', '/api/public/requests', report)).body;
    await decide(order({ on: '2026-11-20' }));
    await decide(order({ code: far, into: '990102002002', on: '2026-11-20' }));
    const split = { kind: 'rename', code: far, nameZh: '新霞社区', nameEn: 'Xinxia', on: '2026-11-20' };
    expect((await decide(order(split))).body).toMatchObject({ code: 'area.change_pending' });
    const [third, fourth] = ['990102003001', '990102003002'];
    const sameName = (code: string | undefined) =>
      order({ kind: 'rename', code, nameZh: '同名社区', nameEn: 'Same', on: '2026-11-20' });
    for (const code of [third, fourth]) expect((await decide(sameName(code))).status).toBe(200);
    expect(await run()).toBe(0);
    server.setNow(new Date('2026-11-19T16:00:30Z'));
    expect(await run()).toBe(1);
    expect(await run()).toBe(0);
    cookies['administrator'] = await server.signIn('administrator');
    const page = (await ask('nobody', 'GET', `/api/areas/${own}`)).body;
    expect(page).toMatchObject({
      endedOn: '2026-11-20',
      wentTo: [{ code: neighbour }],
      changes: expect.arrayContaining([expect.objectContaining({ standing: 'done' })]),
    });
    const shown = (await ask('nobody', 'POST', '/api/public/follow', { number: raised.number, code: raised.code }))
      .body;
    expect(shown.timeline.at(-1)).toMatchObject({ kind: 'areaPassed' });
    const { changes } = (await ask('administrator', 'GET', '/api/area-changes')).body;
    expect(changes.filter((one: { standing: string }) => one.standing === 'refused')).toMatchObject([
      { kind: 'rename', why: { zh: '这个街道已经有同名社区了。请换一个名称。' } },
    ]);
    expect(log.error).not.toHaveBeenCalled();
  });

  test('a name that changed stays readable with the day until which it held', async () => {
    const renamed = await decide(
      order({ kind: 'rename', code: neighbour, nameZh: '新安社区', nameEn: "Xin'an Community", on: '2026-11-20' }),
    );
    expect(renamed.body).toMatchObject({ isDone: true });
    expect((await ask('nobody', 'GET', `/api/areas/${neighbour}`)).body).toMatchObject({
      name: { zh: '新安社区' },
      formerNames: [{ zh: '安井社区', untilOn: '2026-11-20' }],
      cameFrom: [{ code: own }],
    });
  });
});

describe('founding and ending (设立与撤销)', () => {
  const on = '2026-11-20';
  const street = '990102003';
  const codeOf = async (name: string) =>
    (await ask('nobody', 'GET', `/api/areas/search?words=${encodeURIComponent(name)}`)).body.rows[0]?.code as string;

  test('a community is founded once, with a committee that its office guides and a seat that is shown as vacant', async () => {
    const found = {
      ...order({ kind: 'found', code: street, on }),
      into: undefined,
      nameZh: '新桥社区',
      nameEn: 'Xinqiao',
    };
    expect((await ask('administrator', 'POST', '/api/area-changes/preview', found)).body).toMatchObject({
      founded: [{ name: { zh: '新桥社区' } }],
    });
    for (const repeated of [false, true]) expect((await decide(found)).body).toMatchObject({ isDone: true, repeated });
    expect((await decide({ ...found, nameZh: '老桥社区' })).body.code).toBe('area.change_used_elsewhere');
    expect((await decide({ ...found, id: randomUUID() })).body.code).toBe('area.name_taken');
    const code = await codeOf('新桥社区');
    const { vacancies } = (await ask('administrator', 'GET', '/api/staff/vacancies')).body;
    expect(vacancies.filter((one: { areaCode: string }) => one.areaCode === code)).toMatchObject([
      { name: { zh: '社区主任' } },
    ]);
    const { bodies } = (await ask('administrator', 'GET', `/api/bodies?area=${code}`)).body;
    const page = (await ask('administrator', 'GET', `/api/bodies/${bodies[0].bodyId}`)).body;
    expect(page.links.map(({ kind }: { kind: string }) => kind).toSorted()).toEqual(['assists', 'guides']);
    expect((await ask('nobody', 'GET', `/boards/${code}`)).status).toBe(200);

    const grid = {
      ...found,
      id: randomUUID(),
      code,
      nameZh: '新桥第一网格',
      nameEn: 'Xinqiao Grid 1',
      on: '2026-11-20',
    };
    expect((await decide(grid)).body).toMatchObject({ isDone: true });
    expect((await decide({ ...grid, id: randomUUID(), nameZh: '二' })).body.code).toBe('area.has_grids');
  });

  test('a community that the district runs itself is founded in no sub-district, and guided by the centre', async () => {
    const found = {
      ...order({ kind: 'found', code: '990102', on }),
      nameZh: '直管社区',
      nameEn: 'Direct',
      runByDistrict: true,
    };
    expect((await decide({ ...found, id: randomUUID(), code: street })).body.code).toBe('area.holds_none');
    expect((await decide(found)).body).toMatchObject({ isDone: true });
    const code = await codeOf('直管社区');
    expect(code).toBe('990102000001');
    expect((await ask('nobody', 'GET', `/api/areas/${code}`)).body).toMatchObject({
      kind: 'community',
      path: [{ code: '990102' }, { code }],
    });
    const { bodies } = (await ask('administrator', 'GET', `/api/bodies?area=${code}`)).body;
    const page = (await ask('administrator', 'GET', `/api/bodies/${bodies[0].bodyId}`)).body;
    expect(page.links.map(({ kind }: { kind: string }) => kind)).toEqual(['guides']);
    const report = { commandId: randomUUID(), what: '楼道灯坏了，晚上看不见路。', community: code, place: '1号楼' };
    expect((await ask('nobody', 'POST', '/api/public/requests', report)).status).toBe(200);
  });

  test('an end on a later day looks again on its day, and says why it became impossible', async () => {
    const founded = { ...order({ kind: 'found', code: '990102', on }), nameZh: '来去街道', nameEn: 'Coming' };
    await decide(founded);
    const code = await codeOf('来去街道');
    const end = { id: randomUUID(), kind: 'end', code, on: '2026-11-21', source: '样例〔2026〕10号' };
    expect((await decide(end)).body).toMatchObject({ isDone: false });
    const { bodies } = (await ask('administrator', 'GET', '/api/staff/bodies?area=990102')).body;
    const owner = new pg.Client({ connectionString: server.databaseUrl });
    await owner.connect();
    await owner.query('update bodies.posts set area_code = $1 where id = $2', [code, bodies[0].posts.at(-1).id]);
    await owner.end();
    server.setNow(new Date('2026-11-20T16:00:30Z'));
    await changeAreasOnce(server.ground, server.app.log);
    const page = (await ask('nobody', 'GET', `/api/areas/${code}`)).body;
    expect(page).toMatchObject({ endedOn: null, changes: [{ standing: 'refused' }] });
    expect(page.changes[0].why.zh).toContain('岗位 1 个');
  });

  test('what still has people or areas in it does not end, and what is empty does', async () => {
    server.setNow(new Date('2026-11-21T02:00:00Z'));
    cookies['administrator'] = await server.signIn('administrator');
    const code = await codeOf('新桥社区');
    const end = (area: string) => ({
      id: randomUUID(),
      kind: 'end',
      code: area,
      on: '2026-11-21',
      source: '样例〔2026〕9号',
    });
    expect((await decide(end(code))).body).toMatchObject({
      code: 'area.not_empty',
      message: { zh: expect.stringContaining('岗位 1 个') },
    });
    const street4 = { ...end('990102'), kind: 'found', nameZh: '空街道', nameEn: 'Empty' };
    await decide(street4);
    const empty = await codeOf('空街道');
    server.setNow(new Date('2026-11-22T02:00:00Z'));
    cookies['administrator'] = await server.signIn('administrator');
    expect((await decide({ ...end(empty), on: '2026-11-22' })).body).toMatchObject({ isDone: true });
    expect((await ask('nobody', 'GET', `/api/areas/${empty}`)).body).toMatchObject({
      endedOn: '2026-11-22',
      wentTo: [],
    });
  });
});

test('a server serves the district that is named, and says what there is when it is not', async () => {
  const { db } = server.ground;
  const serve = (mode: 'demo' | 'production', districtId: number | null) =>
    findServedDistrict(db, { mode, districtId });
  expect(await serve('demo', null)).toBe(990102);
  expect(await serve('production', null)).toBe(990102);
  const occasion = {
    districtId: 990103,
    scope: areaScope(''),
    actor: { kind: 'system', name: 'setup' },
    now: new Date(),
  } as const;
  await inTransaction(db, occasion, async (work) => {
    await createDistrict(work, { nameZh: '邻区', nameEn: 'Neighbour', timeZone: 'Asia/Shanghai' });
    await createAreas(work, [{ code: '990103', nameZh: '邻区', nameEn: 'Neighbour', foundedOn: '2019-05-01' }]);
  });
  expect(await serve('production', 990103)).toBe(990103);
  await expect(serve('production', null)).rejects.toThrow(/990102 .*990103 邻区[\s\S]*LINLI_DISTRICT/);
  await expect(serve('production', 990104)).rejects.toThrow('990104');
  expect((await ask('nobody', 'GET', '/api/areas/990103')).status).toBe(404);
});
