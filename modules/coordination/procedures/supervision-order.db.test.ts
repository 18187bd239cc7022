import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDemoServer, type DemoServer } from '../../../tests/support/demo-server.ts';
import { duesOf, sitDown, type Desks } from '../../../tests/support/desk.ts';
import { faultsIn } from '../../matters/index.ts';
import { supervisionOrder } from './supervision-order.ts';

let server: DemoServer;
let desks: Desks;
beforeAll(async () => {
  server = await startDemoServer();
  desks = await sitDown(server);
});
afterAll(() => server.close());

const order = () => ({
  what: '清河路路灯三次超时未修，请于期限内修好并说明原因。',
  why: '同一问题三次超时',
  body: desks.bodyIdOf('departmentClerk'),
});
const answer = { done: '坏掉的十二盏路灯已经全部更换，线路重新做了绝缘。', shownBy: '清河路1号至9号路灯杆' };
const cannot = { cause: '主电缆被施工挖断，管线迁改须等电力公司停电计划批下来。', measure: '先装临时照明' };
const found = { how: 'onSite', found: '晚八点到现场，十二盏全亮' };
const bulletin = '清河路路灯由路灯管理部门更换完毕，夜间照明恢复。';
const openOne = async (): Promise<string> =>
  (await desks.open('supervisor', 'supervision-order', order())).body.matterId;

test('a supervision order lets nothing fall through', () => {
  expect(faultsIn(supervisionOrder)).toEqual([]);
});

test('the one who answers never checks, and the one who checks never answers', () => {
  const { steps, opening } = supervisionOrder;
  for (const step of [steps.answer, steps.explain]) expect(step.by).not.toContain('supervisor');
  for (const step of [steps.close, steps.returnAnswer, steps.revoke]) expect(step.by).toEqual(['supervisor']);
  expect(opening.atDesk?.posts).toEqual(['supervisor', 'dispatchLead']); // posts of the district's centre,
  expect(opening.asks.body).toMatchObject({ of: ['department', 'taskGroup', 'subdistrictOffice'] }); // which none addresses
});

test('has a clock of its own over the National Day holidays, and tells the tier above when it is missed', async () => {
  const matter = await desks.play(
    supervisionOrder,
    ['2026-09-30 17:00', 'supervisor', 'departmentHead', order()],
    [
      ['2026-10-14 09:00', 'answer', 'departmentClerk', answer],
      ['2026-10-16 10:00', 'returnAnswer', 'supervisor', { found: '还有两盏没有亮，线头裸露' }],
    ],
    '2026-10-24 10:00',
    'dispatchLead',
  );
  // 8, 9, 10 (a Saturday made up for), 12, 13 October; returned on Friday the 16th: 19 to 23 October
  expect(duesOf(matter, 'answering')).toEqual(['2026-10-13 18:00', '2026-10-23 18:00']);
  expect(matter.clocks.filter((run) => run.clock === 'answering').map((run) => run.missedAt !== null)).toEqual([
    true,
    true,
  ]);
  expect(duesOf(matter, 'checking')).toEqual(['2026-10-19 18:00']); // 15, 16, 19 October
  expect(supervisionOrder.clocks.answering.whenMissed.tell).toContain('tierAbove');
  expect([matter.state, matter.conclusion]).toEqual(['ordered', null]);
});

test('is answered, checked, returned, answered again and closed with a bulletin', async () => {
  const { take, page, queue } = desks;
  const before = await queue('departmentClerk', 'handling');
  const commandId = randomUUID();
  const send = () => desks.open('supervisor', 'supervision-order', order(), commandId);
  const opened = [await send(), await send()].map(({ body }) => body);
  expect(new Set(opened.map(({ matterId }) => matterId)).size).toBe(1);
  const id = opened[0].matterId as string;
  expect(await queue('departmentClerk', 'handling')).toBe(before + 1);

  expect((await take('departmentClerk', id, 'explain', cannot)).body.code).toBe('step.not_yours');
  expect((await take('departmentHead', id, 'explain', cannot)).body.state).toBe('answered');
  expect((await take('departmentHead', id, 'close', { ...found, bulletin })).body.code).toBe('step.not_yours');
  const returned = await take('supervisor', id, 'returnAnswer', { found: '停电计划昨天已经批了，可以施工' });
  expect(returned.body.state).toBe('ordered');

  await take('departmentClerk', id, 'answer', answer);
  const without = await take('supervisor', id, 'close', found);
  expect([without.body.code, Object.keys(without.body.fields)]).toEqual(['input.fields', ['bulletin']]);
  expect((await take('supervisor', id, 'close', { ...found, bulletin })).body.state).toBe('closed');
  const closed = await page('departmentClerk', id);
  expect([closed.outcome, closed.stage]).toEqual(['solved', 'final']);
  expect(closed.timeline.at(-1).words.map((one: { text: string }) => one.text)).toContain(bulletin);
});

test('a cause the head signed and the supervisor confirmed counts as explained, not as solved', async () => {
  const id = await openOne();
  await desks.take('departmentHead', id, 'explain', cannot);
  await desks.take('supervisor', id, 'close', { ...found, bulletin });
  expect((await desks.page('supervisor', id)).outcome).toBe('explained');
});

test('can be revoked with a reason, and by nobody but the supervisor', async () => {
  const id = await openOne();
  const reason = '同一件事已有督办，重复发出';
  expect((await desks.take('departmentHead', id, 'revoke', { reason })).body.code).toBe('step.not_yours');
  expect((await desks.take('supervisor', id, 'revoke', { reason })).body.state).toBe('revoked');
});

test.each(['departmentHead', 'taskGroupLead', 'director'])('%s does not issue one', async (key) => {
  expect((await desks.open(key, 'supervision-order', order())).body.code).toBe('opening.not_your_post');
});
