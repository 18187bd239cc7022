import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { areaScope, type Work } from '../../../platform/work.ts';
import { startDemoServer, type DemoServer } from '../../../tests/support/demo-server.ts';
import { at, sitDown, type Desks } from '../../../tests/support/desk.ts';
import {
  faultsIn,
  findUntold,
  fireClocksOf,
  tellTakenUp,
  verifyTimelines,
  type Procedure,
} from '../../matters/index.ts';
import { maskText } from '../../requests/index.ts';
import { listDueRepeats, openDueRootCause } from '../actions/open-due-root-causes.ts';
import { coordination } from '../module.ts';

let server: DemoServer;
let desks: Desks;
beforeAll(async () => {
  server = await startDemoServer(at('2026-11-18 10:00'));
  desks = await sitDown(server);
});
afterAll(() => server.close());

const timer = <T>(now: string, run: (work: Work) => Promise<T>): Promise<T> => {
  const { db, districtId } = server.ground;
  const actor = { kind: 'system', name: 'timer' } as const;
  return inTransaction(db, { districtId, now: at(now), actor, scope: areaScope('') }, run);
};
const opened = async (key: string, procedure: string, input: object): Promise<string> =>
  (await desks.open(key, procedure, input as Record<string, unknown>)).body.matterId;
const listOpened = async (work: Work) =>
  (await sql`select from matters.matters where procedure_id = 'root-cause'`.execute(work.db)).rows;
const takes = async (id: string, steps: readonly (readonly [key: string, step: string, input?: object])[]) => {
  for (const [key, step, input = {}] of steps) {
    const { body, status } = await desks.take(key, id, step, input as Record<string, unknown>);
    expect([step, status, body.code ?? '']).toEqual([step, 200, '']);
  }
};

test('lets nothing fall through', () => {
  const all: readonly Procedure[] = coordination.procedures;
  expect(all.flatMap((procedure) => faultsIn(procedure))).toEqual([]);
});

test('an escalation says what was tried, gets a liaison, comes back with advice that others find, and the community sees it all', async () => {
  const input = {
    what: '小区充电桩电费怎么定',
    tried: '社区找物业谈过两次，物业说没有文件。',
    beyond: 'policy',
    why: '不知道按民用电还是商用电',
    body: desks.bodyIdOf('taskGroupLiaison'),
  };
  expect((await desks.open('director', 'escalation', { ...input, tried: '试过' })).body.fields.tried.code).toBe(
    'field.too_short',
  );
  const id = await opened('director', 'escalation', input);
  const advice = {
    question: '充电桩电费标准',
    advice: '按居民合表电价执行，物业不得加价，依据是省价格文件。',
    keep: 'yes',
  };
  await takes(id, [
    ['taskGroupLiaison', 'nameLiaison', { liaison: '联络员老徐 0571-5550100', plan: '先问发改部门怎么定' }],
    ['taskGroupLiaison', 'askAdviser', { body: desks.bodyIdOf('departmentClerk'), ask: '小区充电桩按哪一类电价收？' }],
  ]);
  const back = { reason: '有文件，社区照着办就行，不用再往上报。', ...advice };
  expect((await desks.take('taskGroupLead', id, 'returnWithAdvice', back)).body.code).toBe('tasks.open');
  const seen = await desks.page('director', id);
  expect(seen.tasks).toHaveLength(1);
  await takes(seen.tasks[0].id, [
    ['departmentClerk', 'answer', { answer: '按居民合表电价，不得加价。', rule: '省价格文件第三条' }],
  ]);
  expect((await desks.take('taskGroupLiaison', id, 'returnWithAdvice', back)).body.code).toBe('step.not_yours');
  await takes(id, [['taskGroupLead', 'returnWithAdvice', back]]);
  const found = async (words: string) =>
    (await desks.ask('neighbourDirector', 'GET', `/api/advice?words=${encodeURIComponent(words)}`)).body.advice;
  expect(await found('充电桩')).toMatchObject([{ question: '充电桩电费标准', advice: advice.advice }]);
  expect(await found('100%')).toEqual([]);
  const desk = (await desks.ask('director', 'GET', '/api/coordination')).body;
  expect(desk.escalations).toMatchObject([{ id, liaison: '联络员老徐 0571-5550100', late: false }]);
  expect((await desks.ask('neighbourDirector', 'GET', '/api/coordination')).body.escalations).toEqual([]);
  await takes(id, [['director', 'confirm']]);
  expect((await desks.ask('director', 'GET', '/api/coordination')).body.ended).toEqual({ solved: 0, returned: 1 });
});

