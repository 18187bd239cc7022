import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDemoServer, type DemoServer } from '../../../tests/support/demo-server.ts';
import { at, sitDown, type Desks } from '../../../tests/support/desk.ts';

let server: DemoServer;
let desks: Desks;
beforeAll(async () => {
  server = await startDemoServer(at('2026-11-18 10:00'));
  desks = await sitDown(server);
});
afterAll(() => server.close());

test('somebody who asks again and again in one community is found from the number on that counts, and by nobody from next door', async () => {
  const raise = async (nth: number, over: object = {}) => {
    const body = {
      commandId: randomUUID(),
      what: `第 ${nth} 次来问同一件事`,
      photos: [],
      community: '990102001001',
      place: `${nth} 号门`,
      category: 'other',
      phone: '13800003456',
      wantsPublic: true,
      channel: 'counter',
      ...over,
    };
    const { status } = await desks.ask('clerk', 'POST', '/api/requests', body);
    expect(status).toBe(200);
  };
  const persons = async (key: string) => {
    const { repeats } = (await desks.ask(key, 'GET', '/api/repeats')).body;
    return repeats
      .filter(({ kind }: { kind: string }) => kind === 'person')
      .map(({ count }: { count: number }) => count);
  };
  for (let nth = 1; nth <= 4; nth += 1) await raise(nth);
  for (let nth = 5; nth <= 7; nth += 1) await raise(nth, { phone: `1380000000${nth}` });
  expect(await persons('director')).toEqual([]);
  server.setNow(at('2026-12-20 10:00'));
  await raise(8);
  expect(await persons('director')).toEqual([5]);
  expect(await persons('dispatchLead')).toEqual([5]);
  expect(await persons('neighbourDirector')).toEqual([]);
  server.setNow(at('2027-02-20 10:00')); // the first four are more than ninety days ago
  expect(await persons('director')).toEqual([]);
});
