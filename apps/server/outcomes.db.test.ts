import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { verifyData } from '../../tools/verify/verify-data.ts';
import { startDemoServer, type DemoServer } from '../../tests/support/demo-server.ts';
import { at, sitDown, type Desks } from '../../tests/support/desk.ts';
import { procedures } from './procedures.ts';
import { drawVisitsOnce, foldDaysOnce, runTimerOnce } from './timer.ts';

const monday = at('2026-11-16 10:00');
let server: DemoServer;
let desks: Desks;
beforeAll(async () => {
  server = await startDemoServer(monday);
  desks = await sitDown(server);
});
afterAll(() => server.close());
beforeEach(() => server.setNow(monday));

type Raised = { matterId: string; number: string; code: string };
const raise = async (what: string, category: string): Promise<Raised> =>
  (
    await server.ask('POST', '/api/public/requests', {
      body: { commandId: randomUUID(), what, community: '990102001001', place: '3号楼2单元', category },
    })
  ).body;
const join = (number: string, more: object = {}) =>
  server.ask('POST', `/api/public/requests/${number}/join`, { body: { commandId: randomUUID(), ...more } });
const follow = async ({ number, code }: Raised) =>
  (await server.ask('POST', '/api/public/follow', { body: { number, code } })).body;
const say = async ({ number, code }: Raised, step: string, input: object) =>
  server.ask('POST', `/api/public/follow/steps/${step}`, {
    body: { number, code, commandId: randomUUID(), seenSeq: 999, input },
  });
const take = async (key: string, { matterId }: Raised, step: string, input: Record<string, unknown> = {}) =>
  (await desks.take(key, matterId, step, input)).body;
const inHand = async (what = '楼道的声控灯坏了', category = 'lighting') => {
  const raised = await raise(what, category);
  await take('clerk', raised, 'accept');
  return raised;
};
const solved = { reply: '已经换好，当场试过都亮。', witness: '一层住户在场确认' };
const log = {
  error: (fault: { err: unknown }) => {
    throw fault.err;
  },
} as never;

describe('evidence by kind of matter (办结凭证)', () => {
  test('is asked for in the words of the kind, and another kind of evidence does not do', async () => {
    const safety = await inHand('楼道里堆满杂物堵住通道', 'safety');
    const { steps } = await desks.page('clerk', safety.matterId);
    const offer = steps.find(({ step }: { step: string }) => step === 'answerForCheck');
    expect(offer.needs.zh).toBe('同一地点完成后的照片，或办结文书及编号');
    const refused = await take('clerk', safety, 'answerForCheck', solved);
    expect([refused.code, refused.message.zh]).toEqual([
      'evidence.missing',
      '答复“已解决”要有凭证。这类事要有：同一地点完成后的照片，或办结文书及编号。',
    ]);
    const shown = { reply: solved.reply, document: '消防整改复查单第12号' };
    expect((await take('clerk', safety, 'answerForCheck', shown)).state).toBe('checking');
  });
});

describe('a second person’s check (核查)', () => {
  test('waits for others than who answered, who may send it back', async () => {
    const gas = await inHand('厨房闻到燃气味', 'gas');
    const shown = { reply: '更换了软管，检测合格。', document: '入户安检单第88号' };
    expect((await take('clerk', gas, 'answer', shown)).code).toBe('request.needs_check');
    await take('clerk', gas, 'answerForCheck', shown);
    expect((await follow(gas)).plain.zh).toBe('说办好了，正由另一个人去核对');
    const before = await desks.queue('director', 'toCheck');
    expect((await take('clerk', gas, 'confirmCheck', { finding: '自己看过' })).code).toBe('step.not_yours');
    expect((await take('neighbourDirector', gas, 'confirmCheck', { finding: '隔壁看过' })).code).toBe(
      'matter.not_found',
    );
    expect((await take('director', gas, 'sendBackCheck', { reason: '软管还是旧的' })).state).toBe('handling');
    expect(await desks.queue('director', 'toCheck')).toBe(before - 1);
    await take('clerk', gas, 'answerForCheck', shown);
    expect((await take('taskGroupLiaison', gas, 'confirmCheck', { finding: '现场看过了' })).state).toBe('answered');
  });
});

