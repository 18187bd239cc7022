import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { findMatterIdByNumber } from '../../modules/matters/index.ts';
import { makeClient } from '../../modules/openness/index.ts';
import { inTransaction } from '../../platform/db/transaction.ts';
import { areaScope } from '../../platform/work.ts';
import { at, sitDown, type Desks } from '../../tests/support/desk.ts';
import { startDemoServer, type DemoServer } from '../../tests/support/demo-server.ts';
import { lookAtSystems, sendHandoffs } from '../../modules/partners/index.ts';
import { openTheirSystem, type TheirSystem } from '../../tests/support/their-system.ts';
import { exchangeOf } from './exchange.ts';

const water = '01900000-0000-7000-8004-100000000001';
const heating = '01900000-0000-7000-8004-100000000002';
const codes = { water: '17', otherwise: '99' };
const leak = { body: water, task: '三号楼门口水管漏水，请来修', spot: '三号楼二单元门口' };
/** Earlier than any later test, so that what is due is due. */
let clock = at('2026-11-27 09:00');
const later = (minutes: number) => {
  clock = new Date(clock.getTime() + minutes * 60_000);
  server.setNow(clock);
};

let server: DemoServer;
let desks: Desks;
let theirs: TheirSystem;
beforeAll(async () => {
  server = await startDemoServer(clock);
  desks = await sitDown(server);
  theirs = await openTheirSystem();
  await connect({});
});
afterAll(async () => {
  await theirs.close();
  await server.close();
});
beforeEach(() => later(30));

type Wish = Partial<Record<'bodyId' | 'address' | 'key' | 'format' | 'jurisdiction', string>> & { codes?: object };
const connect = (wish: Wish, who = 'dispatchLead') =>
  desks.ask(who, 'POST', '/api/partners/connections', {
    bodyId: water,
    address: theirs.address,
    key: 'their-key',
    format: 'json',
    codes,
    ...wish,
  });
/** Only a system that never answers is not waited for. */
const send = (timeoutMs = 15_000) => sendHandoffs({ ...exchangeOf(server.ground), timeoutMs });
const look = () => lookAtSystems(exchangeOf(server.ground));
const IMPATIENT_MS = 400;

const raise = async (category = 'water', place = '三号楼') => {
  const { matterId } = (
    await desks.ask('clerk', 'POST', '/api/requests', {
      commandId: randomUUID(),
      what: '三号楼门口一直漏水，电话 13912345678，我叫韦大力',
      photos: [],
      community: '990102001001',
      place,
      category,
      phone: '13912345678',
      wantsPublic: true,
      channel: 'counter',
    })
  ).body as { matterId: string };
  await desks.take('director', matterId, 'accept', {});
  return matterId;
};
const hand = async (input: object = leak, matterId?: string) => {
  const main = matterId ?? (await raise());
  const answer = await desks.take('director', main, 'askOutside', { ...input });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  const { tasks } = await desks.page('director', main);
  return { main, task: tasks.at(-1).id as string };
};
const stateOf = async (task: string) => (await desks.page('director', task)).state as string;
const roundsOf = async (task: string, who = 'director') =>
  (await desks.ask(who, 'GET', `/api/partners/handoffs/${task}`)).body;
const stepsOf = async (task: string): Promise<(string | null)[]> =>
  (await desks.page('director', task)).timeline.map(({ step }: { step: string | null }) => step);

test('what is asked goes to their system once, with words, place and number, and nothing of the person', async () => {
  const { main, task } = await hand();
  expect(await stateOf(task)).toBe('asked');
  expect(await send()).toBe(1);
  expect(await send()).toBe(0);
  const { number } = await desks.page('director', task);
  const report = theirs.reports.at(-1)!;
  expect(Object.keys(report).toSorted()).toEqual([
    'address_string',
    'api_key',
    'description',
    'idempotencyKey',
    'service_code',
  ]);
  expect(report).toMatchObject({ api_key: 'their-key', service_code: '17' });
  expect(report['description']).toContain('三号楼门口水管漏水，请来修');
  expect(report['description']).toContain(number);
  expect(report['address_string']).toMatch(/^栖川区.+社区三号楼二单元门口$/);
  expect(JSON.stringify(report)).not.toMatch(/13912345678|韦大力|一直漏水/);
  expect(await stateOf(task)).toBe('working');
  expect((await roundsOf(task)).handoffs).toMatchObject([{ state: 'sent', reference: 'W-1', attempts: 1 }]);
  const page = await desks.page('director', main);
  expect([page.holder.body.id, page.state]).toEqual([desks.bodyIdOf('director'), 'handling']);
});

