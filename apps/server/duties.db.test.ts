import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeRows } from '../../platform/sheets/write-rows.ts';
import { startDemoServer, type DemoServer } from '../../tests/support/demo-server.ts';
import { sitDown, type Desks } from '../../tests/support/desk.ts';

const [community, subdistrict, district] = ['990102001001', '990102001', '990102'];
let server: DemoServer;
let desks: Desks;
beforeAll(async () => {
  server = await startDemoServer(new Date('2026-11-18T02:00:00Z'));
  desks = await sitDown(server);
});
afterAll(() => server.close());

const take = async (key: string, matterId: string, step: string, input: object = {}) => {
  const answer = await desks.take(key, matterId, step, input as Record<string, unknown>);
  expect([step, answer.status, answer.body.code]).toEqual([step, 200, undefined]);
};
const raise = async (category: string): Promise<string> => {
  const report = { what: '夜里一直有响动，睡不着。', category, community, place: '3号楼2单元门口' };
  return (await server.ask('POST', '/api/public/requests', { body: { commandId: randomUUID(), ...report } })).body
    .matterId;
};
const suggested = async (matterId: string) => {
  const { body } = await desks.ask('taskGroupLiaison', 'GET', `/api/matters/${matterId}/steps/refer/bodies`);
  return body.bodies
    .filter((one: { suggested: boolean }) => one.suggested)
    .map((one: { name: { zh: string } }) => one.name.zh);
};
const atTaskGroup = async (category: string) => {
  const id = await raise(category);
  await take('director', id, 'accept');
  await take('director', id, 'escalate', { reason: '社区办不了，请街道协调' });
  await take('taskGroupLiaison', id, 'accept');
  return id;
};
const lines = async () => (await desks.ask('director', 'GET', '/api/duties')).body.lines;
const bodyNamed = async (words: string) =>
  (await desks.ask('director', 'GET', `/api/bodies?words=${encodeURIComponent(words)}`)).body.bodies[0];
const line = (more: object = {}) => ({
  commandId: randomUUID(),
  category: 'noise',
  areaCode: subdistrict,
  bodyId: null,
  limitWorkingDays: 3,
  fromOn: '2026-11-18',
  source: '街道工作会议纪要〔2026〕9号',
  ...more,
});

describe('the duty matrix (职责分工)', () => {
  test('decides which body is suggested, from the day on which a line holds; earlier lines are kept', async () => {
    const id = await atTaskGroup('noise');
    expect(await suggested(id)).toEqual(['栖川区生态环境局']);
    const police = await bodyNamed('栖川区城市管理局');
    const wish = line({ bodyId: police.bodyId, fromOn: '2026-11-20' });
    for (const _ of ['once', 'again'])
      expect((await desks.ask('taskGroupLead', 'POST', '/api/duties', wish)).status).toBe(200);
    expect(await suggested(id)).toEqual(['栖川区生态环境局']);
    server.setNow(new Date('2026-11-20T02:00:00Z'));
    expect(await suggested(id)).toEqual(['栖川区城市管理局']);
    const ended = line({ fromOn: '2026-11-20' });
    expect((await desks.ask('taskGroupLead', 'POST', '/api/duties', ended)).status).toBe(200);
    expect(await suggested(id)).toEqual(['栖川区生态环境局']);
    const own = (await lines()).filter((one: { areaCode: string }) => one.areaCode === subdistrict);
    expect(own).toHaveLength(2);
    server.setNow(new Date('2026-11-18T02:00:00Z'));
  });

  test.each([
    ['the lead of a task group for the whole district', 'taskGroupLead', { areaCode: district }, 'duty.other_place'],
    ['the same for the next sub-district', 'taskGroupLead', { areaCode: '990102002' }, 'duty.other_place'],
    ['a day that is over', 'dispatchLead', { fromOn: '2026-11-17' }, 'duty.in_the_past'],
    ['no source', 'dispatchLead', { source: ' ' }, 'duty.source_missing'],
    ['a limit of no days', 'dispatchLead', { limitWorkingDays: 0 }, 'duty.limit_unreadable'],
    ['an area that is not there', 'dispatchLead', { areaCode: '990102999' }, 'area.not_found'],
    ['a body that is not there', 'dispatchLead', { bodyId: randomUUID() }, 'body.not_found'],
  ])('refuses %s', async (_, key, more, code) => {
    const before = (await lines()).length;
    expect((await desks.ask(key, 'POST', '/api/duties', line(more))).body.code).toBe(code);
    expect(await lines()).toHaveLength(before);
  });

  test('is closed to those who may not edit it', async () => {
    for (const key of ['director', 'departmentHead', 'supervisor'])
      expect((await desks.ask(key, 'POST', '/api/duties', line())).status).toBe(403);
  });
});

