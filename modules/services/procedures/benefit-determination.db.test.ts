import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startDemoServer, type DemoServer } from '../../../tests/support/demo-server.ts';
import { at, duesOf, sitDown, type Desks } from '../../../tests/support/desk.ts';
import { faultsIn } from '../../matters/index.ts';
import { benefitDetermination } from './benefit-determination.ts';

let server: DemoServer;
let desks: Desks;
beforeAll(async () => {
  server = await startDemoServer();
  desks = await sitDown(server);
});
beforeEach(() => server.setNow(opening));
afterAll(() => server.close());

const opening = at('2026-11-18 10:00');
const whenHung = at('2026-11-26 09:00'); // posted on Wednesday the 18th: 19 to 25 November
const application = {
  household: '张**申请最低生活保障',
  benefit: 'livingAllowance',
  circumstances: '户主患病两年，配偶零工，一个孩子上学。',
};
const proposal = { found: '评议小组七人到会，七人同意', posting: '张**，3口人，拟享受最低生活保障，每月780元。' };
const unfit = { found: '核对后家庭人均收入超过标准', reason: '家庭人均收入高于本区低保标准' };
const objection = { cameBy: 'phone', objection: '听说这一家有两套房在出租' };
const finding = { finding: '查了不动产登记，名下只有现住的一套' };
const refusal = { reason: '家庭人均收入高于本区低保标准，超出部分见核对报告。', review: 'civilAffairs' };
const granted = { decision: '自12月起每月780元' };

const openOne = async (): Promise<string> =>
  (await desks.open('clerk', 'benefit-determination', application)).body.matterId;
const stateAfter = async (key: string, id: string, step: string, input: object = {}) => {
  const { body } = await desks.take(key, id, step, { ...input });
  return body.state ?? body.code;
};

test('a benefit determination lets nothing fall through', () => {
  expect(faultsIn(benefitDetermination)).toEqual([]);
});

test('nothing leads to a decision but a submission, and nothing to a grant but a posting that ran its time', () => {
  const { steps } = benefitDetermination;
  const guardsOf = (step: { readonly onlyIf?: readonly { readonly name: string }[] }) =>
    step.onlyIf?.map(({ name }) => name);
  expect(steps.grant.from).toEqual(['awaitingDecision']);
  expect(guardsOf(steps.grant)).toEqual(['noObjectionIsOpen', 'hasBeenPosted']);
  for (const step of [steps.submit, steps.refuse]) expect(guardsOf(step)).toEqual(['noObjectionIsOpen']);
  expect(steps.submit.from).toEqual(['assessed']);
  expect(steps.submit.to).toMatchObject([
    { when: { name: 'postedInFull' }, to: 'awaitingDecision' },
    { to: 'awaitingRefusal' },
  ]);
  const inObjected = Object.entries(steps).filter(([, step]) => (step.from as readonly string[]).includes('objected'));
  expect(steps.addObjection.to).toBe('same');
  expect(inObjected.map(([name]) => name)).toEqual(['addObjection', 'dismissObjection', 'upholdObjection', 'withdraw']);
});

test('counts the posting, the objection and the time in all over the holidays of autumn 2026', async () => {
  const matter = await desks.play(
    benefitDetermination,
    ['2026-09-14 09:00', 'clerk', 'director', application],
    [
      ['2026-09-18 16:00', 'proposeGrant', 'clerk', proposal],
      ['2026-09-22 15:00', 'recordObjection', 'clerk', objection],
      ['2026-09-24 10:00', 'dismissObjection', 'director', finding],
      ['2026-10-09 09:00', 'submit', 'director'],
    ],
    '2026-10-09 10:00',
    'taskGroupLead',
  );
  // 15, 16, 17, 18, 20 (a Sunday made up for), 21, 22, 23, 24, 28 September; 25 to 27 is Mid-Autumn
  expect(duesOf(matter, 'assessment')).toEqual(['2026-09-28 18:00']);
  // hung from the 18th, 19 to 25 September, a rest day: the 28th to its end. From the 24th: 25 September to 1 October, a
  // rest day: 8 October to its end
  expect(duesOf(matter, 'posting')).toEqual(['2026-09-29 00:00', '2026-10-09 00:00']);
  expect(duesOf(matter, 'verification')).toEqual(['2026-09-30 18:00']); // 23, 24, 28, 29, 30 September
  expect(duesOf(matter, 'submission')).toEqual(['2026-10-12 18:00']); // the posting ended on the 9th: 10, 12 October
  expect(duesOf(matter, 'decision')).toEqual(['2026-10-15 18:00']); // 10, 12, 13, 14, 15 October
  // 15, 16, 17 September; still from the 18th 16:00 to 9 October 00:00; 9, 10, 12 to 16, 19 to 23, 26 to 30 October,
  // 2 to 6, 9 to 13 November
  expect(duesOf(matter, 'total')).toEqual(['2026-11-13 18:00']);
  expect([matter.state, matter.offer?.to.kind]).toEqual(['awaitingDecision', 'taskGroup']);
});