describe('kept on the books (挂账)', () => {
  test('comes back by itself on the day the head chose, and the person is told', async () => {
    const slow = await inHand('小区外墙渗水要大修', 'building');
    const kept = {
      reply: '外墙大修要列入改造计划，眼下没有资金，先做临时防水处理。',
      plan: '已报明年改造计划，等批复。',
      cause: 'needsPlan',
    };
    await take('clerk', slow, 'proposeKeeping', kept);
    const before = {
      handling: await desks.queue('clerk', 'handling'),
      awaiting: await desks.queue('clerk', 'awaiting'),
    };
    const early = await take('director', slow, 'signKeeping', { reviewOn: '2026-11-30' });
    expect([early.code, early.fields.reviewOn.message.zh]).toEqual(['day.out_of_bounds', early.message.zh]);
    expect((await take('director', slow, 'signKeeping', { reviewOn: '2027-11-30' })).message.zh).toBe(
      '日期请选在 2026-12-16 到 2027-11-16 之间。',
    );
    expect((await take('director', slow, 'signKeeping', { reviewOn: '明年' })).fields.reviewOn.code).toBe(
      'field.not_a_day',
    );
    // 2026-12-20 is a Sunday: the matter comes back when the office opens on the Monday after it.
    expect((await take('director', slow, 'signKeeping', { reviewOn: '2026-12-20' })).state).toBe('onBooks');
    // What is on the books stands there alone: nobody works on it, and the person is not asked for anything.
    expect(await desks.queue('clerk', 'onBooks')).toBe(1);
    expect(await desks.queue('clerk', 'handling')).toBe(before.handling);
    expect(await desks.queue('clerk', 'awaiting')).toBe(before.awaiting);
    const page = await follow(slow);
    expect([page.outcome, page.timeline.at(-1).sentence.zh]).toEqual([
      'keptOnBooks',
      expect.stringContaining('到 2026年12月20日 自动回来再办'),
    ]);
    server.setNow(at('2026-12-21 08:29'));
    await runTimerOnce(server.ground, log);
    expect((await follow(slow)).state).toBe('onBooks');
    server.setNow(at('2026-12-21 09:05'));
    await runTimerOnce(server.ground, log);
    const back = await follow(slow);
    expect([back.state, back.outcome, back.reopenings]).toEqual(['handling', null, 0]);
    expect(back.timeline.at(-1).sentence.zh).toBe('挂账到期复查，重新办理。');
  });

  test('is no way to put off for ever: after the third time it has to be answered', async () => {
    const slow = await inHand('健身器材旧了想换新', 'other');
    const kept = {
      reply: '更换器材要等资金，眼下还没有这笔钱，先把坏的停用。',
      plan: '等明年的资金批下来再换。',
      cause: 'noFunds',
    };
    for (const _ of [1, 2, 3]) {
      await take('clerk', slow, 'proposeKeeping', kept);
      await take('director', slow, 'signKeeping', { reviewOn: '2027-01-04' });
      await take('clerk', slow, 'review');
    }
    await take('clerk', slow, 'proposeKeeping', kept);
    const refused = await take('director', slow, 'signKeeping', { reviewOn: '2027-01-04' });
    expect([refused.code, refused.message.zh]).toEqual(['step.used_up', expect.stringContaining('最多办 3 次')]);
  });
});