describe('a ruling (裁定) is written back with one press and a reason', () => {
  test('by who ruled; once; and the next like one is suggested there', async () => {
    const id = await raise('waste');
    await take('director', id, 'accept');
    for (const _ of ['first', 'second']) {
      await take('director', id, 'escalate', { reason: '要请街道来协调' });
      await take('taskGroupLiaison', id, 'refuse', { reason: '社区自己可以办' });
    }
    const facts = async () => (await desks.ask('taskGroupLead', 'GET', `/api/requests/${id}`)).body;
    expect((await facts()).ruling).toBeNull();
    const press = (key: string) =>
      desks.ask(key, 'POST', `/api/requests/${id}/duty`, { commandId: randomUUID(), reason: '今后同类都由水务局办' });
    expect((await press('taskGroupLead')).body.code).toBe('duty.nothing_ruled');

    await take('director', id, 'escalate', { reason: '请街道裁定由谁办' });
    const choice = (await desks.ask('taskGroupLead', 'GET', `/api/matters/${id}/steps/rule/bodies`)).body;
    expect(choice.bodies.map((one: { name: { zh: string } }) => one.name.zh)).toContain('星井社区居民委员会'); // it may stay
    const water = await bodyNamed('栖川区水务局');
    await take('taskGroupLead', id, 'rule', { body: water.bodyId, reason: '沟渠由水务局管，今后同此。' });
    expect((await facts()).ruling).toEqual({ body: water.name, isWrittenBack: false });
    expect((await press('director')).status).toBe(403);
    expect((await press('taskGroupLead')).status).toBe(200);
    expect((await facts()).ruling.isWrittenBack).toBe(true);
    expect((await press('dispatchLead')).body.code).toBe('duty.written_back');
    const [written] = (await lines()).filter((one: { matterId: string | null }) => one.matterId === id);
    expect(written).toMatchObject({
      category: 'waste',
      areaCode: subdistrict,
      holds: true,
      reason: '今后同类都由水务局办',
    });
    expect(await suggested(await atTaskGroup('waste'))).toContain('栖川区水务局');
  });
});

describe('the duty matrix in Excel', () => {
  const upload = async (key: string, url: string, bytes: Buffer) => {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(bytes)]), 'a.xlsx');
    const cookie = await server.signIn(key);
    const raw = await server.app.inject({
      method: 'POST',
      url,
      headers: { cookie },
      payload: form as unknown as object,
    });
    return { status: raw.statusCode, body: raw.json() };
  };
  const sheet = (rows: string[][]) =>
    writeRows([{ name: '职责分工', headings: ['责任单位', '类别', '区划代码', '办理时限', '依据'], widths: [], rows }]);

  test('comes back unchanged, and a changed row is one new line', async () => {
    const cookie = await server.signIn('dispatchLead');
    const exported = await server.app.inject({ method: 'GET', url: '/api/duties-workbook', headers: { cookie } });
    expect(exported.headers['cache-control']).toBe('no-store');
    const same = await upload('dispatchLead', '/api/duties-workbook/preview', exported.rawPayload);
    expect(same.body).toMatchObject({ faults: [], changes: [], missing: [] });
    const bytes = await sheet([['栖川区水务局', '供水排水', district, '1 个工作日', '新方案']]);
    const { body } = await upload('dispatchLead', '/api/duties-workbook/preview', bytes);
    expect(body.changes).toHaveLength(1);
    const address = `/api/duties-workbook/import?digest=${body.digest}`;
    expect((await upload('dispatchLead', address, bytes)).body).toEqual({ recorded: 1 });
    expect((await upload('dispatchLead', address, bytes)).body.code).toBe('import.changed');
  });

  test('names each faulty cell and records nothing', async () => {
    const before = (await lines()).length;
    const bytes = await sheet([
      ['水务', '供水排水', district, '', '方案'],
      ['栖川区水务局', '喝水', district, '', '方案'],
      ['栖川区水务局', '供水排水', '110101', '0', ''],
    ]);
    const { body } = await upload('dispatchLead', '/api/duties-workbook/preview', bytes);
    expect(body.faults.map((one: { column: string; row: number }) => `${one.column}${one.row}`)).toEqual(
      expect.arrayContaining(['A2', 'B3', 'C4', 'D4', 'E4']),
    );
    const refused = await upload('dispatchLead', `/api/duties-workbook/import?digest=${body.digest}`, bytes);
    expect(refused.body.code).toBe('import.faulty');
    expect(await lines()).toHaveLength(before);
  });
});
