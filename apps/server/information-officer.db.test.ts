import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { computeDemoRows } from '../../db/demo/demo-district.ts';
import { startDemoServer, type DemoServer } from '../../tests/support/demo-server.ts';
import { at, sitDown, type Desks } from '../../tests/support/desk.ts';

let server: DemoServer;
let desks: Desks;
beforeAll(async () => {
  server = await startDemoServer(at('2026-11-27 10:00'));
  desks = await sitDown(server);
});
afterAll(() => server.close());

const { appointments } = computeDemoRows();
/** Signs in whoever holds a post, and has them act in it. */
async function signInAs(postId: string): Promise<string> {
  const accountId = appointments.find((one) => one.postId === postId)?.accountId;
  const { raw } = await server.ask('POST', '/api/demo/session', { body: { accountId } });
  const cookie = String(raw.headers['set-cookie']).split(';')[0] as string;
  await server.ask('POST', '/api/session/post', { cookie, body: { postId } });
  return cookie;
}

test('a vacant officer’s post is listed among the vacancies, and nobody answers first in its place', async () => {
  const { status, body } = await desks.ask('dispatchLead', 'GET', '/api/staff/vacancies');
  expect(status).toBe(200);
  const vacant = body.vacancies.filter(({ name }: { name: { zh: string } }) => name.zh === '信息员');
  expect(vacant).toMatchObject([{ body: { zh: expect.stringContaining('园林绿化局') }, covered: null }]);
});

test('the information officer of the unit concerned is told in that post, once, and no officer of another unit', async () => {
  const { rows } = (await desks.ask('dispatchLead', 'GET', '/api/information-officers')).body;
  const states = rows.map(({ state }: { state: string }) => state);
  const count = (state: string) => states.filter((one: string) => one === state).length;
  expect([count('vacant'), count('missing'), count('stoodInFor')]).toEqual([1, 1, 0]);
  const unit = desks.bodyIdOf('departmentClerk');
  const other = rows.find(
    ({ bodyId, state }: { bodyId: string; state: string }) => bodyId !== unit && state === 'here',
  );
  const concern = { what: '路灯一到十点就灭是怎么回事', where: 'board', body: unit };
  const id = (await desks.open('dispatchLead', 'online-concern', concern)).body.matterId;
  const inbox = async (bodyId: string) => {
    const row = rows.find((one: { bodyId: string }) => one.bodyId === bodyId);
    const cookie = await signInAs(row.officer.postId);
    const { notices } = (await server.ask('GET', '/api/notices', { cookie })).body;
    return notices.filter(({ matterId }: { matterId: string }) => matterId === id);
  };
  expect((await inbox(unit)).map(({ kind }: { kind: string }) => kind)).toEqual(['entrusted']);
  expect(await inbox(other.bodyId)).toEqual([]);
  const all = (await desks.ask('departmentClerk', 'GET', '/api/notices')).body.notices;
  const mine = all.filter(({ matterId }: { matterId: string }) => matterId === id);
  expect(mine.map(({ kind }: { kind: string }) => kind)).toEqual(['given']);
  const officer = await signInAs(rows.find((one: { bodyId: string }) => one.bodyId === unit).officer.postId);
  const stranger = await signInAs(other.officer.postId);
  const draft = { fact: '定时器没有按冬令时改，现场看过。', draft: '定时器已改到天亮，今晚起不再十点灭。' };
  const take = async (cookie: string) =>
    server.ask('POST', `/api/matters/${id}/steps/draft`, {
      cookie,
      body: { commandId: randomUUID(), seenSeq: 1, input: draft },
    });
  expect((await server.ask('GET', `/api/matters/${id}`, { cookie: stranger })).status).toBe(404);
  expect((await take(stranger)).status).toBe(404);
  expect((await take(officer)).body).toMatchObject({ state: 'drafted' });
});
