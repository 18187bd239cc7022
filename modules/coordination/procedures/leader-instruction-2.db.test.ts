import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDemoServer, type DemoServer } from '../../../tests/support/demo-server.ts';
import { at, local, sitDown, type Desks } from '../../../tests/support/desk.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { areaScope, type Work } from '../../../platform/work.ts';
import { faultsIn, findMattersNear, remindNearOf, turnMissesOf } from '../../matters/index.ts';
import { leaderInstruction2 } from './leader-instruction-2.ts';

let server: DemoServer;
let desks: Desks;
beforeAll(async () => {
  server = await startDemoServer();
  desks = await sitDown(server);
});
afterAll(() => server.close());

const timer = <T>(now: string, run: (work: Work) => Promise<T>): Promise<T> => {
  const actor = { kind: 'system', name: 'timer' } as const;
  const { db, districtId } = server.ground;
  return inTransaction(db, { districtId, now: at(now), actor, scope: areaScope('') }, run);
};
const play = (until: string) =>
  desks.play(
    leaderInstruction2,
    [
      '2026-09-28 10:00',
      'dispatchLead',
      'departmentHead',
      { what: '请研究滨河路照明。', source: '区长，9月27日', body: desks.bodyIdOf('departmentClerk') },
    ],
    [['2026-09-28 11:00', 'accept', 'departmentClerk']],
    until,
    'dispatchLead',
  );

test('lets nothing fall through, and is what a desk opens from now on', async () => {
  expect(faultsIn(leaderInstruction2)).toEqual([]);
  const { version, clocks } = (await desks.ask('dispatchLead', 'GET', '/api/procedures/leader-instruction')).body;
  const handling = clocks.find(({ clock }: { clock: string }) => clock === 'handling');
  expect([version, handling.turnsInto.zh]).toEqual([2, '督办']);
});

test('reminds two working days before the feedback is due, over the holidays of October 2026', async () => {
  // Ten working days end on Friday 16 October (see version 1); who begins on Wednesday has two left: Thursday, Friday.
  const { id } = await play('2026-10-13 10:00');
  const near = (now: string) => timer(now, (work) => findMattersNear(work, 100));
  expect(await near('2026-10-13 23:59')).not.toContain(id);
  expect(await near('2026-10-14 00:00')).toContain(id);
  expect(await timer('2026-10-14 00:00', (work) => remindNearOf(work, id))).toBe(1);
});

test('late feedback turns into a supervision order, once, which says what it is about', async () => {
  const matter = await play('2026-10-16 18:01');
  const handling = matter.clocks.find(({ clock }) => clock === 'handling');
  expect([local(handling?.dueAt), local(handling?.missedAt)]).toEqual(['2026-10-16 18:00', '2026-10-16 18:00']);
  expect(await timer('2026-10-16 18:02', (work) => turnMissesOf(work, matter.id))).toBe(1);
  expect(await timer('2026-10-16 18:03', (work) => turnMissesOf(work, matter.id))).toBe(0);

  const page = await desks.page('dispatchLead', matter.id);
  const sentence: string = page.timeline.at(-1).sentence.zh;
  expect(sentence).toMatch(/^反馈时限已过，已转督办 \S+，由.+限期办结。$/);
  const { rows } = (await desks.ask('supervisor', 'GET', '/api/matters?queue=newest')).body;
  const row = rows.find(({ number }: { number: string }) => sentence.includes(number));
  const order = await desks.page('supervisor', row.id);
  expect([order.procedure.id, order.stage, order.holder.body.id]).toEqual([
    'supervision-order',
    'open',
    desks.bodyIdOf('departmentClerk'),
  ]);
  expect(order.timeline[0].words.map(({ text }: { text: string }) => text)).toEqual([
    `批示件 ${page.number} 的反馈已超期，请${order.holder.body.name.zh}尽快办结并反馈。`,
    page.number,
    '反馈时限到 2026-10-16 为止，没有按时反馈。到期自动转督办。',
  ]);
  expect(order.firstContact.post.zh).toContain('督查');
});
