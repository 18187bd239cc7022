import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDemoServer, type DemoServer } from '../../tests/support/demo-server.ts';
import { at, sitDown, type Desks } from '../../tests/support/desk.ts';
import { runTimerOnce } from './timer.ts';

const here = '990102001001';
let server: DemoServer;
let desks: Desks;
beforeAll(async () => {
  server = await startDemoServer(at('2026-12-02 10:00'));
  desks = await sitDown(server);
});
afterAll(() => server.close());

const raise = async (wantsPublic = true) => {
  const body = { commandId: randomUUID(), what: '整条巷子晚上都黑', community: here, place: '3号楼', wantsPublic };
  return (await server.ask('POST', '/api/public/requests', { body })).body as { matterId: string; number: string };
};
const read = async (path: string) => (await server.ask('GET', path)).body as string;
const pathOf = async (words: string): Promise<string> => {
  const list = await read(`/communities/${here}/disclosures`);
  const row = list.split('<li>').find((one) => one.includes(words)) ?? '';
  return /href="([^"]+)"/.exec(row)?.[1] ?? '';
};
const post = (path: string, form: Record<string, string>) =>
  server.app.inject({
    method: 'POST',
    url: path,
    headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(form).toString(),
  });
const notice = '这条巷子的灯 12 月 5 日前换完，联系人：王小明 13800001111。';

test('a public answer stands on the page of the community, leads to its matter and back, and is masked', async () => {
  const raised = await raise();
  await desks.take('director', raised.matterId, 'accept');
  expect(
    (await desks.take('director', raised.matterId, 'answerPublicly', { publicAnswer: notice })).body.code,
  ).toBeUndefined();
  const path = await pathOf('12 月 5 日前换完');
  const page = await read(path);
  expect(page).toContain(`href="/see/${raised.number}"`);
  expect(page).not.toMatch(/13800001111|王小明/);
  expect(await read(`/see/${raised.number}`)).toContain(`${path}#questions`);
});

test('of a matter that its reporter keeps private the answer is read, and its number is not', async () => {
  const raised = await raise(false);
  await desks.take('director', raised.matterId, 'accept');
  await desks.take('director', raised.matterId, 'answerPublicly', { publicAnswer: '本周五停水检修，请大家提前存水。' });
  const page = await read(await pathOf('本周五停水检修'));
  expect([page.includes('本周五停水检修'), page.includes(raised.number)]).toEqual([true, false]);
});

test('a body from outside the community that has the matter answers everybody on the community’s page', async () => {
  const raised = await raise();
  await desks.take('director', raised.matterId, 'accept');
  const body = desks.bodyIdOf('neighbourDirector');
  await desks.take('director', raised.matterId, 'transfer', { body, reason: '这盏灯在隔壁社区' });
  await desks.take('neighbourDirector', raised.matterId, 'accept');
  const done = await desks.take('neighbourDirector', raised.matterId, 'answerPublicly', {
    publicAnswer: '隔壁社区的电箱坏了，两个社区一起修。',
  });
  expect([done.status, (await pathOf('隔壁社区的电箱')) !== '']).toEqual([200, true]);
});

