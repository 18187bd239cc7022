import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { areaScope } from '../../../platform/work.ts';
import { startDemoServer, type DemoServer } from '../../../tests/support/demo-server.ts';
import { fireClocksOf } from '../../matters/index.ts';

let server: DemoServer;
beforeAll(async () => {
  server = await startDemoServer(at('2026-03-02 09:00'));
});
afterAll(() => server.close());

/** An instant on the clock of the district: `at('2026-03-23 10:00')`; 24:00 is the end of that day. */
function at(local: string): Date {
  const [day, time] = local.split(' ') as [string, string];
  return time === '24:00'
    ? new Date(Date.parse(`${day}T00:00:00+08:00`) + 86_400_000)
    : new Date(`${day}T${time}:00+08:00`);
}

const opening = {
  summary: '过渡费没有按协议发放',
  kind: 'claim',
  source: 'visit',
  representatives: 'three',
  content: '请求按 2024 年签的协议补发过渡费，事实和理由另附。',
};
const reason = '属于该单位职权范围，请依法处理';
const detail = '本单位没有这项职权，依据三定方案应由其他单位处理，详见附件。';
const opinion = '经查明事实、核对协议和有关规定，对提出的请求作出如下处理意见。';
const notice = '已受理，由经办科室办理，六十日内书面答复。';

const as = (key: string, when: string): Promise<string> => {
  server.setNow(at(when));
  return server.signIn(key);
};
const order = (more: object = {}) => ({ commandId: randomUUID(), input: { ...opening, ...more } });
const register = async (when: string, body: object = order(), key = 'dispatchLead') =>
  server.ask('POST', '/api/procedures/petition/matters', { cookie: await as(key, when), body });
const open = async (when: string): Promise<string> => (await register(when)).body.matterId;

const attempt = async (id: string, key: string, when: string, step: string, input: object = {}) => {
  const body = { commandId: randomUUID(), seenSeq: 999, input };
  return server.ask('POST', `/api/matters/${id}/steps/${step}`, { cookie: await as(key, when), body });
};
/** The state after a step that has to be allowed. */
const take = async (...doing: Parameters<typeof attempt>): Promise<string> => {
  const { status, body } = await attempt(...doing);
  if (status !== 200) throw new Error(`${doing[3]}: ${status} ${JSON.stringify(body)}`);
  return body.state;
};
const pageOf = async (id: string, key = 'dispatchLead', when?: string) => {
  if (when) server.setNow(at(when));
  return server.ask('GET', `/api/matters/${id}`, { cookie: await server.signIn(key) });
};
type Run = { clock: string; run: number; dueAt: string | null; standing: string };
const clock = async (id: string, name: string): Promise<Run> =>
  (await pageOf(id)).body.clocks.findLast((run: Run) => run.clock === name);
const due = async (id: string, name: string) => (await clock(id, name)).dueAt;
const end = (local: string) => at(local).toISOString();

/** Sends it to the department or the task group of one of the demo people. */
const forward = async (id: string, when: string, to = 'departmentClerk') => {
  const nameZh = bodyNameOf(to);
  const cookie = await as('dispatchLead', when);
  const { bodies } = (await server.ask('GET', `/api/matters/${id}/steps/forward/bodies`, { cookie })).body;
  const body = bodies.find((one: { name: { zh: string } }) => one.name.zh === nameZh).id;
  return take(id, 'dispatchLead', when, 'forward', { body, checked: 'isNot', reason });
};
const bodyNameOf = (key: string): string => server.signIns.find((one) => one.key === key)!.whoZh.split(' ')[0]!;
const handled = async (registered: string, accepted: string): Promise<string> => {
  const id = await open(registered);
  await forward(id, accepted);
  await take(id, 'departmentClerk', accepted, 'accept', { notice });
  return id;
};
const answered = async (registered: string, accepted: string, signed: string): Promise<string> => {
  const id = await handled(registered, accepted);
  await take(id, 'departmentClerk', signed, 'draftOpinion', { proposal: 'reject', draft: opinion });
  await take(id, 'departmentHead', signed, 'issueExplanation', { finding: 'reject', opinion, delivery: 'inPerson' });
  return id;
};

/** Asks for a review, which only the tier above can do. */
const askReview = async (id: string, when: string): Promise<string> => {
  const cookie = await as('dispatchLead', when);
  const { bodies } = (await server.ask('GET', `/api/matters/${id}/steps/askReview/bodies`, { cookie })).body;
  expect(bodies).toHaveLength(1);
  return take(id, 'dispatchLead', when, 'askReview', { body: bodies[0].id, reason: '不认可面积的计算' });
};

