import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoServer, type DemoServer } from '../../tests/support/demo-server.ts';
import { at, sitDown, type Desks } from '../../tests/support/desk.ts';

let server: DemoServer;
let desks: Desks;
beforeAll(async () => {
  server = await startDemoServer(at('2026-11-16 10:00'));
  desks = await sitDown(server);
});
afterAll(() => server.close());

const raise = async (over: object) => {
  const what = '社区干部把公共车位租给自家亲戚。';
  const body = {
    commandId: randomUUID(),
    what,
    community: '990102001001',
    place: '3号楼',
    phone: '13900001234',
    ...over,
  };
  const raised = (await server.ask('POST', '/api/public/requests', { body })).body;
  await desks.take('clerk', raised.matterId, 'accept');
  return raised as { matterId: string; number: string; code: string };
};
const reveal = (cookie: string, matterId: string) =>
  server.ask('POST', `/api/requests/${matterId}/reveal`, { cookie, body: { purpose: 'verifyFacts' } });

test('a confidential report keeps the number from the body complained of, and shows it to the tier above', async () => {
  const { matterId, number, code } = await raise({ confidential: true, behalf: 'family' });
  const clerk = await server.signIn('clerk');
  const refused = await reveal(clerk, matterId);
  expect([refused.status, refused.body.code]).toEqual([409, 'request.confidential']);
  const facts = (await server.ask('GET', `/api/requests/${matterId}`, { cookie: clerk })).body;
  expect(facts).toMatchObject({ confidential: true, behalf: 'family', withheld: { code: 'request.confidential' } });
  const above = await reveal(await server.signIn('taskGroupLead'), matterId);
  expect(above.body).toEqual({ phone: '+8613900001234' });
  const followed = (await server.ask('POST', '/api/public/follow', { body: { number, code } })).body;
  expect(followed).toMatchObject({ confidential: true, behalf: 'family' });
  expect(followed.reveals).toHaveLength(1);
});

test('any other report shows the number to who handles it', async () => {
  const { matterId } = await raise({});
  const { body } = await reveal(await server.signIn('clerk'), matterId);
  expect(body).toEqual({ phone: '+8613900001234' });
});

describe('whoever comes round by another way', () => {
  const facts = async (cookie: string, matterId: string) =>
    (await server.ask('GET', `/api/requests/${matterId}`, { cookie })).body;
  const revealCode = async (cookie: string, matterId: string) => (await reveal(cookie, matterId)).body.code;
  let owner: pg.Client;
  beforeAll(async () => {
    owner = new pg.Client({ connectionString: server.databaseUrl });
    await owner.connect();
  });
  afterAll(() => owner.end());
  const personOf = (key: string) => server.signIns.find((one) => one.key === key)!;

  test('to the post of the tier above, where they stand in, is told no more than in their own; nor once they left it', async () => {
    const { matterId } = await raise({ confidential: true });
    const [clerk, liaison] = [personOf('clerk'), personOf('taskGroupLiaison')];
    await owner.query(
      `insert into bodies.deputies (district_id, id, appointment_id, account_id, from_on, to_on, may_sign, reason)
       select district_id, gen_random_uuid(), id, $1, '2026-11-16', '2026-11-20', false, '出差'
       from bodies.appointments where account_id = $2`,
      [clerk.accountId, liaison.accountId],
    );
    const cookie = await server.signIn('clerk');
    const body = { postId: liaison.postId };
    expect((await server.ask('POST', '/api/session/post', { cookie, body })).status).toBe(200);
    expect(await revealCode(cookie, matterId)).toBe('request.confidential');
    expect((await facts(cookie, matterId)).withheld?.code).toBe('request.confidential');
    const end = `update bodies.appointments set to_on = $1 where account_id = '${clerk.accountId}'`;
    await owner.query(end, ['2026-11-16']);
    server.setNow(at('2026-11-17 10:00'));
    const left = await server.signIn('clerk');
    await server.ask('POST', '/api/session/post', { cookie: left, body });
    expect(await revealCode(left, matterId)).toBe('request.confidential');
    await owner.query(end, ['2026-11-15']); // gone before it was reported: not of those it may be about
    expect((await reveal(left, matterId)).body).toEqual({ phone: '+8613900001234' });
    await owner.query(end, [null]);
    server.setNow(at('2026-11-16 10:00'));
  });

  test('and a body that declined what it was offered is not told either', async () => {
    const { matterId } = await raise({ confidential: true });
    await desks.take('director', matterId, 'escalate', { reason: '涉及本社区干部，请街道来查' });
    const lead = await server.signIn('taskGroupLead');
    expect(await revealCode(lead, matterId)).toBe('request.confidential');
    await desks.take('taskGroupLead', matterId, 'refuse', { reason: '请社区先自查' });
    expect(await revealCode(lead, matterId)).toBe('request.confidential');
    expect((await facts(lead, matterId)).withheld?.code).toBe('request.confidential');
  });
});
