import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDemoServer, type DemoServer } from '../../tests/support/demo-server.ts';
import { at, sitDown, type Desks } from '../../tests/support/desk.ts';

const community = '990102001001';
let server: DemoServer;
let desks: Desks;
beforeAll(async () => {
  server = await startDemoServer(at('2026-11-16 10:00'));
  desks = await sitDown(server);
});
afterAll(() => server.close());

type Alike = { rows: { number: string; reasons: string[]; isOpenToJoin: boolean }[] };
const alikeTo = async (what: string, over: object = {}): Promise<Alike> => {
  const body = { what, community, place: '3号楼2单元门口', ...over };
  return (await server.ask('POST', '/api/public/requests/alike', { body })).body;
};
const inHand = async (what: string, over: object = {}): Promise<{ number: string }> => {
  const body = { commandId: randomUUID(), what, community, place: '3号楼2单元门口', ...over };
  const raised = (await server.ask('POST', '/api/public/requests', { body })).body;
  await desks.take('clerk', raised.matterId, 'accept');
  return raised;
};

test('finds before sending what is public next door, masked, and nothing private or from elsewhere', async () => {
  const open = await inHand('红旗雕塑旁边那盏灯一直闪，联系人：王小红 13912345678。');
  await inHand('红旗雕塑旁边那盏灯一直闪，眼睛难受。', { wantsPublic: false });

  const { rows } = await alikeTo('雕塑旁边的灯一直闪个不停');
  expect(rows.map(({ number }) => number)).toEqual([open.number]);
  expect(rows[0]).toMatchObject({ isOpenToJoin: true });
  expect(rows[0]?.reasons).toContain('sameWords');
  expect(JSON.stringify(rows)).not.toContain('13912345678');

  expect((await alikeTo('雕塑旁边的灯一直闪个不停', { community: '990102001002' })).rows).toEqual([]);
  expect((await alikeTo('燃气灶打不着火')).rows.map(({ number }) => number)).not.toContain(open.number);
  expect((await alikeTo('雕塑旁边的灯一直闪个不停', { community: '99' })).rows).toEqual([]);
});