describe('the clocks of the law, counted by hand', () => {
  test('15 days to forward, 15 to tell, 5 working days to object: Qingming and a weekend lie between', async () => {
    const id = await open('2026-03-23 10:00');
    // 24 March is day 1, 7 April (Tuesday) is day 15
    expect(await due(id, 'forwarding')).toBe(end('2026-04-07 24:00'));
    expect(await forward(id, '2026-04-01 09:30')).toBe('forwarded');
    // 2 April is day 1, 16 April (Thursday) is day 15
    expect(await due(id, 'notice')).toBe(end('2026-04-16 24:00'));
    // 2, 3, then 4–6 rest, 7, 8, 9 April
    expect(await due(id, 'objection')).toBe(end('2026-04-09 18:00'));
  });

  test('60 days from acceptance, not from receipt, and 15 more to the day', async () => {
    const id = await handled('2026-04-01 09:00', '2026-04-10 11:00');
    // 20 days to 30 April, 31 in May, 9 in June: a Tuesday
    expect(await due(id, 'conclusion')).toBe(end('2026-06-09 24:00'));
    const longer = { length: 'fifteen', reason: '情况复杂，需要重新核算面积' };
    await take(id, 'departmentHead', '2026-06-09 23:50', 'extend', longer);
    // 15 days after 9 June: Wednesday 24 June
    expect(await due(id, 'conclusion')).toBe(end('2026-06-24 24:00'));
    const said = (await pageOf(id)).body.timeline.at(-1);
    expect([said.sentence.zh, said.words[0].text]).toEqual([
      expect.stringContaining('批准延期一次，到 2026年6月24日 24:00 为止'),
      longer.reason,
    ]);
  });

  test('an extension comes before the limit has run out or not at all', async () => {
    const id = await handled('2026-04-01 09:00', '2026-04-10 11:00');
    const late = { length: 'ten', reason: '情况复杂，需要重新核算面积' };
    expect((await attempt(id, 'departmentHead', '2026-06-10 00:01', 'extend', late)).body.code).toBe(
      'limit.already_overdue',
    );
  });

  test('60 days roll over a Sunday, stand still in a hearing, grow by 30 once, and every review has its 30', async () => {
    const id = await handled('2026-04-01 09:00', '2026-04-08 11:00');
    // 22 days to 30 April, 31 in May, 7 in June: Sunday 7 June, so Monday
    expect(await due(id, 'conclusion')).toBe(end('2026-06-08 24:00'));

    expect(await take(id, 'departmentClerk', '2026-05-06 10:00', 'openHearing', { reason })).toBe('hearing');
    expect(await clock(id, 'conclusion')).toMatchObject({ standing: 'paused', dueAt: null });
    await take(id, 'departmentClerk', '2026-05-18 10:00', 'closeHearing', {
      record: '双方陈述，核对了协议和付款凭证。',
    });
    // the ends of 6–17 May were not counted: 12 days after 7 June is 19 June, Dragon Boat, so Monday 22 June
    expect(await due(id, 'conclusion')).toBe(end('2026-06-22 24:00'));

    const longer = { length: 'thirty', reason: '情况复杂，需要重新核算面积' };
    expect((await attempt(id, 'departmentClerk', '2026-06-01 10:00', 'extend', longer)).body.code).toBe(
      'step.not_yours',
    );
    expect(await take(id, 'departmentHead', '2026-06-01 10:00', 'extend', longer)).toBe('handling');
    // 90 counted days and 12 uncounted ones: 30 days after 19 June is Sunday 19 July, so Monday
    expect(await due(id, 'conclusion')).toBe(end('2026-07-20 24:00'));
    expect((await attempt(id, 'departmentHead', '2026-06-02 10:00', 'extend', longer)).body.code).toBe(
      'limit.already_extended',
    );

    await take(id, 'departmentClerk', '2026-07-01 10:00', 'draftOpinion', { proposal: 'reject', draft: opinion });
    const answer = { finding: 'reject', opinion, delivery: 'inPerson' };
    expect((await attempt(id, 'departmentClerk', '2026-07-03 15:00', 'issueExplanation', answer)).body.code).toBe(
      'step.not_yours',
    );
    expect(await take(id, 'departmentHead', '2026-07-03 15:00', 'issueExplanation', answer)).toBe('answered');
    expect((await clock(id, 'conclusion')).standing).toBe('met');
    // 28 days to 31 July, 2 in August: Sunday 2 August, so Monday
    expect(await due(id, 'reviewWindow')).toBe(end('2026-08-03 24:00'));

    expect(await askReview(id, '2026-08-03 16:00')).toBe('reviewing');
    // 28 days to 31 August, 2 in September
    expect(await due(id, 'review')).toBe(end('2026-09-02 24:00'));
    const upheld = { finding: 'upheld', opinion, delivery: 'byPost' };
    expect(await take(id, 'dispatchLead', '2026-08-31 10:00', 'decideReview', upheld)).toBe('reviewed');
    expect((await pageOf(id)).body.outcome).toBe('explained');
    expect(await due(id, 'rereviewWindow')).toBe(end('2026-09-30 24:00'));

    const again = { reason: '复查没有核对测绘图' };
    expect(await take(id, 'dispatchLead', '2026-09-10 09:00', 'askRereview', again)).toBe('rereviewing');
    // 20 days to 30 September, 10 in October: Saturday 10 October is a make-up working day
    expect(await due(id, 'rereview')).toBe(end('2026-10-10 24:00'));
    await take(id, 'dispatchLead', '2026-09-21 14:00', 'openRereviewHearing', { reason });
    expect(await clock(id, 'rereview')).toMatchObject({ standing: 'paused', dueAt: null });
    await take(id, 'dispatchLead', '2026-09-24 10:00', 'closeRereviewHearing', { record: '核对了测绘图和原始协议。' });
    // the ends of 21, 22 and 23 September were not counted: Tuesday 13 October
    expect(await due(id, 'rereview')).toBe(end('2026-10-13 24:00'));
    const changed = { finding: 'changed', opinion, delivery: 'inPerson' };
    expect(await take(id, 'dispatchLead', '2026-10-12 10:00', 'decideRereview', changed)).toBe('finished');
    expect((await pageOf(id)).body).toMatchObject({ outcome: 'solved' });
  });

  test('over the National Day week five working days end on 13 October, a minute later it is too late to object', async () => {
    const [early, late] = [await open('2026-09-29 10:00'), await open('2026-09-29 10:00')];
    await forward(early, '2026-09-30 10:00');
    await forward(late, '2026-09-30 10:00');
    // 1–7 October rest; 8, 9, Saturday 10 (make-up), 12, 13
    expect(await due(late, 'objection')).toBe(end('2026-10-13 18:00'));
    expect(await take(early, 'departmentClerk', '2026-10-13 17:59', 'raiseObjection', { reason: detail })).toBe(
      'objected',
    );
    const refused = await attempt(late, 'departmentClerk', '2026-10-13 18:01', 'raiseObjection', { reason: detail });
    expect(refused.body).toMatchObject({ code: 'petition.objection_too_late' });
    expect(refused.body.message.zh).toContain('5 个工作日');
    expect(await take(late, 'departmentClerk', '2026-10-15 23:00', 'accept', { notice })).toBe('handling');
    expect((await clock(late, 'notice')).standing).toBe('met');
  });
});

