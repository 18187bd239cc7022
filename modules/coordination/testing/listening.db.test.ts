import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { areaScope } from '../../../platform/work.ts';
import { startDemoServer, type DemoServer } from '../../../tests/support/demo-server.ts';
import { at, sitDown, type Desks } from '../../../tests/support/desk.ts';
import { fireClocksOf } from '../../matters/index.ts';

let server: DemoServer;
let desks: Desks;
beforeAll(async () => {
  server = await startDemoServer(at('2026-11-18 10:00'));
  desks = await sitDown(server);
});
afterAll(() => server.close());

const session = {
  what: '冬季供暖、楼道灯和停车',
  heldOn: '2026-11-17',
  venue: '小区活动室',
  heardBy: '社区主任、街道联点干部、派出所民警',
  people: '23',
};
const told = { told: '二十五日在活动室逐条说明，回复贴在公告栏。电话 13800001234。' };
const held = async (): Promise<string> => (await desks.open('director', 'listening-session', session)).body.matterId;
const take = async (key: string, id: string, step: string, input: Record<string, unknown> = {}) =>
  (await desks.take(key, id, step, input)).body;
const offerOf = async (key: string, id: string, step: string) =>
  (await desks.page(key, id)).steps.find((one: { step: string }) => one.step === step);
const statementsOf = async (key: string, id: string) =>
  (await desks.ask(key, 'GET', `/api/listening-sessions/${id}`)).body.statements;
const newestTask = async (id: string): Promise<string> => (await desks.page('director', id)).tasks.at(-1).id;
const suggest = async (id: string, said: string, body: string) => {
  const { code } = await take('clerk', id, 'suggest', { said, body });
  expect(code).toBeUndefined();
  return newestTask(id);
};
const raise = async (what: string) => {
  const body = {
    commandId: randomUUID(),
    what,
    photos: [],
    community: '990102001001',
    place: '3 号楼',
    category: 'lighting',
    phone: '',
    wantsPublic: true,
    channel: 'counter',
  };
  return (await desks.ask('clerk', 'POST', '/api/requests', body)).body as { matterId: string; number: string };
};

test('a session is completed when everything said has its reply, and says in public what became of each, without a name', async () => {
  const id = await held();
  const refused = async () => {
    const offer = await offerOf('director', id, 'complete');
    const answer = await take('director', id, 'complete', told);
    expect(offer.refusal.message).toEqual(answer.message); // the same words on the screen and in the action
    return answer;
  };
  expect((await refused()).code).toBe('listening.nothing_said');
  const spoken = { said: '老年食堂几点开门', answer: '每天十点半到十二点半，本周起。' };
  expect((await take('clerk', id, 'answerHere', spoken)).code).toBeUndefined();

  const suggestion = await suggest(id, '东门的车位晚上让居民停', desks.bodyIdOf('departmentHead'));
  const request = await raise('二层的灯不亮');
  const raised = { said: '楼道二层的灯不亮', into: request.number };
  expect((await take('director', id, 'raise', raised)).code).toBeUndefined();
  expect((await take('director', id, 'raise', raised)).code).toBe('link.already');
  expect((await take('director', id, 'raise', { ...raised, into: '第三件' })).fields.into.code).toBe(
    'field.not_a_number',
  );
  expect((await take('director', id, 'raise', { ...raised, into: '2611-99999-9' })).code).toBe('link.no_such_matter');
  const open = await refused();
  expect(open.code).toBe('listening.unanswered');
  expect(open.message.zh).toBe('还有 2 条没有回音：建议 1 条，转成事项的 1 条。条条有回音，才能办结。');
  expect((await take('director', id, 'callOff', { reason: '不想办了' })).code).toBe('listening.something_said');

  const { sessions } = (await desks.ask('director', 'GET', '/api/coordination')).body;
  expect(sessions).toMatchObject([{ id, people: 23, heldOn: '2026-11-17' }]);
  expect(sessions[0].statements.map((one: { kind: string; replied: boolean }) => [one.kind, one.replied])).toEqual([
    ['answered', true],
    ['suggestion', false],
    ['matter', false],
  ]);

  const no = { reply: '消防通道旁的车位要留空，不能停。', measure: '南门空地明年三月划线' };
  expect((await take('departmentClerk', suggestion, 'decline', no)).code).toBe('step.not_yours');
  expect((await take('departmentHead', suggestion, 'decline', no)).code).toBeUndefined();
  expect((await refused()).message.zh).toContain('建议 0 条，转成事项的 1 条');

  await take('clerk', request.matterId, 'accept', { note: '今天去换' });
  const answer = { reply: '已经换了新灯，晚上去看过，亮了。', witness: '二楼住户当面看过' };
  expect((await take('clerk', request.matterId, 'answer', answer)).fields).toBeUndefined();
  expect((await desks.page('clerk', request.matterId)).state).toBe('answered');
  expect((await offerOf('director', id, 'complete')).refusal).toBeNull();
  expect((await take('director', id, 'complete', told)).code).toBeUndefined();
  const ended = await desks.page('director', id);
  expect(ended.outcome).toBe('explained');
  expect(ended.timeline.at(-1).sentence.zh).toContain('办不到、没采纳的都说明了原因');
  expect((await desks.ask('director', 'GET', '/api/coordination')).body.sessions).toEqual([]);

  const page = (await server.ask('GET', '/root-causes')).raw.body;
  for (const words of [
    session.what,
    '来了 23 位居民',
    '老年食堂几点开门',
    '十点半',
    '消防通道旁',
    '二层的灯不亮',
    '逐条说明',
  ])
    expect([words, page.includes(words)]).toEqual([words, true]);
  expect(page).not.toContain('13800001234');
});