describe('"this is mine too" (附议) and matters reported twice', () => {
  test('gives a neighbour a number and code, ties both timelines, and joins once for the same command', async () => {
    const main = await inHand('三号楼的电梯门夹人', 'property');
    const commandId = randomUUID();
    const [one, again] = [
      await join(main.number, { commandId }),
      await join(main.number, { commandId, words: '我家也是' }),
    ];
    expect([one.status, again.body.number]).toEqual([200, one.body.number]);
    const own: Raised = one.body;
    expect((await desks.page('clerk', main.matterId)).support.joined).toBe(1);
    expect((await desks.page('clerk', main.matterId)).timeline.at(-1).sentence.zh).toBe(
      `一位邻居附议：这也是自己的事（${own.number}）。`,
    );
    const page = await follow(own);
    expect([page.outcome, page.joined.number, page.timeline.at(-1).sentence.zh]).toEqual([
      'joined',
      main.number,
      expect.stringContaining(`已附议 ${main.number}`),
    ]);
    expect((await server.ask('GET', `/api/public/requests/${main.number}`)).body.joined).toBe(1);
    expect((await follow(main)).links[0].title).toBe(null); // another's matter stays another's
  });

  test('asks the neighbours at the end, keeps what they say, and a denial calls for a check', async () => {
    const main = await inHand('楼前的路灯一直不亮', 'lighting');
    const [first, second]: Raised[] = [(await join(main.number)).body, (await join(main.number)).body];
    expect((await say(first!, 'neighbourSays', { solved: 'yes' })).body.code).toBe('step.not_in_this_state');
    await take('clerk', main, 'answer', solved);
    const asked = await follow(first!);
    expect([asked.steps.map(({ step }: { step: string }) => step), asked.joined.answer]).toEqual([
      ['neighbourSays'],
      solved.reply,
    ]);
    expect(JSON.stringify(asked)).not.toContain('楼前的路灯'); // nothing the asker wrote
    expect((await say(first!, 'neighbourSays', { solved: 'yes' })).body.state).toBe('answered');
    expect((await say(first!, 'neighbourSays', { solved: 'no' })).body.code).toBe('supporter.said_already');
    await say(main, 'rate', { solved: 'yes', rating: 5 });
    expect((await say(second!, 'neighbourSays', { solved: 'no', words: '后半段还是黑的' })).body.state).toBe(
      'checking',
    );
    const page = await desks.page('director', main.matterId);
    expect([page.support, page.reopenings, page.outcome]).toEqual([
      { joined: 2, confirmed: 1, denied: 1 },
      1,
      'solved',
    ]);
    expect(page.timeline.at(-1).words).toEqual([
      expect.objectContaining({ text: '后半段还是黑的', visible: 'internal' }),
    ]);
    expect((await follow(main)).timeline.at(-1).words).toEqual([]);
    expect((await take('director', main, 'sendBackCheck', { reason: '后半段确实没亮' })).state).toBe('handling');
  });

  test('merges what was reported twice; its reporter follows on with their own code', async () => {
    const main = await inHand('化粪池堵了往外冒', 'water');
    const twice = await raise('我们楼下化粪池又冒水了', 'water');
    const supporter: Raised = (await join(main.number)).body;
    const merge = (one: Raised, into: string) =>
      take('clerk', one, 'markDuplicate', { into, reply: '和邻居反映的是同一处，合在一起办。' });
    expect((await merge(twice, twice.number)).code).toBe('link.to_itself');
    expect((await merge(twice, '2611-00001-1')).fields.into.code).toBe('field.not_a_number');
    expect((await merge(twice, supporter.number)).code).toBe('link.ended');
    expect((await merge(twice, main.number)).state).toBe('joined');
    expect((await merge(twice, main.number)).code).toBe('step.not_in_this_state');
    expect((await follow(twice)).joined.number).toBe(main.number);
    // Merged on: whoever joined in the first now follows the last.
    const last = await inHand('整条街的下水都不通', 'water');
    expect(
      (await take('clerk', main, 'mergeInto', { into: last.number, reply: '整条街一起修，并过去办。' })).state,
    ).toBe('joined');
    expect((await merge(last, main.number)).code).toBe('link.ended');
    for (const one of [twice, supporter, main]) expect((await follow(one)).joined.number).toBe(last.number);
    expect((await desks.page('clerk', last.matterId)).support.joined).toBe(3);
    expect((await join(main.number)).body.code).toBe('request.not_open_to_join');
  });

  test('two clerks who merge two matters into each other at once end one of them, not both', async () => {
    const [a, b] = [await inHand('东门岗亭坏了', 'other'), await inHand('东门的岗亭坏了没人修', 'other')];
    const merge = (key: string, one: Raised, other: Raised) =>
      take(key, one, 'markDuplicate', { into: other.number, reply: '和另一件是同一处，合在一起办。' });
    const answers = await Promise.all([merge('clerk', a, b), merge('director', b, a)]);
    expect(answers.map(({ state, code }) => state ?? code).sort()).toEqual(['joined', 'link.ended']);
  });

  test('ties a part to a whole without ending it, and never in a circle', async () => {
    const [part, whole] = [await inHand('一单元门禁失灵', 'property'), await inHand('整栋楼门禁要更新', 'property')];
    expect((await take('clerk', part, 'linkWhole', { into: whole.number })).state).toBe('handling');
    expect((await take('clerk', whole, 'linkWhole', { into: part.number })).code).toBe('link.circle');
    const { links, timeline } = await desks.page('clerk', whole.matterId);
    expect(links).toMatchObject([{ kind: 'partOf', isAhead: false, number: part.number }]);
    expect(timeline.at(-1).sentence.zh).toBe(`${part.number} 列为这件事的一部分。`);
  });

  test('is nothing to a neighbouring community: its number is unknown there', async () => {
    const own = await inHand('树枝挡住路灯', 'greening');
    const theirs = (
      await server.ask('POST', '/api/public/requests', {
        body: {
          commandId: randomUUID(),
          what: '树枝挡住路灯了',
          community: '990102001002',
          place: '南门',
          category: 'greening',
        },
      })
    ).body;
    const refused = await take('neighbourDirector', theirs, 'markDuplicate', {
      into: own.number,
      reply: '和那边是同一件事。',
    });
    expect(refused.code).toBe('link.no_such_matter');
  });
});

