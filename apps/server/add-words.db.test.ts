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

test('whoever asked adds words at any time: the handler reads them, the public does not, no clock moves', async () => {
  const report = { what: '楼道里的灯坏了，看不见路。', community: '990102001001', place: '3号楼' };
  const body = { commandId: randomUUID(), ...report };
  const { matterId, number, code } = (await server.ask('POST', '/api/public/requests', { body })).body;
  const follow = async () => (await server.ask('POST', '/api/public/follow', { body: { number, code } })).body;
  const add = async (added: string, commandId = randomUUID()) =>
    server.ask('POST', '/api/public/follow/steps/add', {
      body: { number, code, commandId, seenSeq: (await follow()).seq, input: { added } },
    });
  expect((await add('二楼的也坏了')).status).toBe(200);
  await desks.take('clerk', matterId, 'accept');
  const before = await follow();
  const commandId = randomUUID();
  const answers = [await add('三楼的灯也开始闪了', commandId), await add('三楼的灯也开始闪了', commandId)];
  expect(answers.map(({ status, body: { repeated } }) => [status, repeated])).toEqual([
    [200, false],
    [200, true],
  ]);
  const after = await follow();
  expect(after.state).toBe(before.state);
  expect(after.clocks.map(({ dueAt }: { dueAt: string }) => dueAt)).toEqual(
    before.clocks.map(({ dueAt }: { dueAt: string }) => dueAt),
  );
  const seen = JSON.stringify(await desks.page('clerk', matterId));
  for (const words of ['二楼的也坏了', '三楼的灯也开始闪了']) expect(seen.split(words)).toHaveLength(2);
  const shown = await server.ask('GET', `/api/public/requests/${number}`);
  expect(shown.status).toBe(200);
  expect(JSON.stringify(shown.body)).not.toContain('三楼的灯');
  expect((await add('好')).body.code).toBe('input.fields');
});

test('a stranger adds nothing to it', async () => {
  const body = {
    number: '2611-00001-2',
    code: 'AAAA-AAAA',
    commandId: randomUUID(),
    seenSeq: 1,
    input: { added: '试试' },
  };
  expect((await server.ask('POST', '/api/public/follow/steps/add', { body })).status).not.toBe(200);
});
