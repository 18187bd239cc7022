import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDemoServer, type DemoServer } from '../../../tests/support/demo-server.ts';
import { at, sitDown, type Desks } from '../../../tests/support/desk.ts';

let server: DemoServer;
let desks: Desks;
let id: string;
const street = 'taskGroupLiaison';
beforeAll(async () => {
  server = await startDemoServer(at('2026-11-18 10:00'));
  desks = await sitDown(server);
});
afterAll(() => server.close());

const post = async (key: string, path: string, body: object) => desks.ask(key, 'POST', `/api/meetings${path}`, body);
const view = async (key: string) => (await desks.ask(key, 'GET', `/api/meetings/${id}`)).body;
const convene = (body: object = {}) =>
  post(street, '', { commandId: randomUUID(), rhythm: 'week', heldOn: '2026-11-18', place: '街道三楼会议室', ...body });
const put = (key: string, topic: string, matter = '', commandId = randomUUID()) =>
  post(key, `/${id}/items`, { commandId, matter, topic, cause: 'raised', reason: '居民多次反映' });

test('a street convenes; a community brings something up; a neighbour street, a department and a wrong form get nowhere', async () => {
  expect((await convene({ place: ' ', heldOn: '2026-11-18' })).body.fields.place.code).toBe('field.required');
  expect((await convene({ heldOn: '2026-11-17' })).body.fields.heldOn.code).toBe('meeting.day_past');
  const { fields } = (await convene({ heldOn: '', place: '' })).body;
  expect([fields.heldOn.code, fields.place.code]).toEqual(['meeting.day_missing', 'field.required']);
  const commandId = randomUUID();
  const [one, again] = [await convene({ commandId }), await convene({ commandId })];
  id = one.body.id;
  expect([one.status, again.body.id]).toEqual([200, id]);
  expect((await convene()).body.code).toBe('meeting.one_goes_on');
  expect((await post('director', '', { commandId, rhythm: 'week', heldOn: '2026-11-18', place: '社区' })).status).toBe(
    403,
  );

  const item = randomUUID();
  await put('director', '早市占道回潮', '', item);
  expect((await put('director', '早市占道回潮', '', item)).body.id).toBe(item);
  expect((await put('director', '早')).body.fields.topic.code).toBe('meeting.topic_missing');
  expect((await put('director', '', '2611-99999-9')).body.fields.matter.code).toBe('link.no_such_matter');
  const wrong = await post('director', `/${id}/items`, {
    commandId: randomUUID(),
    matter: '2611-99999-9',
    topic: '早',
    cause: 'raised',
    reason: '',
  });
  expect(Object.keys(wrong.body.fields)).toEqual(['matter', 'topic', 'reason']);
  const long = await post('director', `/${id}/items`, {
    commandId: randomUUID(),
    matter: '',
    topic: '早'.repeat(1200),
    cause: 'raised',
    reason: '反'.repeat(1200),
  });
  expect([long.body.fields.topic.code, long.body.fields.reason.code]).toEqual(['meeting.too_long', 'meeting.too_long']);
  expect((await view('director')).agenda).toHaveLength(1);
  expect((await view(street)).agenda[0]).toMatchObject({ topic: '早市占道回潮', outcome: null });
  expect((await view('departmentHead')).code).toBe('meeting.not_found');
  expect((await view('neighbourDirector')).agenda?.length ?? 0).toBeLessThan(2);
});