test('an escalation that cannot be coordinated is reasoned, signed by the head and told to the community, which may say that it is not enough', async () => {
  const id = await opened('director', 'escalation', {
    what: '沿街餐饮油烟扰民',
    tried: '社区上门劝过三次，店家不改。',
    beyond: 'noPower',
    why: '社区没有执法权',
    body: desks.bodyIdOf('taskGroupLiaison'),
  });
  await takes(id, [['taskGroupLiaison', 'nameLiaison', { liaison: '联络员老徐', plan: '先请城管去看' }]]);
  const cannot = { cause: '店家手续齐全、检测达标，没有可以执行的条款。', measure: '下月再测一次，达不到就立案。' };
  expect((await desks.take('taskGroupLiaison', id, 'cannot', cannot)).body.code).toBe('step.not_yours');
  expect((await desks.take('taskGroupLead', id, 'cannot', { cause: cannot.cause })).body.fields).toHaveProperty(
    'measure',
  );
  await takes(id, [['taskGroupLead', 'cannot', cannot]]);
  const page = await desks.page('director', id);
  expect([page.state, page.outcome]).toEqual(['returned', 'explained']);
  expect(page.timeline.at(-1).words.map(({ text }: { text: string }) => text)).toEqual([cannot.cause, cannot.measure]);
  expect(page.timeline.at(-1).sentence.zh).toContain('负责人');
  const { notices } = (await desks.ask('director', 'GET', '/api/notices')).body;
  expect(notices[0].matterId).toBe(id);
  expect(notices[0].sentence.zh).toContain('协调不了，说明原因');
  await takes(id, [['director', 'notEnough', { reason: '夜里油烟更大，请晚上去测' }]]);
  expect((await desks.page('taskGroupLead', id)).outcome).toBeNull();
});