describe('the first answer and the one that stands', () => {
  test('are counted apart, and a reopening takes nothing back', async () => {
    const figures = async () => (await desks.ask('director', 'GET', '/api/procedures/resident-request/answers')).body;
    const of = (all: { outcomes: { outcome: string }[] }, outcome: string) =>
      all.outcomes.find((one) => one.outcome === outcome) ?? { first: 0, final: 0 };
    const before = await figures();
    const one = await inHand('公厕没人打扫', 'waste');
    await take('clerk', one, 'answer', solved);
    await say(one, 'rate', { solved: 'no', rating: 1, why: 'notSolved' });
    const after = await figures();
    const [was, is] = [of(before, 'solved'), of(after, 'solved')] as { first: number; final: number }[];
    expect([is!.first - was!.first, is!.final - was!.final]).toEqual([1, 0]);
    expect([after.reopened - before.reopened, after.reopenings - before.reopenings]).toEqual([1, 1]);
    // Said to be solved again, it waits for somebody else to look: the person has not been told, so nothing stands.
    expect((await take('clerk', one, 'answerForCheck', solved)).state).toBe('checking');
    expect(of(await figures(), 'solved')).toEqual(is);
    expect(after.unheld).toEqual([]);
    expect((await desks.ask('gridWorker', 'GET', '/api/procedures/resident-request/answers')).status).toBe(403);
  });
});