test('each item has one of two outcomes, each a matter of its own; the next meeting opens with what became of it', async () => {
  await put(street, '路灯归谁管说不清');
  await put(street, '已经办好的一件');
  const { agenda } = await view(street);
  const itemOf = (topic: string) => agenda.find((item: { topic: string }) => item.topic.startsWith(topic)).id;
  const [here, up, struck] = [itemOf('早市'), itemOf('路灯'), itemOf('已经')];
  const way = (item: string, name: string, body: object, commandId = randomUUID()) =>
    post(street, `/${id}/items/${item}/${name}`, { commandId, ...body });
  const decision = { what: '沿街划线、早市进院', bodyId: desks.bodyIdOf('director'), dueOn: '2026-11-27' };
  expect((await way(here, 'here', { ...decision, dueOn: '' })).body.fields.dueOn).toBeDefined();
  expect((await way(here, 'here', { ...decision, bodyId: null })).body.fields.body.code).toBe('field.not_an_option');
  expect((await view(street)).agenda.map(({ outcome }: { outcome: null }) => outcome)).toEqual([null, null, null]);
  const commandId = randomUUID();
  const decided = await way(here, 'here', decision, commandId);
  expect((await way(here, 'here', decision, commandId)).body.number).toBe(decided.body.number);
  expect((await way(here, 'here', decision)).body.code).toBe('meeting.decided');

  const escalated = {
    bodyId: desks.bodyIdOf('departmentHead'),
    tried: '街道协调过两次，产权不清',
    beyond: 'severalBodies',
    why: '灯杆产权属于两家',
  };
  expect((await way(up, 'up', { ...escalated, tried: '试过' })).body.fields.tried.code).toBe('field.too_short');
  expect((await way(up, 'up', { ...escalated, bodyId: desks.bodyIdOf('director') })).body.fields.body).toBeDefined();
  expect((await way(up, 'up', { ...escalated, bodyId: desks.bodyIdOf(street) })).body.fields.body).toBeDefined();
  expect((await way(up, 'up', escalated)).status).toBe(200);
  expect((await post(street, `/${id}/conclude`, {})).body.code).toBe('meeting.items_open');
  expect(
    (await post('director', `/${id}/items/${struck}/strike`, { commandId: randomUUID(), reason: '已经办好' })).body
      .code,
  ).toBe('meeting.not_yours_to_strike');
  expect((await way(struck, 'strike', { reason: '' })).body.fields.reason.code).toBe('meeting.reason_missing');
  await way(struck, 'strike', { reason: '已经办好' });
  expect((await post(street, `/${id}/conclude`, {})).body.code).toBe('meeting.attendance_open');
  const seats = (await view(street)).seats.map(({ bodyId }: { bodyId: string }) => ({
    bodyId,
    came: 'came',
    who: '主任',
  }));
  const stranger = { bodyId: desks.bodyIdOf('departmentHead'), came: 'came', who: '' };
  expect((await post(street, `/${id}/attendance`, { seats: [stranger] })).body.code).toBe('meeting.no_such_seat');
  expect((await post('director', `/${id}/attendance`, { seats })).status).toBe(403);
  await post(street, `/${id}/attendance`, { seats });
  expect((await view('director')).concludedBy).toBeNull();
  expect((await post(street, `/${id}/conclude`, {})).status).toBe(200);
  expect((await view('director')).concludedBy.zh).toBe(server.signIns.find(({ key }) => key === street)?.nameZh);
  expect((await put('director', '散会以后再提')).body.code).toBe('meeting.concluded');
  expect(await view('director')).toMatchObject({ here: 1, up: 1, struck: 1, mayHold: false, mayPropose: false });

  const { agenda: minutes } = await view('director');
  const openedBy = (outcome: string, { agenda: items } = { agenda: minutes }) =>
    items.find((item: { outcome: string }) => item.outcome === outcome).opened;
  const result = { result: '早市已经进院，沿街划了线。', shownBy: '沿街照片' };
  await desks.take('director', openedBy('here').id, 'report', result);
  expect((await desks.page('departmentHead', openedBy('up', await view(street)).id)).state).toBe('sent');
  id = (await convene()).body.id;
  const { before } = await view('director');
  const standings = before.items.map(
    (item: { opened: { standing: { state: { zh: string } } } }) => item.opened.standing.state.zh,
  );
  expect(standings.toSorted()).toEqual(['等专人对接', '结果待认可']);
});

test('what a meeting decided is not proposed again while it is being carried out', async () => {
  const raised = await server.ask('POST', '/api/public/requests', {
    body: { commandId: randomUUID(), what: '楼顶漏水，找过物业三回', community: '990102001001', place: '3号楼' },
  });
  await desks.take('director', raised.body.matterId, 'accept');
  await desks.take('director', raised.body.matterId, 'escalate', { reason: '产权单位不在本社区' });
  const proposed = async () => {
    const { proposals } = (await desks.ask(street, 'GET', `/api/meetings/${id}/proposals`)).body;
    return proposals.map(({ number }: { number: string }) => number);
  };
  expect(await proposed()).toContain(raised.body.number);
  const item = (await put(street, '楼顶漏水', raised.body.number)).body.id;
  const decision = { what: '街道约产权单位到场', bodyId: desks.bodyIdOf('director'), dueOn: '2026-11-27' };
  await post(street, `/${id}/items/${item}/here`, { commandId: randomUUID(), ...decision });
  const { seats } = await view(street);
  await post(street, `/${id}/attendance`, {
    seats: seats.map(({ bodyId }: { bodyId: string }) => ({ bodyId, came: 'came', who: '主任' })),
  });
  expect((await post(street, `/${id}/conclude`, {})).status).toBe(200);
  id = (await convene()).body.id;
  expect(await proposed()).not.toContain(raised.body.number);
});

test('a matter whose title has two characters is put on as it was proposed', async () => {
  const input = {
    what: '路灯',
    body: desks.bodyIdOf('departmentHead'),
    tried: '街道协调过两次，产权不清',
    beyond: 'severalBodies',
    why: '灯杆产权属于两家',
  };
  const opened = await desks.open(street, 'escalation', input);
  const { number, title } = await desks.page(street, opened.body.matterId);
  expect(title).toBe('路灯');
  const { proposals } = (await desks.ask(street, 'GET', `/api/meetings/${id}/proposals`)).body;
  expect(proposals.map((one: { title: string }) => one.title)).toContain('路灯');
  const item = randomUUID();
  expect((await put(street, title, number, item)).body.fields).toBeUndefined();
  const reason = '已经另有安排';
  await post(street, `/${id}/items/${item}/strike`, { commandId: randomUUID(), reason });
});