test('a root-cause item takes up what comes again; its outcome is written into each, once, and published', async () => {
  const raise = async (place: string) => {
    const body = {
      commandId: randomUUID(),
      what: '楼道灯又坏了，晚上看不见。',
      photos: [],
      community: '990102001001',
      place,
      category: 'lighting',
      phone: '',
      wantsPublic: true,
      channel: 'counter',
    };
    return (await desks.ask('clerk', 'POST', '/api/requests', body)).body;
  };
  const repeatsOf = async (key: string) => (await desks.ask(key, 'GET', '/api/repeats')).body;
  const before = (await repeatsOf('dispatchLead')).repeats.length;
  for (let n = 0; n < 5; n += 1) await raise('临江里 3 号楼');
  const { repeats, threshold } = await repeatsOf('dispatchLead');
  expect([threshold, repeats.length - before]).toEqual([5, 2]); // at one place, and of one kind in the community
  const place = repeats.find(({ kind }: { kind: string }) => kind === 'place');
  expect(place).toMatchObject({ category: 'lighting', count: 5, rootCause: null });

  const body = {
    commandId: randomUUID(),
    what: '楼道灯反复坏',
    why: '九十天内五件',
    bodyId: desks.bodyIdOf('departmentHead'),
    matters: place.matters.map(({ id }: { id: string }) => id),
  };
  expect((await desks.ask('director', 'POST', '/api/root-causes', body)).body.code).toBe('opening.not_your_post');
  expect(
    (await desks.ask('dispatchLead', 'POST', '/api/root-causes', { ...body, bodyId: null })).body.fields.body.code,
  ).toBe('field.not_an_option');
  const { id, number } = (await desks.ask('dispatchLead', 'POST', '/api/root-causes', body)).body;
  expect((await desks.ask('dispatchLead', 'POST', '/api/root-causes', body)).body.id).toBe(id);
  expect((await desks.page('dispatchLead', id)).links).toHaveLength(5);
  expect(
    (await repeatsOf('dispatchLead')).repeats.find(({ kind }: { kind: string }) => kind === 'place').rootCause.number,
  ).toBe(number);
  await takes(id, [
    [
      'departmentHead',
      'sayCause',
      {
        rootCause: 'facility',
        cause: '线路老化，同一根线带六个门，一坏全坏。',
        measures: '整栋换线，以后每月巡查一次',
        doneOn: '2026-11-30',
      },
    ],
    ['departmentHead', 'report', { outcome: '线路老化，已整栋换线，以后每月巡查一次。电话 13800001234' }],
  ]);
  expect(await timer('2026-11-18 11:00', (work) => findUntold(work, 10))).toEqual([]);
  await takes(id, [['dispatchLead', 'conclude']]);
  expect(await timer('2026-11-18 11:00', (work) => findUntold(work, 10))).toEqual([id]);
  expect(await timer('2026-11-18 11:00', (work) => tellTakenUp(work, id, maskText))).toBe(5);
  expect(await timer('2026-11-18 11:01', (work) => tellTakenUp(work, id, maskText))).toBe(0);
  const { timeline } = await desks.page('dispatchLead', place.matters[0].id);
  expect(timeline.at(-1).sentence.zh).toBe(`${number}：根治有了结论，已写进列入的每一件。`);
  const [outcome] = timeline.at(-1).words;
  expect(outcome).toMatchObject({ name: 'outcome', visible: 'reporter' });
  expect(outcome.label.zh).toMatch(/^告诉大家/);
  expect(outcome.text).toContain('已整栋换线，以后每月巡查一次');
  expect(outcome.text).not.toContain('13800001234');
  expect(timeline.at(-1).words).toHaveLength(1);
  expect((await timer('2026-11-18 12:00', (work) => verifyTimelines(work))).misfits).toEqual([]);
  const page = (await server.ask('GET', '/root-causes')).raw.body;
  expect(page).toContain('已整栋换线');
  expect(page).not.toContain('13800001234');

  const set = (key: string, amount: number) =>
    desks.ask(key, 'POST', '/api/repeats/threshold', { commandId: randomUUID(), amount, source: '区委办〔2026〕9 号' });
  expect((await set('dispatchLead', 2)).body.fields.amount.code).toBe('repeats.bad_number');
  expect((await set('director', 6)).status).toBe(403);
  expect((await set('dispatchLead', 6)).status).toBe(200);
  expect((await repeatsOf('dispatchLead')).repeats.length).toBe(before);
});