describe('the return visit (回访)', () => {
  test('is drawn from the published digest, recorded, and found out when somebody meddles', async () => {
    const settled: Raised[] = [];
    for (const what of ['路灯一盏不亮', '路灯两盏不亮', '路灯三盏不亮']) {
      const one = await inHand(what, 'lighting');
      // The neighbour was asked and declined: that it may still read the matter gives it no visit to make.
      await take('clerk', one, 'transfer', { body: desks.bodyIdOf('neighbourDirector'), reason: '灯在那边的院子里' });
      await take('neighbourDirector', one, 'refuse', { reason: '灯杆在星井社区这边' });
      await take('clerk', one, 'answer', solved);
      await say(one, 'rate', { solved: 'yes', rating: 5 });
      settled.push(one);
    }
    server.setNow(at('2026-11-17 09:00'));
    await foldDaysOnce(server.ground);
    expect(await drawVisitsOnce(server.ground)).toBe(1);
    expect(await drawVisitsOnce(server.ground)).toBe(0);
    const file = (await server.ask('GET', '/trust/visits-2026-11-16.json')).body;
    const digests = (await server.ask('GET', '/trust/digests.json')).body.digests;
    expect(file.seed).toBe(digests.find(({ day }: { day: string }) => day === '2026-11-16').digest);
    const drawn = file.candidates.filter((one: { drawn: boolean }) => one.drawn);
    expect([file.candidates.length >= 3, drawn.length]).toEqual([true, 1]);
    expect(await desks.queue('director', 'toVisit')).toBe(1);
    expect(await desks.queue('clerk', 'toVisit')).toBe(0); // who answered does not ask how it was
    for (const key of ['neighbourDirector', 'gridWorker', 'departmentClerk'])
      expect(await desks.queue(key, 'toVisit'), key).toBe(0);
    expect(await desks.queue('taskGroupLiaison', 'toVisit')).toBe(1);

    const { rows } = (await desks.ask('director', 'GET', '/api/matters?queue=toVisit')).body;
    const one = { matterId: rows[0].id } as Raised;
    expect(rows[0].number).toBe(drawn[0].number);
    expect((await verifyData(server.ground.db, at('2026-11-17 09:05'))).fits).toBe(true);
    expect((await take('clerk', one, 'recordVisit', { found: 'solved' })).code).toBe('step.not_yours');
    expect((await take('director', one, 'recordVisit', { found: 'unsolved', words: '说又灭了' })).state).toBe(
      'handling',
    );
    expect(await desks.queue('director', 'toVisit')).toBe(0);

    const other = settled.find(({ matterId }) => matterId !== one.matterId)!;
    const page = await desks.page('director', other.matterId);
    expect(page.steps.map(({ step }: { step: string }) => step)).not.toContain('recordVisit');
    expect((await take('director', other, 'recordVisit', { found: 'solved' })).code).toBe('visit.not_drawn');

    const owner = new pg.Client({ connectionString: server.databaseUrl });
    await owner.connect();
    await owner.query('update matters.visit_candidates set drawn = not drawn');
    const found = await verifyData(server.ground.db, at('2026-11-17 09:05'));
    await owner.query('update matters.visit_candidates set drawn = not drawn');
    await owner.query(`update matters.visit_candidates set number = '2611-99999-0' where drawn`);
    const missing = await verifyData(server.ground.db, at('2026-11-17 09:05'));
    await owner.query(`update matters.visit_candidates set number = $1 where drawn`, [rows[0].number]);
    await owner.end();
    expect([found.fits, found.lines[1]]).toEqual([
      false,
      expect.stringContaining('2026-11-16：回访抽中的事项和按规则重算的不同'),
    ]);
    expect([missing.fits, missing.lines[1]]).toEqual([
      false,
      expect.stringContaining('2026-11-16：回访抽样的名单和首次记入当天摘要的办结事项对不上'),
    ]);
  });
});

test('a request that was opened under version 1 runs out under it, beside those of version 2', async () => {
  const first = procedures.find(({ id, version }) => id === 'resident-request' && version === 1)!;
  const opening = ['2026-11-16 09:05', 'clerk', 'clerk', { what: '老版本里反映的事' }] as const;
  const old = await desks.play(
    first,
    opening,
    [['2026-11-16 09:10', 'accept', 'clerk']],
    '2026-11-16 09:20',
    'taskGroupLead',
  );
  const one = { matterId: old.id } as Raised;
  const page = await desks.page('clerk', old.id);
  expect([page.procedure.version, page.state]).toEqual([1, 'handling']);
  const steps = page.steps.map(({ step }: { step: string }) => step);
  expect([steps.includes('answer'), steps.includes('answerForCheck')]).toEqual([true, false]);
  expect((await take('clerk', one, 'answer', { reply: solved.reply })).code).toBe('request.solved_needs_evidence');
  const noted = { reply: solved.reply, evidenceNote: '一层住户在场确认' };
  expect((await take('clerk', one, 'answer', noted)).state).toBe('answered');
  expect((await desks.page('clerk', (await inHand()).matterId)).procedure.version).toBe(2);
});

