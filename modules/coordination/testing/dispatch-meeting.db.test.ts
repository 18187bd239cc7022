import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDemoServer, type DemoServer } from '../../../tests/support/demo-server.ts';
import { at, sitDown, type Desks } from '../../../tests/support/desk.ts';

let server: DemoServer;
let desks: Desks;
let id: string;
const centre = 'dispatchLead';
beforeAll(async () => {
  server = await startDemoServer(at('2026-11-18 10:00'));
  desks = await sitDown(server);
});
afterAll(() => server.close());

type Item = { id: string; topic: string; outcome: string | null; opened: { id: string; number: string } };
const post = async (key: string, path: string, body: object) => desks.ask(key, 'POST', `/api/meetings${path}`, body);
const view = async (key: string, of = id) => (await desks.ask(key, 'GET', `/api/meetings/${of}`)).body;
const listed = async (key: string) => (await desks.ask(key, 'GET', '/api/meetings')).body;
const convene = (key: string, commandId = randomUUID()) =>
  post(key, '', { commandId, rhythm: 'month', heldOn: '2026-11-18', place: '区政府三楼会议室' });
const put = (key: string, wish: object, commandId = randomUUID(), of = id) =>
  post(key, `/${of}/items`, { commandId, matter: '', topic: '', cause: 'raised', reason: '进展要大家知道', ...wish });
const proposals = async (key: string) => (await desks.ask(key, 'GET', `/api/meetings/${id}/proposals`)).body.proposals;
const raise = async (what: string): Promise<string> => {
  const body = { commandId: randomUUID(), what, community: '990102001001', place: '3号楼' };
  return (await server.ask('POST', '/api/public/requests', { body })).body.matterId;
};
const seatAll = async () => {
  const { seats } = await view(centre);
  const noted = seats.map(({ bodyId }: { bodyId: string }) => ({ bodyId, came: 'came', who: '负责人' }));
  expect((await post(centre, `/${id}/attendance`, { seats: noted })).status).toBe(200);
};

test('the office of the leading group convenes once; departments and sub-districts read it, communities do not, and nobody else convenes', async () => {
  expect(await listed(centre)).toMatchObject({ mayConvene: true, notYet: null });
  const commandId = randomUUID();
  id = (await convene(centre, commandId)).body.id;
  expect((await convene(centre, commandId)).body.id).toBe(id);
  expect((await convene(centre)).body.code).toBe('meeting.one_goes_on');
  expect(await listed(centre)).toMatchObject({
    mayConvene: false,
    notYet: { zh: expect.stringContaining('请先散会') },
  });
  expect((await listed('departmentHead')).notYet).toBeNull();
  for (const key of ['departmentHead', 'supervisor', 'director']) expect((await convene(key)).status).toBe(403);
  for (const key of ['departmentClerk', 'taskGroupLead', 'taskGroupLiaison', 'supervisor'])
    expect([key, (await view(key)).tier]).toEqual([key, 'district']);
  for (const key of ['director', 'clerk', 'neighbourDirector'])
    expect([key, (await view(key)).code]).toEqual([key, 'meeting.not_found']);
  expect((await listed('director')).meetings).toEqual([]);
  const { seats } = await view(centre);
  const bodies = seats.map(({ bodyId }: { bodyId: string }) => bodyId);
  for (const key of ['departmentHead', 'taskGroupLead']) expect(bodies).toContain(desks.bodyIdOf(key));
  expect(bodies).not.toContain(desks.bodyIdOf('director'));
  // A street goes on holding its own, which the district reads and does not run.
  const own = (await convene('taskGroupLiaison')).body.id;
  expect((await view('departmentHead', own)).code).toBe('meeting.not_found');
  const joint = await view(centre, own);
  expect([joint.tier, joint.mayHold, joint.mayPropose]).toEqual(['subdistrict', false, false]);
  expect((await put(centre, { topic: '区里来提一项' }, randomUUID(), own)).body.code).toBe('meeting.not_a_member');
});