test('the timer opens one root-cause item at the number, two at once open no second; without an owner it is proposed', async () => {
  const raise = async (category: string, place: string) => {
    const body = { commandId: randomUUID(), what: '又坏了，请来看看', category, community: '990102001002', place };
    return (await server.ask('POST', '/api/public/requests', { body })).body;
  };
  const now = '2026-11-18 11:30';
  const round = async () => {
    let count = 0;
    for (const due of await timer(now, listDueRepeats))
      count += await timer(now, (work) => openDueRootCause(work, due));
    return count;
  };
  await round(); // what the month before left
  const items = async () => (await timer(now, listOpened)).length;
  const before = await items();
  for (let n = 0; n < 6; n += 1) await raise('road', `路口 ${n} 号`);
  for (let n = 0; n < 6; n += 1) await raise('other', '后门空地');
  const opened = await Promise.all([round(), round()]);
  expect(opened.reduce((sum, one) => sum + one)).toBe(1);
  expect(await round()).toBe(0);
  expect((await items()) - before).toBe(1);
  const { repeats } = (await desks.ask('dispatchLead', 'GET', '/api/repeats')).body;
  const of = (category: string) => repeats.find((one: { category: string }) => one.category === category);
  expect(of('other')).toMatchObject({ kind: 'place', rootCause: null, owner: null, proposed: 'noOwner' });
  expect(of('road')).toMatchObject({ kind: 'theme', proposed: null });
  const again = { commandId: randomUUID(), what: '道路反复坏', why: '又来了六件，没治住', bodyId: of('road').owner.id };
  const matters = of('road').matters.map(({ id }: { id: string }) => id);
  const second = await desks.ask('dispatchLead', 'POST', '/api/root-causes', { ...again, matters });
  expect([second.body.code, (await items()) - before]).toEqual(['repeats.taken_already', 1]);
  const item = await desks.page('dispatchLead', of('road').rootCause.id);
  expect(item.holder.body.id).toBe(of('road').owner.id);
  expect(item.links).toHaveLength(6);
  // No limit ran out: a number was reached.
  expect(item.timeline[0].sentence).toMatchObject({
    zh: expect.stringMatching(/^系统自动立为根治事项/),
    en: expect.stringMatching(/^The system opened a root-cause item/),
  });
  const taken = (await desks.page('dispatchLead', matters[0])).timeline.at(-1);
  expect([taken.sentence.zh, taken.by.role.zh]).toEqual([`列入 ${item.number}，一并研究。`, '系统自动']);
  await raise('road', '路口 9 号');
  expect(await round()).toBe(0);
  const since = async (text: string) =>
    (await timer(now, (work) => listDueRepeats(work, at(text)))).map(({ category }) => category);
  expect(await since('2026-11-18 00:00')).toEqual(expect.arrayContaining(['road', 'other']));
  expect(await since('2026-11-18 23:00')).toEqual([]);
});

test('a concern seen online is handed to the unit concerned, never to who watches, and answered in public by its head', async () => {
  const concern = { what: '自来水发黄还能不能喝', where: 'video', body: desks.bodyIdOf('dispatchLead') };
  expect((await desks.open('dispatchLead', 'online-concern', concern)).body.fields.body.code).toBe(
    'field.not_an_option',
  );
  const id = await opened('dispatchLead', 'online-concern', { ...concern, body: desks.bodyIdOf('departmentHead') });
  const due = (await desks.page('dispatchLead', id)).clocks.find(
    ({ clock }: { clock: string }) => clock === 'answering',
  );
  expect(Date.parse(due.dueAt) - at('2026-11-18 10:00').getTime()).toBe(86_400_000);
  await takes(id, [
    [
      'departmentClerk',
      'draft',
      { fact: '昨晚检修后有少量铁锈，今早合格。', draft: '检修后有少量铁锈，放水两分钟就清。' },
    ],
  ]);
  const answer = { answer: '检修后有少量铁锈，今早合格。有疑问打 13800001234。' };
  expect((await desks.take('departmentClerk', id, 'publish', answer)).body.code).toBe('step.not_yours');
  await takes(id, [['departmentHead', 'publish', answer]]);
  const page = (await server.ask('GET', '/root-causes')).raw.body;
  expect([page.includes('少量铁锈'), page.includes('13800001234'), page.includes('短视频')]).toEqual([
    true,
    false,
    false,
  ]);
});

test('a complaint is never verified by the body complained of', async () => {
  const about = desks.bodyIdOf('departmentHead');
  const complaint = { what: '窗口多收了二十元材料费', kind: 'fees', against: about, body: about };
  expect((await desks.open('supervisor', 'complaint-check', complaint)).body.fields).toMatchObject({
    body: { code: 'field.same_body' },
  });
  const unknown = { ...complaint, against: randomUUID() };
  expect((await desks.open('supervisor', 'complaint-check', unknown)).body.fields.against.code).toBe(
    'field.not_an_option',
  );
  const { bodies } = (await desks.ask('supervisor', 'GET', '/api/procedures/complaint-check/bodies')).body;
  const fieldsOf = (id: string) => bodies.find((one: { id: string }) => one.id === id).fields;
  expect(fieldsOf(about)).toEqual(['against', 'body']);
  expect(fieldsOf(desks.bodyIdOf('director'))).toEqual(['against']);
  const id = await opened('supervisor', 'complaint-check', { ...complaint, body: desks.bodyIdOf('dispatchLead') });
  // The body complained of has no other part in it: its page names it all the same.
  const { choices } = (await desks.page('supervisor', id)).timeline[0];
  expect(choices.find(({ name }: { name: string }) => name === 'against').value.zh).toBe('栖川区城市管理局');
});

