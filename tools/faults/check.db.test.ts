import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDemoServer, type DemoServer } from '../../tests/support/demo-server.ts';
import { checkAfterwards } from './check.ts';
import type { Acknowledged } from './writer.ts';

let server: DemoServer;
let owner: pg.Client;
const acknowledged: Acknowledged[] = [];
beforeAll(async () => {
  server = await startDemoServer();
  owner = new pg.Client({ connectionString: server.databaseUrl });
  await owner.connect();
  for (let i = 0; i < 3; i += 1) {
    const commandId = randomUUID();
    const report = { commandId, what: '楼道灯不亮', community: '990102001001', place: '3号楼2单元门口' };
    const { body } = await server.ask('POST', '/api/public/requests', { body: report });
    acknowledged.push({ commandId, matterId: body.matterId, step: 'open' });
  }
});
afterAll(async () => {
  await owner.end();
  await server.close();
});

const wrongIn = async (list: readonly Acknowledged[] = acknowledged) =>
  (await checkAfterwards(server.databaseUrl, list))
    .filter(({ wrong }) => wrong > 0)
    .map(({ what }) => what.split(' ')[0]);

/** Breaks something as the owner for as long as `look` takes. */
async function broken(breaking: string, mending: string): Promise<(string | undefined)[]> {
  await owner.query(breaking);
  const wrong = await wrongIn();
  await owner.query(mending);
  return wrong;
}

test('finds nothing wrong in what is whole, and looks at something each time', async () => {
  expect(await wrongIn()).toEqual([]);
  const looked = await checkAfterwards(server.databaseUrl, acknowledged);
  expect(looked.filter((one) => one.looked === 0).map(({ what }) => what)).toEqual([
    'public forms that say what their matter says', // nothing is public before somebody has taken it
  ]);
});

test('misses a command that was acknowledged and is not there, or is there as another step', async () => {
  const [first] = acknowledged as [Acknowledged];
  expect(await wrongIn([...acknowledged, { ...first, commandId: randomUUID() }])).toEqual(['acknowledged']);
  expect(await wrongIn([{ ...first, step: 'accept' }])).toEqual(['acknowledged']);
});

test('finds a count that was lost, a clock that was lost, and an entry that was lost', async () => {
  expect(await broken('update matters.counts set n = n + 1', 'update matters.counts set n = n - 1')).toEqual([
    'counts',
    'timelines', // verifying compares counts too
  ]);
  expect(
    await broken(
      `create temp table kept as select * from matters.clocks; delete from matters.clocks`,
      `insert into matters.clocks select * from kept`,
    ),
  ).toEqual(['open', 'timelines']);
  expect(
    await broken('update matters.matters set seq = seq + 1', 'update matters.matters set seq = seq - 1'),
  ).toContain('matters');
});
