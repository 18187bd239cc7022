import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoServer, type DemoServer } from '../../tests/support/demo-server.ts';
import { at, sitDown, type Desks } from '../../tests/support/desk.ts';

const theDayAfter = at('2026-12-02 10:00');
let server: DemoServer;
let desks: Desks;
beforeAll(async () => {
  server = await startDemoServer(at('2026-11-30 10:00'));
  desks = await sitDown(server);
});
afterAll(() => server.close());

type Raised = { matterId: string; number: string; code: string };
const raise = async (what: string): Promise<Raised> => {
  const body = { commandId: randomUUID(), what, community: '990102001001', place: '3号楼2单元', category: 'lighting' };
  return (await server.ask('POST', '/api/public/requests', { body })).body;
};
const follow = async ({ number, code }: Raised) =>
  (await server.ask('POST', '/api/public/follow', { body: { number, code } })).body;
const take = async (key: string, id: string, step: string, input: Record<string, unknown> = {}) =>
  (await desks.take(key, id, step, input)).body;
const offeredTo = async (key: string, id: string) =>
  (await desks.page(key, id)).steps.flatMap(({ step, can }: { step: string; can: boolean }) => (can ? [step] : []));
const wordsIn = (page: { timeline: { words: { name: string; text: string }[] }[] }, name: string) =>
  page.timeline.flatMap(({ words }) => words.flatMap((one) => (one.name === name ? [one.text] : [])));

const up = {
  tried: '换过两次灯泡，又找物业查过线路，都没好。',
  beyond: 'noPower',
  why: '公共线路归供电单位，对方不接社区的电话',
};
const named = { liaison: '联络员老徐 0571-5550100', plan: '明天约供电单位到现场' };
const solved = { reply: '已经换好，当场试过都亮。', witness: '一层住户在场确认' };