test('left empty, the place is that of the matter, without who lives there', async () => {
  const main = await raise('water', '3 号楼 2 单元 501，王大爷家，13912345678');
  await hand({ body: water, task: '水压太小，请来看看' }, main);
  await send();
  expect(theirs.reports.at(-1)!['address_string']).toMatch(/社区3 号楼 2 单元 501，某大爷家，\*+$/);
});

test('a building of the register goes with its point, to the metre', async () => {
  const { db, districtId } = server.ground;
  const timer = { districtId, now: clock, actor: { kind: 'system', name: 'timer' }, scope: areaScope('') } as const;
  const doors = await inTransaction(db, timer, (work) =>
    work.db.selectFrom('territory.addresses').selectAll().where('community_code', '=', '990102001001').execute(),
  );
  const above = (code: string | null) => doors.find((one) => one.code === code);
  const door = doors.find(({ kind, lat }) => kind === 'stairwell' && lat !== null);
  const building = above(door?.parent_code ?? null);
  const estate = above(building?.parent_code ?? null);
  if (!door || !building || !estate) throw new Error('the demo register has no door with a point');
  await hand({ ...leak, spot: `${estate.name}${building.name}${door.name}` });
  await hand({ ...leak, spot: '北边那条小路' });
  await send();
  const [known, unknown] = theirs.reports.slice(-2);
  expect(known).toMatchObject({ lat: door.lat?.toFixed(5), long: door.lon?.toFixed(5) });
  expect(unknown).not.toHaveProperty('lat');
});

test('news comes back once; closed there is not done here, until whoever asked has looked', async () => {
  const { main, task } = await hand();
  await send();
  const { reference } = (await roundsOf(task)).handoffs[0];
  theirs.says(reference, 'open', '已派人 <b>抢修</b>');
  later(11);
  expect(await look()).toBe(1);
  expect(await look()).toBe(0);
  later(11);
  await look();
  expect((await stepsOf(task)).filter((step) => step === 'news')).toHaveLength(1);
  theirs.says(reference, 'closed', '水管已换');
  later(11);
  await look();
  expect(await stateOf(task)).toBe('reported');
  expect((await desks.page('director', task)).outcome).toBe('answered');
  await desks.ask('director', 'POST', '/api/notices/read', {});
  const asked = (await desks.ask('director', 'GET', '/api/matters?queue=askedOfMe')).body.rows;
  expect(asked.map(({ id }: { id: string }) => id)).toContain(task); // also when the notice was read
  expect(await desks.queue('director', 'askedOfMe')).toBe(asked.length);
  expect((await desks.page('director', main)).state).toBe('handling');
  const asks = () => theirs.asked.filter((line) => new RegExp(`\\b${reference}\\b`).test(line)).length;
  const before = asks();
  later(11);
  await look();
  expect(asks()).toBe(before); // it is followed no more
  expect((await desks.take('director', task, 'accept', { outcome: 'solved', seen: '到门口看过，不漏了' })).status).toBe(
    200,
  );
  const page = await desks.page('director', task);
  expect([page.state, page.outcome]).toEqual(['done', 'solved']);
  expect((await desks.page('director', main)).tasks[0]).toMatchObject({ id: task });
});

test('sent back, it is asked again under a key of its own, with what is missing and their earlier number', async () => {
  const { task } = await hand();
  await send();
  const { reference } = (await roundsOf(task)).handoffs[0];
  const first = theirs.reports.at(-1)!.idempotencyKey;
  theirs.says(reference, 'closed', '');
  later(11);
  await look();
  await desks.take('director', task, 'sendBack', { missing: '还在漏，只是小了一些' });
  expect(await send()).toBe(1);
  const again = theirs.reports.at(-1)!;
  expect(again.idempotencyKey).not.toBe(first);
  expect(again['description']).toContain(`贵单位编号 ${reference}`);
  expect(again['description']).toContain('还在漏，只是小了一些');
  expect(await stateOf(task)).toBe('working');
  expect((await stepsOf(task)).at(-1)).toBe('renewed');
  const { handoffs } = await roundsOf(task);
  expect(handoffs.map(({ state }: { state: string }) => state)).toEqual(['closed', 'sent']);
});

