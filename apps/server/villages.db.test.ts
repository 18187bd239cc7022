import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDemoServer, type DemoServer } from '../../tests/support/demo-server.ts';
import { sitDown, type Desks } from '../../tests/support/desk.ts';

const village = '990102001001';
let server: DemoServer;
let desks: Desks;

/** One community of the demo district is a village: its committee is elected by villagers, everything else is as it was. */
beforeAll(async () => {
  server = await startDemoServer(new Date('2026-11-18T02:00:00Z'));
  const owner = new pg.Client({ connectionString: server.databaseUrl });
  await owner.connect();
  await owner.query(
    "update bodies.bodies set kind = 'villagersCommittee' where area_code = $1 and kind = 'residentsCommittee'",
    [village],
  );
  await owner.end();
  desks = await sitDown(server);
});
afterAll(() => server.close());

const raise = async (what = '村口的路灯坏了三天，晚上看不见路。') => {
  const body = { commandId: randomUUID(), what, community: village, place: '3号楼2单元门口' };
  return (await server.ask('POST', '/api/public/requests', { body })).body as Record<
    'matterId' | 'number' | 'code',
    string
  >;
};
const idOf = async (number: string): Promise<string> =>
  (await desks.ask('director', 'GET', `/api/matters?queue=newest&words=${number}`)).body.rows[0].id;

test(
  'a request of a village reaches its committee, which takes every step that a community takes',
  { timeout: 60_000 },
  async () => {
    const id = await idOf((await raise()).number);
    const committee = desks.bodyIdOf('director');
    expect((await desks.page('director', id)).holder.body.id).toBe(committee);
    expect((await desks.take('clerk', id, 'accept')).status).toBe(200);
    const offered = (await desks.page('clerk', id)).steps.map(({ step }: { step: string }) => step);
    expect(offered).toEqual(expect.arrayContaining(['transfer', 'escalate']));
    expect((await desks.page('neighbourDirector', id)).code).toBe('matter.not_found');
    const steps = [
      await desks.take('clerk', id, 'escalate', { reason: '路灯归街道维护，村里办不了。' }),
      await desks.take('taskGroupLead', id, 'accept'),
      await desks.take('taskGroupLead', id, 'transfer', { body: committee, reason: '这盏灯在村的管护范围内。' }),
      await desks.take('clerk', id, 'accept'),
    ];
    expect(steps.map(({ status, body }) => [status, body.code])).toEqual(steps.map(() => [200, undefined]));
  },
);

test('a neighbouring community may choose the village where it may choose a community', async () => {
  const body = { commandId: randomUUID(), what: '两村之间的路没有灯。', community: '990102001002', place: '1号楼' };
  const { number } = (await server.ask('POST', '/api/public/requests', { body })).body;
  const { rows } = (await desks.ask('neighbourDirector', 'GET', `/api/matters?queue=newest&words=${number}`)).body;
  await desks.take('neighbourDirector', rows[0].id, 'accept');
  const choice = (await desks.ask('neighbourDirector', 'GET', `/api/matters/${rows[0].id}/steps/transfer/bodies`)).body;
  expect(choice.bodies.map(({ id }: { id: string }) => id)).toContain(desks.bodyIdOf('director'));
});

test('board, chains, duties and figures of a village are those of a community', async () => {
  const director = String(server.signIns.find(({ key }) => key === 'director')?.nameZh);
  expect(String((await server.ask('GET', `/boards/${village}`)).body).includes(director)).toBe(true);
  const chains = (await desks.ask('director', 'GET', `/api/chains/${village}`)).body;
  expect(JSON.stringify(chains)).toContain(director);
  const duty = {
    commandId: randomUUID(),
    category: 'noise',
    areaCode: village,
    bodyId: desks.bodyIdOf('director'),
    limitWorkingDays: 3,
    fromOn: '2026-11-18',
    source: '街道工作会议纪要〔2026〕9号',
  };
  expect((await desks.ask('taskGroupLead', 'POST', '/api/duties', duty)).status).toBe(200);
  const open = (await desks.ask('director', 'GET', '/api/overview/matters?of=open')).body;
  expect(open.rows).toHaveLength(1);
});
