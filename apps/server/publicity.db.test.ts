import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyTimelines } from '../../modules/matters/index.ts';
import { inTransaction } from '../../platform/db/transaction.ts';
import { areaScope } from '../../platform/work.ts';
import { startDemoServer, type DemoServer } from '../../tests/support/demo-server.ts';
import { at, sitDown, type Desks } from '../../tests/support/desk.ts';

let server: DemoServer;
let desks: Desks;
beforeAll(async () => {
  server = await startDemoServer(at('2026-11-16 10:00'));
  desks = await sitDown(server);
});
afterAll(() => server.close());

let raised = 0;
const raise = async (over: object = {}) => {
  raised += 1;
  const what = '三楼外号麻杆儿的人天天半夜唱歌，电话13800001111，希望有人来管管。';
  const phone = `1390000${String(raised).padStart(4, '0')}`;
  const body = { commandId: randomUUID(), what, community: '990102001001', place: '3号楼', phone, ...over };
  return (await server.ask('POST', '/api/public/requests', { body })).body as Record<
    'matterId' | 'number' | 'code',
    string
  >;
};
const shown = async (number: string) => (await server.ask('GET', `/api/public/requests/${number}`)).body;
const facts = async (key: string, id: string) => (await desks.ask(key, 'GET', `/api/requests/${id}`)).body;
const mask = (key: string, id: string, words: string, commandId = randomUUID()) =>
  desks.ask(key, 'POST', `/api/requests/${id}/masks`, { commandId, words, kind: 'name' });
const object = ({ number, code }: { number: string; code: string }, reason: string, commandId = randomUUID()) =>
  server.ask('POST', '/api/public/follow/objection', { body: { number, code, commandId, reason } });
const decide = (key: string, id: string, decision: string, reason: string) =>
  desks.ask(key, 'POST', `/api/requests/${id}/objection`, { commandId: randomUUID(), decision, reason });
const followed = async ({ number, code }: { number: string; code: string }) =>
  (await server.ask('POST', '/api/public/follow', { body: { number, code } })).body;

test('a worker sees what will be public before it is, and masks more; the original stays', async () => {
  const request = await raise();
  const { matterId, number } = request;
  const before = await facts('clerk', matterId);
  expect(before.public).toBeNull();
  expect(before.publicity.preview.body).toContain('电话*******');
  const commandId = randomUUID();
  expect((await mask('clerk', matterId, '麻杆儿', commandId)).body).toEqual({ repeated: false });
  expect((await mask('clerk', matterId, '麻杆儿', commandId)).body).toEqual({ repeated: true });
  expect((await mask('clerk', matterId, '没有这几个字')).body.code).toBe('mask.not_there');
  expect((await mask('neighbourDirector', matterId, '半夜')).body.code).toMatch(/not_found|not_yours/);
  await desks.take('clerk', matterId, 'accept');
  expect((await shown(number)).body).toBe('三楼外号***的人天天半夜唱歌，电话*******，希望有人来管管。');
  expect((await shown(number)).title).not.toContain('麻杆儿');
  const page = await desks.page('clerk', matterId);
  expect(page.timeline[0].words[0].text).toContain('麻杆儿');
  expect((await followed(request)).publicity).toMatchObject({ isPublic: true, masked: ['name'], object: null });

  const reply = '已经上门劝过，麻杆儿和王建国都答应十点后不唱了。';
  const preview = await desks.ask('clerk', 'POST', `/api/requests/${matterId}/public/preview`, { draft: { reply } });
  expect(preview.body).toEqual({ answer: '已经上门劝过，***和王**都答应十点后不唱了。' });
});

test('whoever asked objects: it is off at once, the head decides with a reason, and they are told', async () => {
  const request = await raise();
  const { matterId, number } = request;
  await desks.take('clerk', matterId, 'accept');
  expect((await object(request, '')).body.fields.reason.code).toBe('field.required');
  const commandId = randomUUID();
  expect((await object(request, '邻居一看就知道是我', commandId)).body).toEqual({ repeated: false });
  expect((await object(request, '邻居一看就知道是我', commandId)).body).toEqual({ repeated: true });
  expect((await object(request, '再说一次')).body.code).toBe('objection.open');
  expect((await shown(number)).code).toBe('request.not_found');
  await desks.take('clerk', matterId, 'note', { note: '上门看过' });
  expect((await shown(number)).code).toBe('request.not_found');

  const open311 = (path: string) => server.ask('GET', `/open311/v2/${path}`);
  expect((await open311(`requests/${number}.json`)).status).toBe(404);
  expect((await open311(`requests/${number}/updates.json`)).body).not.toContainEqual(
    expect.objectContaining({ service_request_id: number }),
  );

  expect((await decide('clerk', matterId, 'shownAgain', '没有个人信息')).body.code).toBe('objection.not_yours');
  expect((await decide('director', matterId, 'shownAgain', '')).body.code).toBe('input.fields');
  expect((await decide('director', matterId, 'shownAgain', '名字已经遮去，留下的只是事情')).status).toBe(200);
  expect((await shown(number)).number).toBe(number);
  const again = await followed(request);
  expect(again.publicity.objection.decision).toBe('shownAgain');
  const said = again.timeline.filter(({ kind }: { kind: string }) => kind === 'publicity');
  expect(said.map(({ words }: { words: { text: string }[] }) => words[0]?.text)).toEqual([
    '邻居一看就知道是我',
    '名字已经遮去，留下的只是事情',
  ]);
  expect(said[0].sentence.zh).toContain('公开稿已经撤下');

  await object(request, '还是不愿意');
  await decide('director', matterId, 'keptOff', '尊重本人意见');
  expect((await shown(number)).code).toBe('request.not_found');
  expect((await object(request, '又一次')).body.code).toBe('objection.kept_off');
  const notices = (await desks.ask('director', 'GET', '/api/notices')).body;
  expect(JSON.stringify(notices)).toContain('反映人不同意公开');
});

test('nobody objects to what was never to be public, nor without the code', async () => {
  const request = await raise({ wantsPublic: false });
  expect((await object(request, '不要公开')).body.code).toBe('objection.not_public');
  expect((await object({ ...request, code: 'ZZZZZZZZ' }, '不要公开')).body.code).toBe('follow.wrong_code');
  const preview = await desks.ask('clerk', 'POST', `/api/requests/${request.matterId}/public/preview`, { draft: {} });
  expect(preview.body).toEqual({ answer: null });
});

test('what stands on the timelines of these matters still verifies', async () => {
  const occasion = { districtId: server.ground.districtId, now: server.ground.clock(), scope: areaScope('') };
  const actor = { kind: 'system', name: 'timer' } as const;
  const { misfits } = await inTransaction(server.ground.db, { ...occasion, actor }, (work) => verifyTimelines(work));
  expect(misfits).toEqual([]);
});
