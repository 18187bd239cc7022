import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { areaScope, type Work } from '../../../platform/work.ts';
import { startDemoServer, type DemoServer } from '../../../tests/support/demo-server.ts';
import { at, local, sitDown, type Desks } from '../../../tests/support/desk.ts';
import { faultsIn, fireClocksOf, turnMissesOf, verifyTimelines } from '../../matters/index.ts';
import { whistle } from './whistle.ts';
import { whistlePart } from './whistle-part.ts';

let server: DemoServer;
let desks: Desks;
beforeAll(async () => {
  server = await startDemoServer(at('2026-11-18 10:00'));
  desks = await sitDown(server);
});
afterAll(() => server.close());

const street = 'taskGroupLiaison';
const why = {
  what: '早市占道、油烟扰民、消防通道被堵，请几家一起到现场解决。',
  tried: '街道劝离三次，没有执法权，每次都回潮。',
};
const calling = (body: string, part = 'lead') => ({
  body,
  part,
  task: '到场认定占道经营并当场处理',
  gather: '周四上午九点，早市东口',
});
const open = async (): Promise<string> => (await desks.open(street, 'whistle', why)).body.matterId;
const call = (id: string, key: string) => desks.take(street, id, 'call', calling(desks.bodyIdOf(key)));
const partsOf = async (id: string, key = street) => (await desks.page(key, id)).tasks;
const timer = <T>(now: string, run: (work: Work) => Promise<T>): Promise<T> => {
  const { db, districtId } = server.ground;
  const actor = { kind: 'system', name: 'timer' } as const;
  return inTransaction(db, { districtId, now: at(now), actor, scope: areaScope('') }, run);
};

test('lets nothing fall through', () => {
  expect([...faultsIn(whistle), ...faultsIn(whistlePart)]).toEqual([]);
});

test('a street calls a department, which comes and reports; both see who came, and the result ends the whistle', async () => {
  const id = await open();
  const before = await desks.queue('departmentClerk', 'toAccept');
  const refused = await desks.take(street, id, 'settle', { result: 'solved', came: '城管来了，已清理。' });
  expect(refused.body.code).toBe('whistle.nobody_called');

  expect((await call(id, 'departmentClerk')).body.state).toBe('calling');
  expect(await desks.queue('departmentClerk', 'toAccept')).toBe(before + 1);
  const [part] = await partsOf(id);
  expect(part).toMatchObject({ stateName: { zh: '等回话' }, clock: { clock: 'answer' }, missed: 0 });
  expect((await partsOf(id, 'departmentClerk'))[0].id).toBe(part.id);

  const settle = { result: 'solved', came: '路灯部门牵头到场，当天修好。' };
  expect((await desks.take(street, id, 'settle', settle)).body).toMatchObject({ code: 'tasks.open' });
  await desks.take('departmentClerk', part.id, 'come', { who: '照明科科长', when: '周四上午九点' });
  expect((await desks.take('departmentClerk', part.id, 'arrive', { came: '科长到了' })).body.code).toBe(
    'step.not_yours',
  );
  await desks.take(street, part.id, 'arrive', { came: '照明科科长，九点零五分' });
  expect((await partsOf(id))[0].stateName.zh).toBe('已到场');
  await desks.take('departmentClerk', part.id, 'report', {
    result: '六盏路灯当场更换完毕，线路已经加固。',
    shownBy: '早市东口灯杆',
  });
  await desks.take(street, part.id, 'accept');
  expect((await desks.take(street, id, 'settle', settle)).body.state).toBe('settled');

  const seen = await desks.page('departmentClerk', id);
  expect([seen.outcome, seen.tasks[0].stage, seen.tasks[0].outcome]).toEqual(['solved', 'final', 'solved']);
  // Who leads, who came and what was done are read without opening the part.
  expect(seen.tasks[0].title).toBe('到场认定占道经营并当场处理');
  expect(seen.tasks[0].chosen).toEqual([{ zh: '牵头', en: 'Leads' }]);
  expect(seen.tasks[0].said.map(({ text }: { text: string }) => text)).toEqual([
    '照明科科长',
    '周四上午九点',
    '照明科科长，九点零五分',
    '六盏路灯当场更换完毕，线路已经加固。',
    '早市东口灯杆',
  ]);
  const told = seen.timeline.map(({ sentence }: { sentence: { zh: string } }) => sentence.zh);
  expect(told.filter((line: string) => line.startsWith(part.number))).toHaveLength(4);
  expect((await desks.page(street, part.id)).links).toMatchObject([{ kind: 'taskOf', isAhead: true, id }]);
  expect((await timer('2026-11-18 12:00', (work) => verifyTimelines(work))).misfits).toEqual([]);
});