describe('whose petition it is', () => {
  test('after two forwardings and two objections the head of the desk rules, and there is no third', async () => {
    const id = await open('2026-03-02 10:00');
    await forward(id, '2026-03-03 10:00');
    expect(await take(id, 'departmentClerk', '2026-03-04 10:00', 'raiseObjection', { reason: detail })).toBe(
      'objected',
    );
    expect(await forward(id, '2026-03-05 10:00', 'taskGroupLiaison')).toBe('forwarded');
    expect(await take(id, 'taskGroupLiaison', '2026-03-06 10:00', 'raiseObjection', { reason: detail })).toBe('ruling');
    expect((await attempt(id, 'dispatchLead', '2026-03-06 11:00', 'forward', {})).body.code).toBe(
      'step.not_in_this_state',
    );
    const cookie = await as('dispatchLead', '2026-03-09 10:00');
    const { bodies } = (await server.ask('GET', `/api/matters/${id}/steps/rule/bodies`, { cookie })).body;
    const nameZh = bodyNameOf('taskGroupLiaison');
    const body = bodies.find((one: { name: { zh: string } }) => one.name.zh === nameZh).id;
    const ruling = { body, checked: 'isNot', reason, notice };
    expect((await attempt(id, 'departmentHead', '2026-03-09 10:00', 'rule', ruling)).status).not.toBe(200);
    expect(await take(id, 'dispatchLead', '2026-03-09 10:00', 'rule', ruling)).toBe('handling');
    expect((await pageOf(id)).body.holder.body.name.zh).toBe(nameZh);
  });

  test('it is not forwarded before someone has looked that the receiver is not the accused', async () => {
    const id = await open('2026-03-02 10:00');
    const refused = await attempt(id, 'dispatchLead', '2026-03-03 10:00', 'forward', { body: randomUUID(), reason });
    expect(refused.body.fields).toMatchObject({ checked: { code: 'field.required' } });
  });

  test('what belongs to another channel is answered in writing and ends', async () => {
    const id = await open('2026-03-02 10:00');
    const elsewhere = { channel: 'justice', reply: '该事项正在诉讼中，请向受诉法院反映。' };
    expect(await take(id, 'dispatchLead', '2026-03-03 10:00', 'redirect', elsewhere)).toBe('redirected');
  });
});