test('a question under a notice waits in sight at once, lies in the queue of who gave it, is public with its answer and never taken off', async () => {
  const path = await pathOf('12 月 5 日前换完');
  const before = await desks.queue('director', 'open');
  const short = await post(`${path}/questions`, { commandId: randomUUID(), what: '啥' });
  expect([short.statusCode, short.body.includes('啥')]).toEqual([422, true]);
  const order = { commandId: randomUUID(), what: '二号楼那边也换吗？我叫张桂芳，电话 13912345678。' };
  const sent = await post(`${path}/questions`, order);
  expect((await post(`${path}/questions`, order)).headers.location).toBe(sent.headers.location);
  expect(await desks.queue('director', 'open')).toBe(before + 1);

  const page = await read(String(sent.headers.location).replace('#questions', ''));
  expect(page).toContain('收到了，编号');
  expect(page).not.toContain('二号楼那边也换吗？');
  expect(page).toContain('有人提了一个问题，和回答一起公开');
  expect(page).not.toMatch(/13912345678|张桂芳/);
  expect(page).toContain('还没有回答');
  expect(page).toMatch(/负责人.+在 .*12.*7.* 前回答/); // three working days: Monday the 7th
  const number = /asked=([^#&]+)/.exec(String(sent.headers.location))?.[1] ?? '';
  const { rows } = (await desks.ask('director', 'GET', '/api/matters?queue=open&limit=100')).body;
  const { id } = rows.find((one: { number: string }) => one.number === number);
  expect(
    (await desks.take('neighbourDirector', id, 'answer', { answer: '二号楼也在这一批里，同一天换。' })).status,
  ).toBe(404);

  const under = (key: string) => desks.ask(key, 'GET', `/api/notice-questions/${id}/notice`);
  expect((await under('director')).body).toMatchObject({
    id: path.split('/').at(-1),
    community: here,
    words: expect.stringContaining('12 月 5 日前换完'),
  });
  expect((await under('neighbourDirector')).body.code).toBe('matter.not_found');
  expect(page).not.toMatch(/<h1>[^<]*\d{4}-\d\d-\d\d/);

  const look = (key: string, answer: string, hide: string) =>
    desks.ask(key, 'POST', `/api/notice-questions/${id}/preview`, { answer, hide });
  const looked = (await look('director', '请打 13800001111，联系人：王小明。', '张桂芳、李四维')).body;
  expect(`${looked.question} ${looked.answer}`).not.toMatch(/张|桂芳|13912345678|13800001111|小明/);
  expect(looked.kept.map(({ words }: { words: string }) => words)).toEqual(['李四维']);
  expect((await look('neighbourDirector', '', '')).body.code).toBe('matter.not_found');

  server.setNow(at('2026-12-09 10:00'));
  const failing = { error: (fault: { err: unknown }) => Promise.reject(fault.err) } as never;
  await runTimerOnce(server.ground, failing);
  expect((await desks.page('director', id)).timeline.map(({ kind }: { kind: string }) => kind)).toContain(
    'clockMissed',
  );

  await desks.take('director', id, 'answer', { answer: '二号楼也在这一批里，同一天换。' });
  await desks.take('director', id, 'revise', { reason: '材料晚到，日期有变' });
  await desks.take('director', id, 'answer', { answer: '更正：二号楼改到 12 月 8 日换，材料晚到。' });
  const answered = await read(path);
  expect(answered).toContain('同一天换');
  expect(answered).toContain('二号楼那边也换吗？');
  expect(answered).not.toMatch(/13912345678|张桂芳/);
  expect(answered).toContain('补充或更正');
  expect((await post(`/communities/${here}/disclosures/${randomUUID()}/questions`, order)).statusCode).toBe(404);
});

test('a notice is published from the desk about a matter or a project, and corrected by a later one under which the questions stay', async () => {
  const raised = await raise();
  const send = async (more: object, words: string) => {
    const draft = { words, rows: [] };
    const { seen } = (await desks.ask('director', 'POST', '/api/disclosures/preview', draft)).body;
    const wish = { commandId: randomUUID(), item: 'publicNotice', period: '2026-12-02', ...draft, fileId: null, seen };
    return (await desks.ask('director', 'POST', '/api/disclosures', { ...wish, corrects: null, reason: '', ...more }))
      .body;
  };
  const words = '老旧管网改造十二月动工，分三段施工。';
  expect((await send({ about: '202612-999999-X' }, words)).fields.about.code).toBe('disclosure.no_such_matter');
  expect((await send({ about: raised.number, item: 'progress', period: '2026-Q4' }, words)).fields.about.code).toBe(
    'disclosure.about_notice_only',
  );
  const first = await send({ about: raised.number }, words);
  const path = `/communities/${here}/disclosures`;
  await post(`${path}/${first.id}/questions`, { commandId: randomUUID(), what: '请问哪一段先挖？' });
  const second = await send({ corrects: first.id, reason: '工期有变动' }, '老旧管网改造一月动工，分两段施工。');
  const page = await read(`${path}/${second.id}`);
  expect(page).toContain('有人提了一个问题');
  expect(page).toContain('工期有变动');
  expect(await read(`${path}/${first.id}`)).toContain('十二月动工');
});