test('what hangs, breaks off or fails is sent again under the same key; whoever asked is told once to call', async () => {
  const { task } = await hand();
  theirs.next(
    'hang',
    'drop',
    { status: 502, body: '<html>bad gateway</html>', type: 'text/html' },
    { body: 'not json' },
  );
  const before = theirs.asked.length;
  for (const minutes of [0, 2, 6, 16]) {
    later(minutes);
    expect((await stepsOf(task)).includes('undelivered')).toBe(false);
    expect(await send(minutes === 0 ? IMPATIENT_MS : undefined)).toBe(1);
    expect(await send()).toBe(0);
  }
  expect(theirs.asked.length - before).toBe(4);
  expect((await roundsOf(task)).handoffs).toMatchObject([{ state: 'waiting', attempts: 4 }]);
  expect((await stepsOf(task)).filter((step) => step === 'undelivered')).toHaveLength(1);
  const { notices } = (await desks.ask('director', 'GET', '/api/notices')).body;
  expect(notices.filter((one: { matterId: string }) => one.matterId === task)).not.toHaveLength(0);
  later(61);
  await send();
  const keys = theirs.reports.slice(-2).map(({ idempotencyKey }) => idempotencyKey);
  expect(new Set(keys).size).toBe(1); // the one that hung had arrived
  expect(await stateOf(task)).toBe('working');
});

test('a system that does not answer is not waited for once more in the same round, and no longer than the server stands', async () => {
  const [one, other] = [await hand(), await hand()];
  theirs.next('hang', 'hang');
  expect(await send(IMPATIENT_MS)).toBe(1);
  later(2);
  const ending = new AbortController();
  const began = performance.now();
  const sending = sendHandoffs({ ...exchangeOf(server.ground), signal: ending.signal });
  setTimeout(() => ending.abort(), 100);
  expect(await sending).toBe(1);
  expect(performance.now() - began).toBeLessThan(5_000);
  later(10);
  expect(await send()).toBe(2);
  expect([await stateOf(one.task), await stateOf(other.task)]).toEqual(['working', 'working']);
});

test('after eight tries it stands as failed, until somebody sends it again', async () => {
  const { task } = await hand();
  theirs.next(...Array.from({ length: 8 }, () => ({ status: 403, body: '[]' })));
  for (const minutes of [0, 2, 6, 16, 61, 181, 361, 721]) {
    later(minutes);
    await send();
  }
  later(3000);
  expect(await send()).toBe(0);
  expect((await roundsOf(task)).handoffs).toMatchObject([
    { state: 'failed', attempts: 8, error: { zh: '对方不认我们的密钥' } },
  ]);
  const { connections } = (await desks.ask('dispatchLead', 'GET', '/api/partners/connections')).body;
  expect(connections).toMatchObject([{ failed: 1, error: { zh: '对方不认我们的密钥' } }]);
  const again = await desks.ask('dispatchLead', 'POST', `/api/partners/connections/${water}/again`, {});
  expect(again.body).toEqual({ again: 1 });
  await send();
  expect(await stateOf(task)).toBe('working');
});

test('refused for good, it comes back with their reason, and is asked again with ours', async () => {
  const { task } = await hand();
  const fault = JSON.stringify([{ code: 400, description: '这一段管道不是我们的' }]);
  theirs.next({ status: 400, body: fault });
  await send();
  expect(await stateOf(task)).toBe('objected');
  const rejected = (await desks.page('director', task)).timeline.at(-1);
  expect(rejected.words[0].text).toBe('这一段管道不是我们的');
  expect(await send()).toBe(0);
  await desks.take('director', task, 'askAgain', { reason: '水表前的管道归供水单位' });
  await send();
  expect(theirs.reports.at(-1)!['description']).toContain('水表前的管道归供水单位');
  expect(await stateOf(task)).toBe('working');
});

