import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { areaScope, noScope, type Scope, type Work } from '../../../platform/work.ts';
import { startDemoServer, type DemoServer } from '../../../tests/support/demo-server.ts';
import { sitDown, type Desks } from '../../../tests/support/desk.ts';
import { fireClocksOf } from '../../matters/index.ts';

const start = new Date('2026-11-18T02:00:00Z');
let server: DemoServer;
let desks: Desks;
beforeAll(async () => {
  server = await startDemoServer(start);
  desks = await sitDown(server);
});
beforeEach(() => server.setNow(start));
afterAll(() => server.close());

const raise = async (more: object = {}) => {
  const body = { commandId: randomUUID(), what: '楼道灯不亮', community: '990102001001', place: '3号楼', ...more };
  return (await server.ask('POST', '/api/public/requests', { body })).body as { matterId: string; number: string };
};
type Notice = { id: string; kind: string; sentence: { zh: string }; matterId: string; title: string; isRead: boolean };
const told = async (key: string, matterId: string): Promise<Notice[]> =>
  (await desks.ask(key, 'GET', '/api/notices')).body.notices.filter((one: Notice) => one.matterId === matterId);
const sentences = async (key: string, matterId: string) =>
  (await told(key, matterId)).map(({ sentence }) => sentence.zh);
const unread = async (key: string): Promise<number> => (await desks.ask(key, 'GET', '/api/notices/unread')).body.unread;
const timer = <T>(run: (work: Work) => Promise<T>, scope: Scope = areaScope('')): Promise<T> => {
  const { db, districtId, clock } = server.ground;
  return inTransaction(db, { districtId, now: clock(), actor: { kind: 'system', name: 'timer' }, scope }, run);
};

describe('telling (告知)', () => {
  test('a body that is asked to take something on is told, in every post, and no other body', async () => {
    const before = await unread('director');
    const { matterId } = await raise();
    const [notice] = await told('director', matterId);
    expect(notice).toMatchObject({ kind: 'offered', isRead: false, title: '楼道灯不亮' });
    expect(await unread('director')).toBe(before + 1);
    expect(await told('clerk', matterId)).toHaveLength(1);
    expect(await told('neighbourDirector', matterId)).toEqual([]);
    expect(await told('dispatchLead', matterId)).toEqual([]);
  });

  test('a colleague who is given a matter is told, once, and nobody who gives it to themselves', async () => {
    const { matterId } = await raise();
    await desks.take('director', matterId, 'accept');
    const assign = async (to: string) => {
      const { seq } = await desks.page('director', matterId);
      const order = { commandId: randomUUID(), seenSeq: seq, to: desks.workerOf(to).accountId };
      return (await desks.ask('director', 'POST', `/api/matters/${matterId}/assign`, order)).status;
    };
    const [unreadBefore, others] = [await unread('clerk'), await told('gridWorker', matterId)];
    expect(await assign('clerk')).toBe(200);
    expect((await told('clerk', matterId))[0]).toMatchObject({
      kind: 'assigned',
      isRead: false,
      sentence: { zh: '同事交给您办（居民诉求）' },
    });
    expect(await unread('clerk')).toBe(unreadBefore + 1);
    expect(await told('gridWorker', matterId)).toEqual(others);
    const mine = await unread('director');
    expect(await assign('director')).toBe(200);
    expect(await unread('director')).toBe(mine);
  });

  test('what goes up is told to the tier above, what comes back to whom it comes back', async () => {
    const { matterId } = await raise();
    await desks.take('director', matterId, 'accept');
    await desks.take('director', matterId, 'escalate', { reason: '要请路灯管理单位来' });
    expect(await sentences('taskGroupLiaison', matterId)).toEqual(['请接手（上报街道）']);
    await desks.take('taskGroupLiaison', matterId, 'refuse', { reason: '社区自己能换灯泡' });
    expect((await sentences('clerk', matterId))[0]).toBe('有新进展：退回');
  });

  test('whoever did it is not told of it, a colleague is', async () => {
    const { matterId } = await raise();
    await desks.take('director', matterId, 'accept');
    await desks.take('director', matterId, 'escalate', { reason: '要请路灯管理单位来' });
    await desks.take('taskGroupLiaison', matterId, 'accept');
    const own = await told('taskGroupLiaison', matterId);
    expect(own.map(({ kind }) => kind)).toEqual(['offered']);
  });

  test('a limit that was missed is told to all whom the procedure names', async () => {
    const { matterId } = await raise();
    server.setNow(new Date('2026-11-18T16:01:00Z'));
    expect(await timer((work) => fireClocksOf(work, matterId))).toBe(1);
    const { matterId: _, ...first } = (await told('director', matterId))[0]!;
    expect([first.kind, first.sentence.zh]).toEqual(['missed', '接手时限已超时']);
    expect((await told('taskGroupLead', matterId)).map(({ kind }) => kind)).toEqual(['missed']);
    expect(await told('taskGroupLiaison', matterId)).toEqual([]); // its head is told, not the house
  });

  test('a head who also met the matter first is told once for one cause, and has read it once', async () => {
    const input = { what: '请研究滨河路照明。', source: '区长', body: desks.bodyIdOf('departmentClerk') };
    const { matterId } = (await desks.open('dispatchLead', 'leader-instruction', input)).body;
    await desks.take('departmentClerk', matterId, 'accept');
    server.setNow(new Date('2026-12-02T10:01:00Z')); // ten working days later: told as first contact and as the tier above
    await timer((work) => fireClocksOf(work, matterId));
    const missed = (await told('dispatchLead', matterId)).filter(({ kind }) => kind === 'missed');
    expect(missed.map(({ sentence }) => sentence.zh)).toEqual(['反馈时限已超时']);
    const before = await unread('dispatchLead');
    await desks.ask('dispatchLead', 'POST', `/api/notices/${missed[0]!.id}/read`, {});
    expect(await unread('dispatchLead')).toBe(before - 1);
  });

  test('a command sent again tells nobody again, and one that is refused tells nobody', async () => {
    const { matterId } = await raise();
    const body = { commandId: randomUUID(), seenSeq: 1, input: {} };
    const url = `/api/matters/${matterId}/steps/accept`;
    for (const _ of [1, 2]) expect((await desks.ask('clerk', 'POST', url, body)).body.seq).toBe(2);
    const count = async () =>
      timer(async (work) => {
        const { rows } = await sql<{ n: number }>`
          select count(*) as n from notices.notices where matter_id = ${matterId}::uuid`.execute(work.db);
        return rows[0]!.n;
      });
    const after = await count();
    expect((await desks.take('clerk', matterId, 'escalate', { reason: '' })).status).toBe(400);
    expect((await desks.take('clerk', matterId, 'accept')).status).toBe(409);
    expect(await count()).toBe(after);
  });

  test('the database shows a notice to the body that was told and to nobody else', async () => {
    const { matterId } = await raise();
    const seen = (scope: Scope) =>
      timer(async (work) => {
        const { rows } = await sql`select id from notices.notices where matter_id = ${matterId}::uuid`.execute(work.db);
        return rows.length;
      }, scope);
    expect(await seen({ ...noScope, bodyId: desks.bodyIdOf('director') })).toBe(1);
    expect(await seen({ ...areaScope('990102'), bodyId: desks.bodyIdOf('dispatchLead') })).toBe(0);
    expect(await seen({ ...noScope, matterId })).toBe(0);
    expect(await seen(noScope)).toBe(0);
  });
});