test('who does not answer a reminder is urged and then supervised by the timer; a poor answer goes one rung up; it ends with a bulletin', async () => {
  const id = await opened('supervisor', 'urging', {
    what: '路灯修复进展要报',
    body: desks.bodyIdOf('departmentHead'),
    why: '居民等了两周',
  });
  const stateOf = async () => (await desks.page('supervisor', id)).state;
  await timer('2026-11-21 09:00', (work) => fireClocksOf(work, id)); // two working days: Friday the 20th, 18:00
  expect(await stateOf()).toBe('urged');
  await timer('2026-11-24 09:00', (work) => fireClocksOf(work, id));
  expect(await stateOf()).toBe('supervised');
  server.setNow(at('2026-11-24 10:00'));
  const done = { result: '六盏路灯已经全部修好。', shownBy: '现场照片' };
  await takes(id, [
    ['departmentHead', 'answer', done],
    ['supervisor', 'returnAnswer', { found: '现场看还有两盏没有亮，请继续修。' }],
    [
      'supervisor',
      'convene',
      { reason: '两次没有办到', talkOn: '2026-11-27', where: '周四上午九点，督查室，负责人来' },
    ],
    ['supervisor', 'recordTalk', { said: '说明了拖延的原因和居民的意见。', promised: '本周五前全部修好' }],
    ['departmentHead', 'answer', done],
    ['supervisor', 'close', { how: 'onSite', bulletin: '路灯修复：照明部门经督办、约谈后全部修好，现场核查属实。' }],
  ]);
  const { bulletins } = (await desks.ask('supervisor', 'GET', '/api/coordination')).body;
  expect(bulletins).toMatchObject([{ id, text: '路灯修复：照明部门经督办、约谈后全部修好，现场核查属实。' }]);
});

