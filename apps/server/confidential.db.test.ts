import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
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