test('wrong input says why and changes nothing; the same command sent again adds nothing', async () => {
  const open = (over: object, key = 'director') => desks.open(key, 'listening-session', { ...session, ...over });
  for (const people of ['很多', '0', '10000', '2.5', '-3'])
    expect((await open({ people })).body.fields.people.code).toBe('field.not_a_count');
  expect((await open({ heldOn: '2026-11-19' })).body.code).toBe('day.out_of_bounds');
  expect((await open({ heldOn: '2026-10-01' })).body.code).toBe('day.out_of_bounds');
  expect((await open({}, 'departmentHead')).body.code).toBe('opening.not_your_post');
  expect((await open({}, 'taskGroupLead')).body.fields.community.code).toBe('field.required');

  const id = await held();
  const body = {
    commandId: randomUUID(),
    seenSeq: 1,
    input: { said: '东门的车位晚上让居民停', body: desks.bodyIdOf('director') },
  };
  const send = () => desks.ask('director', 'POST', `/api/matters/${id}/steps/suggest`, body);
  expect((await send()).status).toBe(200);
  expect((await send()).body.repeated).toBe(true);
  expect(await statementsOf('director', id)).toHaveLength(1);
  const beyond = { said: '请隔壁社区也来听', body: desks.bodyIdOf('neighbourDirector') };
  expect((await take('director', id, 'suggest', beyond)).fields.body.code).toBe('field.not_an_option');
  const { bodies } = (await desks.ask('director', 'GET', `/api/matters/${id}/steps/suggest/bodies`)).body;
  const ids = bodies.map((one: { id: string }) => one.id);
  expect([ids.includes(desks.bodyIdOf('director')), ids.includes(beyond.body)]).toEqual([true, false]);
});

test('the neighbouring community reads nothing of it, and a body that is asked does not run it', async () => {
  const id = await held();
  await suggest(id, '东门的车位晚上让居民停', desks.bodyIdOf('departmentHead'));
  expect((await desks.ask('neighbourDirector', 'GET', `/api/matters/${id}`)).status).toBe(404);
  expect((await desks.ask('neighbourDirector', 'GET', `/api/listening-sessions/${id}`)).status).toBe(404);
  expect((await desks.ask('neighbourDirector', 'GET', '/api/coordination')).body.sessions).toEqual([]);
  expect(
    (await take('departmentHead', id, 'answerHere', { said: '部门自己加一条', answer: '不该能加进去' })).code,
  ).toBe('step.not_yours');
  const { mayRaise } = (await desks.ask('departmentHead', 'GET', `/api/listening-sessions/${id}`)).body;
  expect(mayRaise).toBe(false);
});

test('a suggestion that a body sends back stays without a reply until the body, or who listened, answers it', async () => {
  const id = await held();
  const suggestion = await suggest(id, '公交站台往东挪一百米', desks.bodyIdOf('departmentHead'));
  await take('departmentClerk', suggestion, 'sendBack', { reason: '站台归交通局管' });
  expect((await take('director', id, 'complete', told)).code).toBe('listening.unanswered');
  await take('director', suggestion, 'insist', { reason: '站台的占地归你们批' });
  expect((await take('departmentClerk', suggestion, 'sendBack', { reason: '还是不归我们' })).code).toBe('step.used_up');
  const answer = { taken: 'partly', reply: '站台不挪，东边加一个候车亭，明年六月前。' };
  expect((await take('departmentClerk', suggestion, 'answer', answer)).code).toBeUndefined();
  expect(await statementsOf('director', id)).toMatchObject([{ replied: true, reply: answer.reply, outcome: 'solved' }]);
  expect((await take('director', id, 'complete', told)).code).toBeUndefined();
  expect((await desks.page('director', id)).outcome).toBe('solved');
});

test('a session whose statements are not replied to in time is told to the tier above', async () => {
  const id = await held();
  await suggest(id, '东门的车位晚上让居民停', desks.bodyIdOf('departmentHead'));
  const clock = (await desks.page('director', id)).clocks.find((one: { clock: string }) => one.clock === 'replying');
  const [{ districtId, db }, now] = [server.ground, new Date(Date.parse(clock.dueAt) + 60_000)];
  const actor = { kind: 'system', name: 'timer' } as const;
  await inTransaction(db, { districtId, now, actor, scope: areaScope('') }, (work) => fireClocksOf(work, id));
  server.setNow(now);
  const { notices } = (await desks.ask('taskGroupLead', 'GET', '/api/notices')).body;
  expect(notices.some((one: { matterId: string }) => one.matterId === id)).toBe(true);
  server.setNow(at('2026-11-18 10:00'));
});

test('the day on which it was held stands in its course as people say it', async () => {
  const { timeline } = await desks.page('director', await held());
  const day = timeline[0].choices.find(({ name }: { name: string }) => name === 'heldOn');
  expect(day.value).toEqual({ zh: '2026年11月17日', en: '17 Nov 2026' });
});