test('a leader receives who booked: no account, no name; a taken time, a wrong code and a retry do no harm', async () => {
  const day = {
    commandId: randomUUID(),
    leader: '副区长',
    heldOn: '2026-11-27',
    begins: '09:00',
    slotMinutes: 20,
    slots: 2,
    place: '区信访大厅',
  };
  expect(
    (await desks.ask('dispatchLead', 'POST', '/api/receptions', { ...day, slots: 0 })).body.fields.slots.code,
  ).toBe('reception.slots');
  expect((await desks.ask('director', 'POST', '/api/receptions', day)).status).toBe(403);
  expect((await desks.ask('dispatchLead', 'POST', '/api/receptions', day)).status).toBe(200);
  const send = (path: string, form: Record<string, string>) =>
    server.app.inject({
      method: 'POST',
      url: path,
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
      payload: new URLSearchParams(form).toString(),
    });
  const booking = { commandId: randomUUID(), slot: `${day.commandId} 0`, topic: '老房加装电梯，邻居意见不一' };
  expect((await send('/reception', { ...booking, topic: '电梯' })).statusCode).toBe(422);
  for (const slot of ['', 'x 0', `${day.commandId} 9`])
    expect((await send('/reception', { ...booking, slot })).statusCode).toBe(422);
  const made = await send('/reception', booking);
  const [number = '', code = ''] = [/JF-\w{8}/.exec(made.body)?.[0], /\b\w{4}-\w{4}(?=<)/.exec(made.body)?.[0]];
  expect(made.statusCode).toBe(200);
  expect((await send('/reception', booking)).body).toContain(number);
  const taken = await send('/reception', { ...booking, commandId: randomUUID() });
  expect([taken.statusCode, taken.body.includes('这个时间刚刚被人约了')]).toEqual([422, true]);
  expect((await send('/reception/mine', { number, code: 'AAAA-AAAA' })).statusCode).toBe(422);
  expect((await send('/reception/mine', { number, code })).body).toContain('老房加装电梯');

  const { days, bodies } = (await desks.ask('dispatchLead', 'GET', '/api/receptions')).body;
  const { id } = days[0].bookings[0];
  expect(bodies.length).toBeGreaterThan(0);
  expect((await desks.ask('neighbourDirector', 'GET', '/api/receptions')).status).toBe(403);
  const visit = {
    commandId: randomUUID(),
    said: '请住建部门一个月内拿出办法',
    bodyId: desks.bodyIdOf('departmentHead'),
  };
  expect(days[0].notYet).not.toBeNull();
  expect((await desks.ask('dispatchLead', 'POST', `/api/bookings/${id}/visit`, visit)).body.code).toBe(
    'reception.not_yet',
  );
  server.setNow(at('2026-11-27 08:30'));
  onTestFinished(() => server.setNow(at('2026-11-24 10:00')));
  expect(
    (await desks.ask('dispatchLead', 'POST', `/api/bookings/${id}/visit`, { ...visit, said: '' })).body.fields.said,
  ).toBeDefined();
  const matter = (await desks.ask('dispatchLead', 'POST', `/api/bookings/${id}/visit`, visit)).body;
  expect((await desks.ask('dispatchLead', 'POST', `/api/bookings/${id}/visit`, visit)).body.number).toBe(matter.number);
  expect(
    (await desks.ask('dispatchLead', 'POST', `/api/bookings/${id}/visit`, { ...visit, commandId: randomUUID() })).body
      .code,
  ).toBe('reception.came_already');
  expect((await send('/reception/mine', { number, code })).body).toContain(matter.number);
  const reply = '三家已经谈妥，下个月动工，方案贴在楼道里。';
  await desks.take('departmentHead', matter.id, 'answer', { reply, shownBy: '三方签字的方案' });
  expect((await send('/reception/mine', { number, code })).body).not.toContain(reply);
  await desks.take('dispatchLead', matter.id, 'tell', { how: '打电话告诉，没有意见' });
  const outcome = (await send('/reception/mine', { number, code })).body;
  expect([outcome.includes(reply), outcome.includes('三方签字的方案'), outcome.includes('打电话告诉')]).toEqual([
    true,
    false,
    false,
  ]);

  const other = { commandId: randomUUID(), slot: `${day.commandId} 1`, topic: '低保资格怎么复核' };
  const second = await send('/reception', other);
  const own = {
    number: /JF-\w{8}/.exec(second.body)?.[0] ?? '',
    code: /\b\w{4}-\w{4}(?=<)/.exec(second.body)?.[0] ?? '',
  };
  expect((await send('/reception/mine', { ...own, cancel: 'yes' })).body).toContain('已经取消');
  expect((await send('/reception', { ...other, commandId: randomUUID() })).statusCode).toBe(200);
});

test('a group petition is settled when every demand has its answer; a backlog case has a leader and a next date', async () => {
  const id = await opened('dispatchLead', 'group-petition', {
    what: '小区供暖温度不够',
    people: 'twenty',
    spokenBy: 'three',
    body: desks.bodyIdOf('departmentHead'),
  });
  const settle = { result: 'met', told: '周五在小区活动室当面说明，供暖单位已调温并退费。' };
  expect((await desks.take('departmentHead', id, 'settle', settle)).body.code).toBe('step.not_in_this_state');
  await takes(id, [
    ['departmentHead', 'addDemand', { demand: '温度达到十八度', body: desks.bodyIdOf('departmentHead') }],
  ]);
  expect((await desks.take('departmentHead', id, 'settle', settle)).body.code).toBe('tasks.open');
  const [demand] = (await desks.page('departmentHead', id)).tasks;
  await takes(demand.id, [
    ['departmentHead', 'promise', { answer: 'accepted', reply: '换热站加一台泵，保证十八度。', doneOn: '2026-12-01' }],
    ['departmentHead', 'keep', { result: '泵已装好，入户测温都在十九度。', shownBy: '测温记录' }],
  ]);
  await takes(id, [['departmentHead', 'settle', settle]]);
  const page = (await server.ask('GET', '/root-causes')).raw.body;
  expect(page).toContain('小区供暖温度不够');
  expect(page).toContain('提了 1 条，办到 1 条，说明办不到的 0 条');

  const listed = {
    what: '危房安置多年未决',
    aged: 'three',
    leader: '常务副区长',
    body: desks.bodyIdOf('departmentHead'),
    plan: '先做房屋鉴定',
    nextOn: '2026-12-10',
  };
  await opened('supervisor', 'backlog-case', listed);
  const { backlog, ages } = (await desks.ask('supervisor', 'GET', '/api/coordination')).body;
  expect(backlog).toMatchObject([{ leader: '常务副区长', age: 'three', late: false }]);
  expect(ages.find(({ age }: { age: string }) => age === 'three').count).toBe(1);
});

