import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { areaScope } from '../../../platform/work.ts';
import { fireClocksOf } from '../../matters/index.ts';
import { startDemoServer, type DemoServer } from '../../../tests/support/demo-server.ts';
import { at, sitDown, type Desks } from '../../../tests/support/desk.ts';

let server: DemoServer;
let desks: Desks;
beforeAll(async () => {
  server = await startDemoServer(at('2026-11-27 10:00'));
  desks = await sitDown(server);
});
afterAll(() => server.close());

const flood = { what: '3 号楼地下室进水，电箱在里面', kind: 'weather', called: 'notNeeded', seen: 'min15' };
const signalsOf = async (key: string) => (await desks.ask(key, 'GET', '/api/coordination')).body.signals;
const holderOf = async (key: string, id: string) => (await desks.page(key, id)).holder.body.id;
const take = (key: string, id: string, step: string, input: Record<string, unknown> = {}) =>
  desks.take(key, id, step, input);

test('a signal goes to the body above, is taken and answered, and its three instants are those of the record', async () => {
  const { matterId } = (await desks.open('gridWorker', 'urgent-signal', flood)).body;
  expect(await holderOf('gridWorker', matterId)).toBe(desks.bodyIdOf('taskGroupLiaison'));
  expect((await signalsOf('taskGroupLiaison')).open.map(({ id }: { id: string }) => id)).toEqual([matterId]);
  expect((await signalsOf('neighbourDirector')).sent).toBe(0);
  expect((await take('neighbourDirector', matterId, 'take')).status).toBe(404);
  expect((await take('gridWorker', matterId, 'take')).body.code).toBe('step.not_yours');
  server.setNow(at('2026-11-27 10:06'));
  expect((await take('taskGroupLiaison', matterId, 'take')).status).toBe(200);
  await take('gridWorker', matterId, 'more', { more: '水到脚踝了' });
  server.setNow(at('2026-11-27 11:30'));
  await take('taskGroupLiaison', matterId, 'answer', { done: '断了电，抽水泵在抽，人都撤出来了。' });
  expect((await desks.page('gridWorker', matterId)).outcome).toBe('solved');
  expect(await signalsOf('gridWorker')).toMatchObject({
    open: [],
    sent: 1,
    seenToSent: 15,
    sentToTaken: 6,
    sentToAnswered: 90,
  });
});

test('of whoever takes it: the task group above a community, the district’s centre above a task group', async () => {
  const ofCommunity = (await desks.open('clerk', 'urgent-signal', flood)).body.matterId;
  expect(await holderOf('clerk', ofCommunity)).toBe(desks.bodyIdOf('taskGroupLead'));
  const ofGroup = (await desks.open('taskGroupLiaison', 'urgent-signal', flood)).body.matterId;
  expect(await holderOf('taskGroupLiaison', ofGroup)).toBe(desks.bodyIdOf('dispatchLead'));
  expect((await desks.open('departmentClerk', 'urgent-signal', flood)).body.code).toBe('opening.not_your_post');
});

test('one that nobody takes within the hour is told upward; a mistake is taken back and not counted', async () => {
  server.setNow(at('2026-11-27 14:00'));
  const { matterId } = (await desks.open('gridWorker', 'urgent-signal', flood)).body;
  const { sent } = await signalsOf('gridWorker');
  const { db, districtId } = server.ground;
  const actor = { kind: 'system', name: 'timer' } as const;
  const at1501 = { districtId, now: at('2026-11-27 15:01'), actor, scope: areaScope('') };
  expect(await inTransaction(db, at1501, (work) => fireClocksOf(work, matterId))).toBe(1);
  const { notices } = (await desks.ask('dispatchLead', 'GET', '/api/notices')).body;
  expect(notices.filter((one: { matterId: string }) => one.matterId === matterId)).toHaveLength(1);
  server.setNow(at('2026-11-27 15:10'));
  expect((await take('gridWorker', matterId, 'takeBack', { reason: '看错了，是积雪反光' })).status).toBe(200);
  expect((await signalsOf('gridWorker')).sent).toBe(sent - 1);
  expect((await take('gridWorker', matterId, 'takeBack', { reason: '看错了，是积雪反光' })).status).toBe(409);
});