test('the agenda proposes targets that are late or accepted by nobody, orders that run and escalations at the district; each once', async () => {
  const set = { what: '年底前楼道灯完好率到九成五', ground: '区政府常务会', body: desks.bodyIdOf('departmentHead') };
  const open = async (what: string, doneOn: string) =>
    (await desks.open(centre, 'district-task', { ...set, what, doneOn })).body.matterId;
  await open('没有人签收的一项', '2026-12-20');
  const late = await open('到期没办成的一项', '2026-11-20');
  await desks.take('departmentClerk', late, 'accept', { plan: '本部门自己办' });
  const fine = await open('还没到期的一项', '2026-12-20');
  await desks.take('departmentClerk', fine, 'accept', { plan: '本部门自己办' });
  const escalation = {
    what: '沿街餐饮油烟扰民',
    tried: '街道协调过两次，没有结果。',
    beyond: 'severalBodies',
    why: '两家都说不归自己',
    body: desks.bodyIdOf('departmentHead'),
  };
  await desks.open('taskGroupLead', 'escalation', escalation);
  const order = { what: '十余盏路灯多日不亮，请尽快修好', why: '居民等了两周', body: desks.bodyIdOf('departmentHead') };
  expect((await desks.open('supervisor', 'supervision-order', order)).status).toBe(200);
  const disputed = await raise('半山新村水表箱漏水');
  const refer = { body: desks.bodyIdOf('departmentHead'), reason: '管网归他们管' };
  for (const [key, step, input] of [
    ['clerk', 'accept', {}],
    ['clerk', 'escalate', { reason: '社区没有维修资金' }],
    ['taskGroupLiaison', 'accept', {}],
    ['taskGroupLiaison', 'refer', refer],
    ['departmentClerk', 'refuse', { reason: '箱体归物业管' }],
    ['taskGroupLiaison', 'refer', refer],
  ] as const)
    expect([step, (await desks.take(key, disputed, step, input)).status]).toEqual([step, 200]);
  expect((await desks.page(centre, disputed)).state).toBe('ruling');
  server.setNow(at('2026-11-23 10:00'));
  const found = (await proposals(centre)).map(({ cause, title, count }: Record<string, unknown>) => [
    cause,
    title,
    count,
  ]);
  expect(found).toContainEqual(['targetUnaccepted', '没有人签收的一项', 0]);
  expect(found).toContainEqual(['targetLate', '到期没办成的一项', 3]);
  expect(found).toContainEqual(['escalated', '沿街餐饮油烟扰民', 0]);
  expect(found).toContainEqual(['order', '十余盏路灯多日不亮，请尽快修好', 0]);
  expect(found).toContainEqual(['dispute', '半山新村水表箱漏水', 0]);
  expect(JSON.stringify(found)).not.toContain('还没到期的一项');
  for (const one of await proposals(centre)) {
    const wish = { matter: one.number, topic: one.title, cause: one.cause };
    expect((await put(centre, wish)).status).toBe(200);
    expect((await put(centre, wish)).body.code).toBe('meeting.on_it_already');
  }
  expect(await proposals(centre)).toEqual([]);
});

test('each item is decided with an owner and a day that all members see, nothing goes up, and the next meeting opens with what became of it', async () => {
  const raised = randomUUID();
  expect((await put('departmentClerk', { topic: '几家共用的杆子谁来拆' }, raised)).status).toBe(200);
  const mine = (await view('departmentClerk')).agenda.find((one: Item) => one.id === raised);
  expect(mine.mayStrike).toBe(true);
  const { agenda, goesUp } = (await view(centre)) as { agenda: Item[]; goesUp: boolean };
  expect(goesUp).toBe(false);
  const way = (item: string, name: string, body: object, key = centre, commandId = randomUUID()) =>
    post(key, `/${id}/items/${item}/${name}`, { commandId, ...body });
  const decision = { what: '住建牵头，月底前拆完', bodyId: desks.bodyIdOf('departmentHead'), dueOn: '2026-12-01' };
  expect((await way(raised, 'here', decision, 'departmentHead')).status).toBe(403);
  expect((await way(raised, 'here', decision, 'taskGroupLead')).body.code).toBe('meeting.other_subdistrict');
  const up = { bodyId: decision.bodyId, tried: '各家都试过了', beyond: 'severalBodies', why: '几家分不清' };
  expect((await way(raised, 'up', up)).body.code).toBe('meeting.nothing_above');
  expect((await way(raised, 'here', { ...decision, bodyId: desks.bodyIdOf('director') })).body.fields.body.code).toBe(
    'field.not_an_option',
  );
  expect((await way(raised, 'here', { ...decision, dueOn: '' })).body.fields.dueOn).toBeDefined();
  const commandId = randomUUID();
  const decided = await way(raised, 'here', decision, centre, commandId);
  expect((await way(raised, 'here', decision, centre, commandId)).body.number).toBe(decided.body.number);
  for (const key of ['taskGroupLead', 'departmentClerk']) {
    const item = (await view(key)).agenda.find((one: Item) => one.id === raised);
    expect(item).toMatchObject({ outcome: 'here', dueOn: '2026-12-01', opened: { number: decided.body.number } });
    expect(item.opened.standing.state.zh).toBe('落实中');
  }
  const street = { ...decision, bodyId: desks.bodyIdOf('taskGroupLead') };
  for (const { id: item, outcome } of agenda) {
    if (outcome !== null || item === raised) continue;
    const own = (await way(item, 'strike', { reason: '不是我们提的' }, 'departmentClerk')).body.code;
    expect(own).toBe('meeting.not_yours_to_strike');
    const seen = (await view('departmentClerk')).agenda.find((one: Item) => one.id === item);
    expect(seen.mayStrike).toBe(false);
    expect((await way(item, 'here', street)).status).toBe(200);
  }
  expect((await post(centre, `/${id}/conclude`, {})).body.code).toBe('meeting.attendance_open');
  await seatAll();
  expect((await post(centre, `/${id}/conclude`, {})).status).toBe(200);
  const opened = (await view(centre)).agenda.find((one: Item) => one.id === raised).opened.id;
  const result = { result: '五根杆子都拆了，路面补平。', shownBy: '现场照片' };
  expect((await desks.take('departmentClerk', opened, 'report', result)).status).toBe(200);
  server.setNow(at('2026-11-24 10:00'));
  id = (await post(centre, '', { commandId: randomUUID(), rhythm: 'month', heldOn: '2026-11-30', place: '同前' })).body
    .id;
  for (const key of [centre, 'taskGroupLiaison']) {
    const { before } = await view(key);
    const one = before.items.find((item: Item) => item.id === raised);
    expect([one.dueOn, one.opened.standing.state.zh]).toEqual(['2026-12-01', '结果待认可']);
  }
});