describe('ends', () => {
  const runClocks = (id: string, when: string) =>
    inTransaction(
      server.ground.db,
      {
        districtId: server.ground.districtId,
        now: at(when),
        actor: { kind: 'system', name: 'timer' },
        scope: areaScope(''),
      },
      (work) => fireClocksOf(work, id),
    );

  test('without a request for review within 30 days it is concluded by itself, not a minute before', async () => {
    const id = await answered('2026-03-02 10:00', '2026-03-03 10:00', '2026-03-10 10:00');
    // 21 days to 31 March, 9 in April
    expect(await due(id, 'reviewWindow')).toBe(end('2026-04-09 24:00'));
    expect(await runClocks(id, '2026-04-09 23:59')).toBe(0);
    expect((await pageOf(id)).body.state).toBe('answered');
    await runClocks(id, '2026-04-10 00:01');
    expect((await pageOf(id)).body).toMatchObject({ state: 'concluded', outcome: 'explained' });
  });

  test('the petitioner accepts the answer, or takes the petition or the review back', async () => {
    const note = { note: '本人到窗口说明，已记录' };
    const accepted = await answered('2026-03-02 10:00', '2026-03-03 10:00', '2026-03-10 10:00');
    expect(await take(accepted, 'dispatchLead', '2026-03-11 10:00', 'acceptOpinion', note)).toBe('concluded');
    const handling = await handled('2026-03-02 10:00', '2026-03-03 10:00');
    expect(await take(handling, 'dispatchLead', '2026-03-11 10:00', 'withdraw', note)).toBe('withdrawn');
    const reviewed = await answered('2026-03-02 10:00', '2026-03-03 10:00', '2026-03-10 10:00');
    await askReview(reviewed, '2026-03-11 10:00');
    expect(await take(reviewed, 'dispatchLead', '2026-03-12 10:00', 'dropReview', note)).toBe('concluded');
    expect((await pageOf(reviewed)).body.outcome).toBe('explained');
  });

  test('a request that is supported says what shows that it was carried out', async () => {
    const id = await handled('2026-03-02 10:00', '2026-03-03 10:00');
    await take(id, 'departmentClerk', '2026-03-05 10:00', 'draftOpinion', { proposal: 'support', draft: opinion });
    const bare = { opinion, delivery: 'online' };
    const refused = await attempt(id, 'departmentHead', '2026-03-06 10:00', 'issueSupport', bare);
    expect(refused.body.fields).toMatchObject({ evidence: { code: 'field.required' } });
    const shown = { ...bare, evidence: '付款凭证第 12 号' };
    expect(await take(id, 'departmentHead', '2026-03-06 10:00', 'issueSupport', shown)).toBe('answered');
    expect((await pageOf(id)).body.outcome).toBe('solved');
  });
});

describe('who may', () => {
  test('the same order sent twice registers one petition', async () => {
    const body = order();
    const [first, second] = [await register('2026-03-02 10:00', body), await register('2026-03-02 10:00', body)];
    expect([first.status, second.body]).toEqual([200, { matterId: first.body.matterId, repeated: true }]);
  });

  test('nobody but the desk registers', async () => {
    for (const key of ['supervisor', 'director', 'departmentHead', 'taskGroupLead'])
      expect((await register('2026-03-02 10:00', order(), key)).body.code).toBe('opening.not_your_post');
  });

  test('six representatives are refused at their field', async () => {
    const refused = await register('2026-03-02 10:00', order({ representatives: 'six' }));
    expect([refused.status, refused.body.fields.representatives.code]).toEqual([400, 'field.not_an_option']);
  });

  test('a body sees it from the forwarding on, its neighbours and the community never, the public nothing', async () => {
    const id = await open('2026-03-02 10:00');
    const seen = async (key: string) => (await pageOf(id, key)).status;
    expect(await seen('departmentClerk')).toBe(404);
    await forward(id, '2026-03-03 10:00');
    expect(await seen('departmentClerk')).toBe(200);
    for (const key of ['director', 'clerk', 'gridWorker', 'taskGroupLead', 'neighbourDirector'])
      expect([key, await seen(key)]).toEqual([key, 404]);
    const { number } = (await pageOf(id)).body;
    expect((await server.ask('GET', `/api/public/requests/${number}`)).status).toBe(404);
    expect((await attempt(id, 'supervisor', '2026-03-03 11:00', 'accept', { notice })).body.code).toBe(
      'step.not_yours',
    );
  });
});