test('from version 2 on the result of a group petition follows from its demands, and nobody is asked for it', async () => {
  server.setNow(at('2026-12-02 10:00'));
  onTestFinished(() => server.setNow(at('2026-11-18 10:00')));
  const head = desks.bodyIdOf('departmentHead');
  const petition = { people: 'five', spokenBy: 'one', body: head };
  const told = { told: '周五在活动室当面说明了每一条。' };
  type Steps = Parameters<typeof takes>[1];
  const settledWith = async (what: string, demands: readonly Steps[]) => {
    const id = await opened('dispatchLead', 'group-petition', { ...petition, what });
    for (const steps of demands) {
      await takes(id, [['departmentHead', 'addDemand', { demand: '温度达到十八度', body: head }]]);
      const tasks = (await desks.page('departmentHead', id)).tasks as { id: string; stage: string }[];
      await takes(tasks.find(({ stage }) => stage !== 'final')?.id ?? '', steps);
    }
    await takes(id, [['departmentHead', 'settle', told]]);
    const { outcome, timeline } = await desks.page('departmentHead', id);
    return [outcome, timeline.at(-1).sentence.zh.includes('每一条都办到了')];
  };
  const kept: Steps = [
    ['departmentHead', 'promise', { answer: 'accepted', reply: '换热站加一台泵，保证十八度。', doneOn: '2026-12-10' }],
    ['departmentHead', 'keep', { result: '泵已装好，入户测温都在十九度。', shownBy: '测温记录' }],
  ];
  const refused: Steps = [
    ['departmentHead', 'refuse', { cause: '合同没有到期，退费没有依据可循。', measure: '到期后重新招标' }],
  ];
  expect(await settledWith('供暖温度不够', [kept, kept])).toEqual(['solved', true]);
  expect(await settledWith('供暖要退费', [kept, refused])).toEqual(['explained', false]);
});

test('a screening round is closed by its head when each problem has its result, shown by something', async () => {
  const round = await opened('supervisor', 'screening-round', { what: '冬季供暖和消防隐患' });
  const compared = { compared: '比上一轮少三件，供暖的又来了一件。' };
  expect((await desks.take('dispatchLead', round, 'close', compared)).body.code).toBe('screening.nothing_listed');
  const problem = {
    problem: '早市占用消防通道',
    risk: 'likely',
    measures: '划线并设专人',
    body: desks.bodyIdOf('departmentHead'),
  };
  await takes(round, [['supervisor', 'list', problem]]);
  expect((await desks.take('dispatchLead', round, 'close', compared)).body.code).toBe('tasks.open');
  const [one] = (await desks.page('supervisor', round)).tasks;
  const solved = { result: '已划线，每天有专人劝离车辆。', shownBy: '现场照片' };
  expect((await desks.take('departmentHead', one.id, 'solve', { ...solved, shownBy: '' })).status).toBe(400);
  await takes(one.id, [['departmentHead', 'solve', solved]]);
  await takes(round, [['dispatchLead', 'close', compared]]);
});