test('neighbours of a request that runs out under version 1 are asked too; what they say is kept and told', async () => {
  server.setNow(at('2026-10-20 10:00'));
  const main = await inHand('后门的路灯一直不亮', 'lighting');
  server.setNow(monday);
  const [one, two]: Raised[] = [(await join(main.number)).body, (await join(main.number)).body];
  expect((await say(one!, 'neighbourSays', { solved: 'yes' })).body.code).toBe('step.not_in_this_state');
  await take('clerk', main, 'answer', { reply: solved.reply, evidenceNote: '一层住户在场确认' });
  expect((await desks.page('clerk', main.matterId)).procedure.version).toBe(1);
  const asked = (await follow(one!)).steps.map(({ step }: { step: string }) => step);
  expect(asked).toEqual(['neighbourSays']);
  expect((await say(one!, 'neighbourSays', { solved: 'yes' })).body.state).toBe('answered');
  expect((await say(two!, 'neighbourSays', { solved: 'no', words: '后半段还是黑的' })).body.state).toBe('answered');
  expect((await say(two!, 'neighbourSays', { solved: 'no' })).body.code).toBe('supporter.said_already');
  const page = await desks.page('clerk', main.matterId);
  expect([page.support, page.timeline.at(-1).words[0].text]).toEqual([
    { joined: 2, confirmed: 1, denied: 1 },
    '后半段还是黑的',
  ]);
  const { notices } = (await desks.ask('director', 'GET', '/api/notices')).body;
  const told = notices.filter((notice: { matterId: string }) => notice.matterId === main.matterId);
  expect(told[0].sentence.zh).toBe('有新进展：邻居说解决没有');
});

test('an open matter that nobody holds is named by verify (无人承办)', async () => {
  const one = await inHand('井盖松了', 'road');
  const owner = new pg.Client({ connectionString: server.databaseUrl });
  await owner.connect();
  const why = async (change: string, back: string) => {
    await owner.query(change, [one.matterId]);
    const { lines } = await verifyData(server.ground.db, monday);
    await owner.query(back, [one.matterId]);
    return lines.findLast((line) => line.includes(`事项 ${one.number}：`))?.split('\n')[0];
  };
  const ofMatter = `update matters.clocks set ended_at = started_at, ending = 'dropped' where matter_id = $1 and ended_at is null`;
  expect(
    await why(
      ofMatter,
      `update matters.clocks set ended_at = null, ending = null where matter_id = $1 and ending = 'dropped'`,
    ),
  ).toBe(`事项 ${one.number}：没有一个时限在走。`);
  const gone = `update matters.matters set holder_body_id = '019f0000-0000-7000-8000-000000000000' where id = $1`;
  const { rows } = await owner.query('select holder_body_id as id from matters.matters where id = $1', [one.matterId]);
  expect(await why(gone, `update matters.matters set holder_body_id = '${rows[0].id}' where id = $1`)).toBe(
    `事项 ${one.number}：承办单位不存在。`,
  );
  const ended = `update bodies.appointments set to_on = '2026-11-01' where $1::uuid is not null and post_id in (select p.id from bodies.posts p join matters.matters m on m.holder_body_id = p.body_id where m.id = $1)`;
  await owner.query(ended, [one.matterId]);
  const { lines, fits, isHeld } = await verifyData(server.ground.db, monday);
  await owner.query(ended.replace(`'2026-11-01'`, 'null'), [one.matterId]);
  await owner.end();
  expect([fits, isHeld, lines.at(-1)]).toEqual([
    true,
    false,
    expect.stringContaining('承办单位今天没有一个在岗的人。'),
  ]);
});