describe('the inbox (消息)', () => {
  test('what was read stays read, for that person alone, and can be taken back', async () => {
    const { matterId } = await raise();
    const [notice] = await told('director', matterId);
    const before = await unread('director');
    const url = `/api/notices/${notice!.id}/read`;
    for (const _ of [1, 2]) expect((await desks.ask('director', 'POST', url)).body.unread).toBe(before - 1);
    expect((await told('director', matterId))[0]!.isRead).toBe(true);
    expect((await told('clerk', matterId))[0]!.isRead).toBe(false);
    const cookie = await server.signIn('director');
    expect((await server.ask('DELETE', url, { cookie })).body.unread).toBe(before);
  });

  test('all can be marked at once, and what comes later is unread again', async () => {
    await raise();
    expect((await desks.ask('clerk', 'POST', '/api/notices/read')).body.unread).toBe(0);
    server.setNow(new Date('2026-11-18T02:01:00Z'));
    await raise();
    expect(await unread('clerk')).toBe(1);
  });

  test('a notice of another body cannot be marked, and marks nothing', async () => {
    const { matterId } = await raise();
    const [notice] = await told('director', matterId);
    await desks.ask('neighbourDirector', 'POST', `/api/notices/${notice!.id}/read`);
    expect((await told('director', matterId))[0]!.isRead).toBe(false);
  });

  test('goes on page by page, the newest first, and knows its own cursors only', async () => {
    for (let n = 0; n < 32; n += 1) {
      server.setNow(new Date(start.getTime() + 24 * 3_600_000 + n * 1000));
      await raise({ what: `第${n}盏灯不亮` });
    }
    const first = (await desks.ask('director', 'GET', '/api/notices')).body;
    expect([first.notices.length, first.notices[0].title]).toEqual([30, '第31盏灯不亮']);
    const second = (await desks.ask('director', 'GET', `/api/notices?after=${first.next}`)).body;
    expect(second.notices.slice(0, 2).map(({ title }: Notice) => title)).toEqual(['第1盏灯不亮', '第0盏灯不亮']);
    expect((await desks.ask('director', 'GET', '/api/notices?after=eA')).body.code).toBe('page.bad_cursor');
  });
});
