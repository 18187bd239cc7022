import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoServer, type DemoServer } from '../../tests/support/demo-server.ts';
import { sitDown, type Desks } from '../../tests/support/desk.ts';

let server: DemoServer;
let desks: Desks;
const [own, neighbour] = ['990102001001', '990102001002'];
const reason = '楼外的路灯归这个社区协调，反映人张桂芳电话13800000000已经说明。';

beforeAll(async () => {
  server = await startDemoServer(new Date('2026-11-18T02:00:00Z'));
  desks = await sitDown(server);
});
afterAll(() => server.close());

async function raise(community: string, category: string): Promise<string> {
  const report = { what: '夜里一直有响动，睡不着。', category, community, place: '3号楼2单元门口' };
  const { body } = await server.ask('POST', '/api/public/requests', { body: { commandId: randomUUID(), ...report } });
  return body.matterId;
}
const take = async (key: string, matterId: string, step: string, input: Readonly<Record<string, unknown>> = {}) => {
  const answer = await desks.take(key, matterId, step, input);
  expect([step, answer.status, answer.body.code]).toEqual([step, 200, undefined]);
};
/** The third time the community sends it up, the task group's lead rules, and says that the community does it. */
async function dispute(category: string): Promise<string> {
  const id = await raise(own, category);
  await take('director', id, 'accept');
  for (const _ of ['first', 'second']) {
    await take('director', id, 'escalate', { reason: '要请街道来协调' });
    await take('taskGroupLiaison', id, 'refuse', { reason: '社区自己可以办' });
  }
  await take('director', id, 'escalate', { reason: '请街道裁定由谁办' });
  await take('taskGroupLead', id, 'rule', { body: desks.bodyIdOf('director'), reason });
  return id;
}
const bodiesFor = async (key: string, matterId: string, step = 'transfer') =>
  (await desks.ask(key, 'GET', `/api/matters/${matterId}/steps/${step}/bodies`)).body;
const suggestedIn = ({ bodies }: { bodies: { id: string; suggested: boolean }[] }) =>
  bodies.filter(({ suggested }) => suggested).map(({ id }) => id);

describe('a ruling (裁定) on a request', () => {
  let ruled: string;
  beforeAll(async () => {
    ruled = await dispute('noise');
  });

  test('is shown to the next who is about to pass on a like one, also to somebody who never saw its matter', async () => {
    const id = await raise(neighbour, 'noise');
    await take('neighbourDirector', id, 'accept');
    expect((await desks.ask('neighbourDirector', 'GET', `/api/matters/${ruled}`)).status).toBe(404);
    const shown = await bodiesFor('neighbourDirector', id);
    expect(shown.precedents).toEqual([
      {
        at: '2026-11-18T02:00:00.000Z',
        subject: 'noise',
        ruledTo: { zh: expect.stringContaining('社区'), en: expect.any(String) },
        askedBefore: [expect.objectContaining({ zh: expect.any(String) }), expect.objectContaining({})],
        reason: expect.stringContaining('归这个社区协调'),
      },
    ]);
    expect(shown.precedents[0].reason).not.toMatch(/13800000000|桂芳/);
    expect(suggestedIn(shown)).toContain(desks.bodyIdOf('director'));
    expect(shown.bodies[0].suggested).toBe(true);
  });

  test('is not shown where somebody is only asked to help', async () => {
    const id = await raise(neighbour, 'noise');
    await take('neighbourDirector', id, 'accept');
    expect((await bodiesFor('neighbourDirector', id)).precedents).toHaveLength(1);
    expect((await bodiesFor('neighbourDirector', id, 'askOutside')).precedents).toEqual([]);
  });

  test('is not shown before the request was taken up, nor for another kind', async () => {
    const waiting = await raise(neighbour, 'noise');
    expect((await bodiesFor('neighbourDirector', waiting)).precedents).toEqual([]);
    const other = await raise(neighbour, 'waste');
    await take('neighbourDirector', other, 'accept');
    const shown = await bodiesFor('neighbourDirector', other);
    expect([shown.precedents, suggestedIn(shown)]).toEqual([
      [],
      expect.not.arrayContaining([desks.bodyIdOf('director')]),
    ]);
  });

  test('on a request of no named kind is no precedent for another such', async () => {
    await dispute('other');
    const id = await raise(neighbour, 'other');
    await take('neighbourDirector', id, 'accept');
    expect((await bodiesFor('neighbourDirector', id)).precedents).toEqual([]);
  });
});