test('the same call sent twice opens one part; a refused one opens none', async () => {
  const id = await open();
  const { seq } = await desks.page(street, id);
  const body = { commandId: randomUUID(), seenSeq: seq, input: calling(desks.bodyIdOf('departmentClerk')) };
  const send = (given: object) => desks.ask(street, 'POST', `/api/matters/${id}/steps/call`, given);
  expect([(await send(body)).body.repeated, (await send(body)).body.repeated]).toEqual([false, true]);
  const wrong = { ...body, commandId: randomUUID(), input: calling(desks.bodyIdOf('director')) };
  expect((await send(wrong)).body).toMatchObject({ code: 'input.fields', fields: { body: {} } });
  const short = { ...body, commandId: randomUUID(), input: { ...body.input, task: '来' } };
  expect((await send(short)).body).toMatchObject({ code: 'input.fields', fields: { task: {} } });
  expect(await partsOf(id)).toHaveLength(1);
});

test('nobody but the street calls, and a neighbour street sees neither the whistle nor its parts', async () => {
  const id = await open();
  await call(id, 'departmentClerk');
  const [part] = await partsOf(id);
  const body = { commandId: randomUUID(), seenSeq: 9, input: calling(desks.bodyIdOf('departmentClerk')) };
  const byDepartment = await desks.ask('departmentHead', 'POST', `/api/matters/${id}/steps/call`, body);
  expect(byDepartment.body.code).toBe('step.not_yours');
  for (const stranger of ['neighbourDirector', 'director'])
    expect([(await desks.page(stranger, id)).code, (await desks.page(stranger, part.id)).code]).toEqual([
      'matter.not_found',
      'matter.not_found',
    ]);
  expect((await desks.open('departmentHead', 'whistle', why)).body.code).toBe('opening.not_your_post');
});

test('a department that objects is heard once; what it does not do in time is put under an order, seen in the whistle', async () => {
  const id = await open();
  await call(id, 'departmentClerk');
  const [part] = await partsOf(id);
  const reason = '早市占道不归照明部门，应由城管牵头。';
  expect((await desks.take('departmentClerk', part.id, 'object', { reason })).body.code).toBe('step.not_yours');
  await desks.take('departmentHead', part.id, 'object', { reason });
  await desks.take(street, part.id, 'insist', { reason: '灯杆上的私拉电线归照明部门' });
  expect((await desks.take('departmentHead', part.id, 'object', { reason })).body.code).toBe('step.used_up');

  // Insisted on Wednesday morning: four working hours end that afternoon. Nobody answers.
  expect(await timer('2026-11-18 19:00', (work) => fireClocksOf(work, part.id))).toBe(1);
  expect(await timer('2026-11-18 19:01', (work) => turnMissesOf(work, part.id))).toBe(1);
  expect(await timer('2026-11-18 19:02', (work) => turnMissesOf(work, part.id))).toBe(0);
  expect((await partsOf(id))[0].missed).toBe(1);
  const { rows } = (await desks.ask('supervisor', 'GET', '/api/matters?queue=newest')).body;
  const order = await desks.page('supervisor', rows[0].id);
  expect(order).toMatchObject({
    procedure: { id: 'supervision-order' },
    holder: { body: { id: desks.bodyIdOf('departmentClerk') } },
  });
  expect(order.timeline[0].words[1].text).toBe(part.number);
});

test('golden: the limits of a part run over the National Day holidays of 2026', async () => {
  server.setNow(at('2026-09-30 16:00'));
  const id = await open();
  await call(id, 'departmentClerk');
  const [part] = await partsOf(id);
  const due = async (clock: string): Promise<string> => {
    const { clocks } = await desks.page(street, part.id);
    return local(new Date(clocks.find((one: { clock: string }) => one.clock === clock).dueAt));
  };
  // Two hours are left of 30 September (to 18:00), the other two are those of 8 October from nine o'clock.
  expect(await due('answer')).toBe('2026-10-08 11:00');
  server.setNow(at('2026-10-08 09:30'));
  await desks.take('departmentClerk', part.id, 'come', { who: '科长', when: '明天上午' });
  expect(await due('arriving')).toBe('2026-10-09 18:00'); // the working day after
  server.setNow(at('2026-10-09 10:00'));
  await desks.take(street, part.id, 'arrive', { came: '科长，上午十点' });
  // 10 October is a Saturday made up for: 10, 12, 13, 14, 15 October.
  expect(await due('result')).toBe('2026-10-15 18:00');
  server.setNow(at('2026-11-18 10:00'));
});
