import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDemoServer, type DemoServer } from '../../../tests/support/demo-server.ts';
import { at, sitDown, type Desks } from '../../../tests/support/desk.ts';

let server: DemoServer;
let desks: Desks;
beforeAll(async () => {
  server = await startDemoServer(at('2026-11-18 10:00'));
  desks = await sitDown(server);
});
afterAll(() => server.close());

const take = async (key: string, id: string, step: string, input: Record<string, unknown> = {}) =>
  (await desks.take(key, id, step, input)).body;
const set = async (body: string) => {
  const input = { what: '年底前楼道灯完好率到九成五', ground: '区政府常务会第 9 次', doneOn: '2026-12-20', body };
  return (await desks.open('dispatchLead', 'district-task', input)).body;
};
const targetOf = async (id: string) =>
  (await desks.ask('dispatchLead', 'GET', '/api/coordination')).body.targets.find(
    (one: { id: string }) => one.id === id,
  );
const done = { result: '全部换成声控节能灯，逐栋查过。', shownBy: '巡查记录' };

test('a target is accepted, given on in parts, and how far it is follows from them', async () => {
  const { matterId } = await set(desks.bodyIdOf('departmentHead'));
  await take('departmentClerk', matterId, 'accept', { plan: '按街道分解' });
  expect((await targetOf(matterId)).parts).toBe(0);
  const divide = async (body: string) => {
    const before = ((await desks.page('departmentHead', matterId)).tasks ?? []) as { id: string }[];
    await take('departmentClerk', matterId, 'divide', { part: '本辖区楼道灯换完', body, doneOn: '2026-12-10' });
    const tasks = (await desks.page('departmentHead', matterId)).tasks as { id: string }[];
    return tasks.find(({ id }) => !before.some((one) => one.id === id))?.id ?? '';
  };
  const wrong = await divide(desks.bodyIdOf('departmentHead'));
  await take('departmentHead', wrong, 'sendBack', { reason: '这一片不归本部门' });
  const [one, two] = [await divide(desks.bodyIdOf('taskGroupLead')), await divide(desks.bodyIdOf('taskGroupLead'))];
  for (const id of [one, two]) await take('taskGroupLiaison', id, 'accept', { plan: '下周逐栋换' });
  expect(await targetOf(matterId)).toMatchObject({ parts: 2, done: 0, explained: 0 });
  await take('taskGroupLiaison', one, 'finish', done);
  expect(await targetOf(matterId)).toMatchObject({ parts: 2, done: 1, explained: 0 });
  expect((await take('departmentHead', matterId, 'finish', done)).code).toBe('tasks.open');
  const cannot = { cause: '三栋楼要拆迁，换了也要拆掉。', measure: '列入拆迁安置，不再换灯' };
  expect((await take('taskGroupLiaison', two, 'cannot', cannot)).code).toBe('step.not_yours');
  await take('taskGroupLead', two, 'cannot', cannot);
  await take('departmentHead', matterId, 'finish', done);
  const page = await desks.page('departmentHead', matterId);
  expect(page.outcome).toBe('explained');
  // The name of its state says that it was explained, so it is not said twice.
  expect(page.tasks.map(({ isExplained }: { isExplained: boolean }) => isExplained)).toEqual([false, false, false]);
});

test('a target that nobody inspected is flagged for who may, until an order says that it is about it', async () => {
  const { matterId } = await set(desks.bodyIdOf('departmentHead'));
  const { number } = await desks.page('dispatchLead', matterId);
  expect((await targetOf(matterId)).inspections).toEqual([]);
  const order = {
    what: '查一查楼道灯到位没有',
    body: desks.bodyIdOf('departmentHead'),
    about: number.replaceAll('-', ' '),
    why: '年底要交账',
  };
  const { body } = await desks.open('supervisor', 'supervision-order', order);
  expect((await targetOf(matterId)).inspections).toMatchObject([{ id: body.matterId }]);
  const ofHead = (await desks.ask('departmentHead', 'GET', '/api/coordination')).body.targets;
  expect(ofHead.find(({ id }: { id: string }) => id === matterId).inspections).toBeNull();
  await take('supervisor', body.matterId, 'revoke', { reason: '这一项改由专项督查一并查' });
  expect((await targetOf(matterId)).inspections).toEqual([]);
});

test('a target that nobody divided is done when the head of its body says so', async () => {
  const { matterId } = await set(desks.bodyIdOf('departmentHead'));
  await take('departmentClerk', matterId, 'accept', { plan: '本部门自己办' });
  await take('departmentHead', matterId, 'finish', done);
  expect((await desks.page('departmentHead', matterId)).outcome).toBe('solved');
});

test('it never lands on a community: none can be chosen, and the step is greyed with the words why', async () => {
  expect((await set(desks.bodyIdOf('director'))).fields.body.code).toBe('field.not_an_option');
  const { matterId } = await set(desks.bodyIdOf('taskGroupLead'));
  await take('taskGroupLiaison', matterId, 'accept', { plan: '街道先查一遍' });
  const { steps } = await desks.page('taskGroupLiaison', matterId);
  const offer = steps.find(({ step }: { step: string }) => step === 'toCommunity');
  const { fields } = steps.find(({ step }: { step: string }) => step === 'divide');
  const { bodyKinds } = fields.find(({ name }: { name: string }) => name === 'body');
  expect(bodyKinds.map(({ zh }: { zh: string }) => zh)).toEqual(['区级部门', '街道专项工作组', '街道办事处']);
  expect(JSON.stringify(offer)).toContain('准入');
  const given = await take('taskGroupLiaison', matterId, 'toCommunity', { reason: '让社区去数灯' });
  expect(given.code).toBe('task.no_admission');
  const part = { part: '社区去数灯', body: desks.bodyIdOf('director'), doneOn: '2026-12-10' };
  expect((await take('taskGroupLiaison', matterId, 'divide', part)).fields.body.code).toBe('field.not_an_option');
});