test('told by telephone, or taken back, it is not sent any more', async () => {
  const told = await hand();
  const who = { who: '值班长', reference: 'TEL-7' };
  expect((await desks.take('director', told.task, 'noteReceived', who)).status).toBe(200);
  const back = await hand();
  expect((await desks.take('director', back.task, 'takeBack', { reason: '物业已经自己修好了' })).status).toBe(200);
  expect(await send()).toBe(0);
  expect((await roundsOf(back.task)).handoffs).toMatchObject([{ state: 'dropped' }]);
  expect(await stateOf(told.task)).toBe('working');
  const result = { outcome: 'explained', result: '值班长说要等材料，下周再来' };
  await desks.take('director', told.task, 'noteReport', result);
  expect((await desks.page('director', told.task)).outcome).toBe('explained');
});

test('a body without a connection is asked all the same, by telephone', async () => {
  const { task } = await hand({ ...leak, body: heating });
  expect(await send()).toBe(0);
  expect(await roundsOf(task)).toMatchObject({ isConnected: false, handoffs: [] });
  expect((await desks.take('director', task, 'noteReceived', { who: '客服' })).status).toBe(200);
});

test('a system that speaks XML and gives tokens first is understood too', async () => {
  theirs.speaks.json = false;
  theirs.speaks.tokens = true;
  const tried = await desks.ask('dispatchLead', 'POST', '/api/partners/try', { address: theirs.address });
  expect(tried.body).toMatchObject({ answers: true, format: 'xml', services: [{ code: '17' }, { asksMore: true }] });
  await connect({ format: 'xml' });
  const { task } = await hand({ ...leak, task: '水压 <5 米 & 发黄，请来看' });
  await send();
  expect(await stateOf(task)).toBe('asked'); // no number yet
  later(11);
  await look();
  expect(await stateOf(task)).toBe('working');
  const { reference } = (await roundsOf(task)).handoffs[0];
  theirs.says(reference, 'closed', '已冲洗 & 复测');
  later(11);
  await look();
  expect(await stateOf(task)).toBe('reported');
  expect((await desks.page('director', task)).timeline.at(-1).words[0].text).toBe('已冲洗 & 复测');
  theirs.speaks.json = true;
  theirs.speaks.tokens = false;
  await connect({});
});

test('paused, nothing is sent or asked; going on, it is', async () => {
  const pause = (paused: boolean) =>
    desks.ask('dispatchLead', 'POST', `/api/partners/connections/${water}/pause`, { paused });
  await pause(true);
  const { task } = await hand();
  expect([await send(), await look()]).toEqual([0, 0]);
  expect(await roundsOf(task)).toMatchObject({ isPaused: true, handoffs: [{ state: 'waiting' }] });
  await pause(false);
  expect(await send()).toBe(1);
});

test('words with a telephone number are not sent, and nothing is opened', async () => {
  const main = await raise();
  const bad = { ...leak, task: '漏水，请打 13912345678' };
  const answer = await desks.take('director', main, 'askOutside', bad);
  expect(answer.body.code).toBe('request.names_somebody');
  expect(JSON.stringify(answer.body)).not.toContain('13912345678');
  expect((await desks.page('director', main)).tasks).toEqual([]);
});

test('only addresses that the operator allows are called, and a redirect is not followed', async () => {
  const elsewhere = await connect({ address: 'https://water.example.cn/open311/v2' });
  expect([elsewhere.status, elsewhere.body.fields.address.code]).toEqual([400, 'partner.address_not_allowed']);
  for (const address of [
    'file:///etc/passwd',
    'http://user:pass@127.0.0.1/',
    'not an address',
    `${theirs.address}?x=1`,
  ])
    expect((await connect({ address })).body.fields.address.code).toBe('partner.address_unreadable');
  const { task } = await hand();
  theirs.next({ status: 302, body: '', location: `${theirs.address}services.json` });
  const before = theirs.asked.length;
  await send();
  expect(theirs.asked.slice(before).filter((line) => line.startsWith('GET'))).toEqual([]);
  expect((await roundsOf(task)).handoffs).toMatchObject([{ state: 'waiting', error: { zh: '地址不对，或没有许可' } }]);
  later(2);
  await send();
});