describe('a request goes up with what was tried, and comes down only with advice (上报与退回)', () => {
  test('keeps version 2 for what was open before, and asks the new questions from the first day on', async () => {
    const before = await raise('楼道的声控灯坏了');
    server.setNow(theDayAfter);
    await take('director', before.matterId, 'accept');
    expect((await take('director', before.matterId, 'escalate', { reason: '社区没有权限' })).state).toBe('offered');

    const after = await raise('楼道的声控灯又坏了');
    await take('director', after.matterId, 'accept');
    const refused = await take('director', after.matterId, 'escalate');
    expect(Object.keys(refused.fields)).toEqual(['tried', 'beyond', 'why']);
    expect((await take('director', after.matterId, 'escalate', { ...up, tried: '试过' })).fields.tried.code).toBe(
      'field.too_short',
    );
  });

  test('shows what was tried to the one above and to the person, and what it is stuck on to offices only', async () => {
    const raised = await raise('三号楼的声控灯不亮');
    await take('director', raised.matterId, 'accept');
    expect((await take('director', raised.matterId, 'escalate', up)).state).toBe('offered');
    const [above, own] = [await desks.page('taskGroupLiaison', raised.matterId), await follow(raised)];
    for (const page of [above, own]) expect(wordsIn(page, 'tried')).toEqual([up.tried]);
    expect([wordsIn(above, 'why'), wordsIn(own, 'why')]).toEqual([[up.why], []]);
    expect(own.timeline.at(-1).choices).toMatchObject([
      { label: { zh: '为什么超出社区的权限' }, value: { zh: '没有执法权或审批权' } },
    ]);
    expect(own.timeline.at(-1).sentence.zh).toContain('接手之前仍由');
  });

  test('is taken above by naming a liaison, whom the person sees; at the same tier it is accepted as before', async () => {
    const raised = await raise('二号楼的声控灯不亮');
    expect((await take('director', raised.matterId, 'nameLiaison', named)).code).toBe('step.not_in_this_state');
    await take('director', raised.matterId, 'accept');
    await take('director', raised.matterId, 'escalate', up);
    expect((await take('taskGroupLiaison', raised.matterId, 'accept')).code).toBe('request.name_liaison');
    expect(
      (await take('taskGroupLiaison', raised.matterId, 'nameLiaison', { plan: named.plan })).fields,
    ).toHaveProperty('liaison');
    expect((await take('taskGroupLiaison', raised.matterId, 'nameLiaison', named)).state).toBe('handling');
    expect(wordsIn(await follow(raised), 'liaison')).toEqual([named.liaison]);

    const beside = await raise('一号楼的声控灯不亮');
    await take('director', beside.matterId, 'accept');
    const body = desks.bodyIdOf('neighbourDirector');
    await take('director', beside.matterId, 'transfer', { body, reason: '这盏灯在隔壁社区' });
    expect((await take('neighbourDirector', beside.matterId, 'nameLiaison', named)).code).toBe(
      'request.no_liaison_needed',
    );
    expect((await take('neighbourDirector', beside.matterId, 'accept')).state).toBe('handling');
  });

  test('comes down with advice that the head signs and other communities find, masked', async () => {
    const raised = await raise('四号楼的声控灯不亮');
    await take('director', raised.matterId, 'accept');
    await take('director', raised.matterId, 'escalate', up);
    await take('taskGroupLiaison', raised.matterId, 'nameLiaison', named);
    const back = { reason: '供电单位有社区专线，社区自己约得到。', question: '公共线路灯具故障找谁' };
    const advice = { advice: '打供电单位社区专线，找王小明 13800001234，按公共照明报修。', keep: 'yes' };
    expect(await offeredTo('taskGroupLiaison', raised.matterId)).not.toContain('return');
    expect((await take('taskGroupLead', raised.matterId, 'returnWithAdvice', back)).fields).toHaveProperty('advice');
    expect((await take('taskGroupLiaison', raised.matterId, 'returnWithAdvice', { ...back, ...advice })).code).toBe(
      'step.not_yours',
    );
    expect((await take('taskGroupLead', raised.matterId, 'returnWithAdvice', { ...back, ...advice })).state).toBe(
      'offered',
    );
    const found = (await desks.ask('neighbourDirector', 'GET', '/api/advice?words=公共线路')).body.advice;
    expect(found).toMatchObject([{ question: back.question }]);
    expect(found[0].advice).not.toContain('13800001234');
    expect((await take('director', raised.matterId, 'accept')).state).toBe('handling');
  });
});

describe('what touches many residents is answered to everybody first (涉及多人先公开答复)', () => {
  const join = (number: string) =>
    server.ask('POST', `/api/public/requests/${number}/join`, { body: { commandId: randomUUID() } });
  const touching = async (people: number): Promise<Raised> => {
    const raised = await raise(`整条巷子晚上都黑，涉及 ${people} 户`);
    await take('director', raised.matterId, 'accept');
    for (let n = 1; n < people; n += 1) await join(raised.number);
    return raised;
  };

  test('an answer, and a “cannot be done”, wait for it from five people on and not before', async () => {
    const four = await touching(4);
    expect((await take('director', four.matterId, 'answer', solved)).state).toBe('answered');

    const five = await touching(5);
    expect((await take('director', five.matterId, 'answer', solved)).message.zh).toContain('有 5 个人反映');
    const cannot = { reply: '这条巷子的线路归供电单位，社区没有权限改造，已经写信去催。', cause: 'needsPlan' };
    expect((await take('director', five.matterId, 'explain', cannot)).code).toBe('request.needs_public_answer');
    const notice = '整条巷子的灯十二月五日前换完，这几天晚上请走大路，有问题在下面问。';
    expect((await take('director', five.matterId, 'answerPublicly', { publicAnswer: notice })).state).toBe('handling');
    expect((await take('director', five.matterId, 'answer', solved)).state).toBe('answered');
  });
});