test('is posted, submitted and granted, and the same application sent twice is one', async () => {
  const before = await desks.queue('taskGroupLead', 'toDecide');
  const commandId = randomUUID();
  const send = () => desks.open('clerk', 'benefit-determination', application, commandId);
  const ids = [await send(), await send()].map(({ body }) => body.matterId as string);
  expect(new Set(ids).size).toBe(1);
  const id = ids[0] as string;
  expect(await stateAfter('director', id, 'submit')).toBe('step.not_in_this_state');
  expect(await stateAfter('clerk', id, 'proposeGrant', proposal)).toBe('posted');
  expect(await stateAfter('director', id, 'submit')).toBe('step.not_in_this_state');

  server.setNow(whenHung); // a step takes along what the clocks ran out of: the posting is over
  expect(await stateAfter('director', id, 'submit')).toBe('awaitingDecision');
  expect(await desks.queue('taskGroupLead', 'toDecide')).toBe(before + 1);
  expect(await stateAfter('director', id, 'grant', granted)).toBe('step.not_yours');
  expect(await stateAfter('taskGroupLiaison', id, 'grant', granted)).toBe('step.not_yours');
  expect(await stateAfter('taskGroupLead', id, 'grant', granted)).toBe('granted');
  const page = await desks.page('clerk', id);
  expect([page.outcome, page.title]).toEqual(['solved', application.household]);
});

test('an objection stops the posting; nothing is decided before it is verified and the notice hung again', async () => {
  const id = await openOne();
  await desks.take('clerk', id, 'proposeGrant', proposal);
  server.setNow(at('2026-11-23 10:00'));
  expect(await stateAfter('clerk', id, 'recordObjection', objection)).toBe('objected');
  expect(await stateAfter('clerk', id, 'addObjection', { ...objection, cameBy: 'writing' })).toBe('objected');
  server.setNow(whenHung);
  for (const [key, step, input] of [
    ['taskGroupLead', 'grant', granted],
    ['taskGroupLead', 'refuse', refusal],
    ['director', 'submit', {}],
  ] as const) {
    const { status, body } = await desks.take(key, id, step, input);
    expect([status, body.code]).toEqual([409, 'step.not_in_this_state']);
    expect(body.message.zh).toContain('异议核实中');
  }
  expect(await stateAfter('clerk', id, 'dismissObjection', finding)).toBe('step.not_yours');
  expect(await stateAfter('director', id, 'dismissObjection', finding)).toBe('posted');
  expect(await stateAfter('director', id, 'submit')).toBe('step.not_in_this_state');
  server.setNow(at('2026-12-04 09:00')); // hung again from Thursday the 26th: 27 November to 3 December
  expect(await stateAfter('director', id, 'submit')).toBe('awaitingDecision');
});

test('an objection that is upheld leads to a new assessment', async () => {
  const id = await openOne();
  await desks.take('clerk', id, 'proposeGrant', proposal);
  await desks.take('clerk', id, 'recordObjection', objection);
  expect(await stateAfter('director', id, 'upholdObjection', finding)).toBe('applied');
});

test('a refusal is not posted, and the sub-district says why and where to ask for review, but cannot grant', async () => {
  const id = await openOne();
  expect(await stateAfter('clerk', id, 'proposeRefusal', unfit)).toBe('assessed');
  expect(await stateAfter('director', id, 'submit')).toBe('awaitingRefusal');
  expect(await stateAfter('taskGroupLead', id, 'grant', granted)).toBe('step.not_in_this_state');
  const { body } = await desks.take('taskGroupLead', id, 'refuse', { reason: refusal.reason });
  expect([body.code, Object.keys(body.fields)]).toEqual(['input.fields', ['review']]);
  expect(await stateAfter('taskGroupLead', id, 'refuse', refusal)).toBe('refused');
  expect((await desks.page('clerk', id)).outcome).toBe('explained');
});

test('what was posted once does not cover a later proposal: sent back and found unfit, it cannot be granted', async () => {
  const id = await openOne();
  await desks.take('clerk', id, 'proposeGrant', proposal);
  server.setNow(whenHung);
  await desks.take('director', id, 'submit');
  expect(await stateAfter('taskGroupLead', id, 'sendBack', { missing: '房产情况要再核' })).toBe('applied');
  await desks.take('clerk', id, 'proposeRefusal', unfit);
  expect(await stateAfter('director', id, 'submit')).toBe('awaitingRefusal');
});

test.each([
  ['一家三口，拟享受最低生活保障。', 'determination.posting_names_nobody'],
  ['申请人：王小明，张**，拟享受低保。', 'determination.posting_shows_person'],
])('refuses the notice %s', async (posting, code) => {
  const id = await openOne();
  expect(await stateAfter('clerk', id, 'proposeGrant', { ...proposal, posting })).toBe(code);
});

test('neither the neighbour nor a post that takes no applications has a part in it', async () => {
  const id = await openOne();
  expect((await desks.page('neighbourDirector', id)).code).toBe('matter.not_found');
  expect((await desks.open('gridWorker', 'benefit-determination', application)).body.code).toBe(
    'opening.not_your_post',
  );
});