test('a key stays with its server: another address wants it anew, and no answer shows it', async () => {
  const other = await openTheirSystem();
  const moved = await connect({ address: other.address, key: '' });
  expect(moved.body.fields.key.code).toBe('partner.key_missing');
  expect((await connect({ key: '' })).status).toBe(200);
  await hand();
  await send();
  expect(theirs.reports.at(-1)!['api_key']).toBe('their-key');
  const seen = JSON.stringify((await desks.ask('dispatchLead', 'GET', '/api/partners/connections')).body);
  expect(seen).not.toContain('their-key');
  expect((await connect({ codes: { water: '17' } })).body.fields.otherwise.code).toBe('partner.code_missing');
  expect((await connect({ bodyId: desks.bodyIdOf('director') })).body.fields.bodyId.code).toBe('partner.no_such_body');
  await other.close();
});

test('a neighbour sees neither the task nor what was sent, and keeps no connection', async () => {
  const { task } = await hand();
  await send();
  expect((await desks.ask('neighbourDirector', 'GET', `/api/partners/handoffs/${task}`)).status).toBe(404);
  expect((await roundsOf(task, 'departmentClerk')).handoffs).toBeUndefined();
  for (const who of ['director', 'administrator', 'taskGroupLead'])
    expect((await connect({}, who)).body.code).toBe('access.not_your_post');
  expect((await desks.take('neighbourDirector', task, 'takeBack', { reason: '不关我的事也撤' })).status).toBe(404);
});

test('two servers at once send and write each thing once', async () => {
  const { task } = await hand();
  const before = theirs.reports.length;
  theirs.speaks.afterMs = 150; // the second looks while the first still waits for its answer
  await Promise.all([send(), send(), send()]);
  theirs.speaks.afterMs = 0;
  expect(theirs.reports.length - before).toBe(1);
  const { reference } = (await roundsOf(task)).handoffs[0];
  theirs.says(reference, 'closed', '修好了');
  later(11);
  await Promise.all([look(), look()]);
  expect((await stepsOf(task)).filter((step) => step === 'closedThere')).toHaveLength(1);
});

test('somebody who writes on the task and news that come at the same moment do not wait for each other', async () => {
  const { task } = await hand();
  await send();
  const { reference } = (await roundsOf(task)).handoffs[0];
  theirs.says(reference, 'open', '在路上');
  later(11);
  const { db, districtId } = server.ground;
  const timer = { districtId, now: clock, actor: { kind: 'system', name: 'timer' }, scope: areaScope('') } as const;
  let looking: Promise<number> | undefined;
  await inTransaction(db, timer, async (work) => {
    await sql`select from matters.matters where id = ${task}::uuid for update`.execute(work.db); // as every step begins
    looking = look();
    await wait(1_000);
    await sql`update partners.handoffs set ended_at = null where task_id = ${task}::uuid`.execute(work.db); // as it ends
  });
  expect(await looking).toBeGreaterThan(0);
  expect((await stepsOf(task)).at(-1)).toBe('news');
});

test('a server of our own kind takes it, and says what came of it', async () => {
  const { db, districtId } = server.ground;
  const setup = { districtId, now: clock, actor: { kind: 'system', name: 'setup' }, scope: areaScope('') } as const;
  const made = await inTransaction(db, setup, (work) =>
    makeClient(work, { name: 'ours', contact: 'ours', perMinute: 600, key: 'our-own-key' }),
  );
  expect(made.ok).toBe(true);
  const address = `${await server.listen()}/open311/v2/`;
  const tried = await desks.ask('dispatchLead', 'POST', '/api/partners/try', { address });
  expect(tried.body).toMatchObject({ answers: true, format: 'json' });
  await connect({ address, key: 'our-own-key', codes: { water: 'water', otherwise: 'other' } });
  const { task } = await hand();
  expect(await sendHandoffs(exchangeOf(server.ground))).toBe(1);
  const { reference } = (await roundsOf(task)).handoffs[0];
  const theirsHere = await inTransaction(db, setup, (work) => findMatterIdByNumber(work, reference));
  if (theirsHere === undefined) throw new Error('it was not raised');
  await desks.take('director', theirsHere, 'accept', {});
  const photo = { reply: '换了一段管，三天没有再漏。', witness: '门卫看着换的，晚上再看过一次' };
  expect((await desks.take('director', theirsHere, 'answer', photo)).status).toBe(200);
  later(11);
  await lookAtSystems(exchangeOf(server.ground));
  const page = await desks.page('director', task);
  expect([page.state, page.outcome]).toEqual(['reported', 'solved']);
  await connect({});
});
