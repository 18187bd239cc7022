import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDemoServer, type DemoServer } from '../../../tests/support/demo-server.ts';
import { duesOf, sitDown, type Desks } from '../../../tests/support/desk.ts';
import { faultsIn } from '../../matters/index.ts';
import { leaderInstruction } from './leader-instruction.ts';

let server: DemoServer;
let desks: Desks;
beforeAll(async () => {
  server = await startDemoServer();
  desks = await sitDown(server);
});
afterAll(() => server.close());

const what = '请把滨河路夜间照明不足的问题一周内研究清楚。';
const instruction = () => ({ what, source: '区长，11月17日', body: desks.bodyIdOf('departmentClerk') });
const draft = { feedback: '更换路灯二十六盏，加装八盏，夜间照度已经达标。', shownBy: '现场照度测量记录' };
const openOne = async (): Promise<string> =>
  (await desks.open('dispatchLead', 'leader-instruction', instruction())).body.matterId;

test('a leader instruction lets nothing fall through', () => {
  expect(faultsIn(leaderInstruction)).toEqual([]);
});

test('the only way out leads over feedback that the desk accepted', () => {
  const { states, steps } = leaderInstruction;
  const leading = (to: (state: string) => boolean) =>
    Object.entries(steps).filter(([, step]) =>
      typeof step.to === 'string' ? to(step.to) : step.to.some((branch) => to(branch.to)),
    );
  const intoEnd = leading((state) => states[state as keyof typeof states]?.kind === 'final');
  expect(intoEnd.map(([name, { from, by }]) => [name, from, by])).toEqual([
    ['acceptFeedback', ['feedbackGiven'], ['deskHead']],
  ]);
  const intoReading = leading((state) => state === 'feedbackGiven');
  expect(intoReading.map(([name, { from }]) => [name, from])).toEqual([['giveFeedback', ['awaitingSignature']]]);
  expect(leading((state) => state === 'awaitingSignature').map(([name]) => name)).toEqual(['draftFeedback']);
  expect(steps.draftFeedback.asks?.['feedback']).toMatchObject({ kind: 'text', min: 20 });
  expect(steps.draftFeedback.asks?.['feedback']).not.toHaveProperty('optional');
  expect(leaderInstruction.opening.to).toBe('issued');
});

test('counts ten working days to the feedback over the holidays of October 2026, and begins anew when sent back', async () => {
  const matter = await desks.play(
    leaderInstruction,
    ['2026-09-28 10:00', 'dispatchLead', 'departmentHead', instruction()],
    [
      ['2026-09-28 11:00', 'accept', 'departmentClerk'],
      ['2026-10-15 16:00', 'draftFeedback', 'departmentClerk', draft],
      ['2026-10-16 09:00', 'giveFeedback', 'departmentHead', { result: 'explained' }],
      ['2026-10-19 10:00', 'sendBack', 'dispatchLead', { missing: '没有写清下一步怎么办' }],
    ],
    '2026-10-20 10:00',
    'dispatchLead',
  );
  expect(duesOf(matter, 'acceptance')).toEqual(['2026-09-29 00:00']); // the end of the same day
  // 29, 30 September, 8, 9, 10 (a Saturday made up for), 12, 13, 14, 15, 16 October; then 20 to 23, 26 to 30 October, 2 November
  expect(duesOf(matter, 'handling')).toEqual(['2026-10-16 18:00', '2026-11-02 18:00']);
  expect(duesOf(matter, 'signature')).toEqual(['2026-10-16 18:00']);
  expect(duesOf(matter, 'reading')).toEqual(['2026-10-20 18:00']); // given on Friday: Monday, Tuesday
  expect([matter.state, matter.conclusion, matter.offer]).toEqual(['handling', null, null]);
});

test('goes from the desk to a department and back, and the leader’s desk closes it', async () => {
  const { take, page, queue } = desks;
  const before = await queue('departmentClerk', 'toAccept');
  const toDecide = await queue('dispatchLead', 'toDecide');
  const commandId = randomUUID();
  const send = () => desks.open('dispatchLead', 'leader-instruction', instruction(), commandId);
  const opened = [await send(), await send()].map(({ body }) => body);
  expect(opened.map(({ repeated }) => repeated)).toEqual([false, true]);
  expect(new Set(opened.map(({ matterId }) => matterId)).size).toBe(1);
  const id = opened[0].matterId as string;
  expect(await queue('departmentClerk', 'toAccept')).toBe(before + 1);

  expect((await take('departmentClerk', id, 'accept')).body.state).toBe('handling');
  expect((await take('departmentClerk', id, 'reportProgress', { progress: '已到现场看过' })).body.state).toBe(
    'handling',
  );
  expect((await take('departmentClerk', id, 'draftFeedback', draft)).body.state).toBe('awaitingSignature');
  expect((await take('departmentClerk', id, 'giveFeedback', { result: 'carriedOut' })).body.code).toBe(
    'step.not_yours',
  );
  expect((await take('departmentHead', id, 'giveFeedback', { result: 'carriedOut' })).body.state).toBe('feedbackGiven');
  expect(await queue('dispatchLead', 'toDecide')).toBe(toDecide + 1);
  expect((await take('departmentHead', id, 'acceptFeedback')).body.code).toBe('step.not_yours');

  expect((await take('dispatchLead', id, 'sendBack', { missing: '还缺居民怎么说' })).body.state).toBe('handling');
  expect((await take('dispatchLead', id, 'acceptFeedback')).body.code).toBe('step.not_in_this_state');
  await take('departmentClerk', id, 'draftFeedback', draft);
  await take('departmentHead', id, 'giveFeedback', { result: 'carriedOut' });
  expect((await take('dispatchLead', id, 'acceptFeedback')).body.state).toBe('closed');
  const closed = await page('departmentClerk', id);
  expect([closed.outcome, closed.stage, closed.title]).toEqual(['solved', 'final', what]);
});

test('a body it should not have gone to says so, and the desk gives it to another', async () => {
  const { take } = desks;
  const id = await openOne();
  await take('departmentClerk', id, 'accept');
  await take('departmentClerk', id, 'draftFeedback', draft);
  await take('departmentHead', id, 'giveFeedback', { result: 'explained' });
  const given = await take('dispatchLead', id, 'reassign', {
    body: desks.bodyIdOf('taskGroupLead'),
    reason: '路段归街道管',
  });
  expect(given.body.state).toBe('handling');
  expect((await take('taskGroupLiaison', id, 'draftFeedback', draft)).body.state).toBe('awaitingSignature');
});

test.each(['departmentHead', 'director', 'supervisor'])('%s does not open one', async (key) => {
  const answer = await desks.open(key, 'leader-instruction', instruction());
  expect(answer.body.code).toBe('opening.not_your_post');
});

test('is not addressed to a residents’ committee: a community is guided, not ordered', async () => {
  const body = desks.bodyIdOf('director');
  const answer = await desks.open('dispatchLead', 'leader-instruction', { ...instruction(), body });
  expect([answer.body.code, Object.keys(answer.body.fields)]).toEqual(['input.fields', ['body']]);
});

test('a neighbour who has no part in it does not see it', async () => {
  const id = await openOne();
  expect((await desks.page('director', id)).code).toBe('matter.not_found');
  expect((await desks.take('director', id, 'accept')).body.code).toBe('matter.not_found');
});
