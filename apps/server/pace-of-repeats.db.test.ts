import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { expect, test } from 'vitest';
import { startDemoServer } from '../../tests/support/demo-server.ts';

test('who sends a request again and again while it cannot be taken is not told that they sent too many', async () => {
  const server = await startDemoServer();
  const owner = new pg.Client({ connectionString: server.databaseUrl });
  await owner.connect();
  try {
    const report = { what: '楼道灯不亮', community: '990102001001', place: '3号楼2单元', phone: '13900001234' };
    const raise = (commandId: string) => server.ask('POST', '/api/public/requests', { body: { ...report, commandId } });
    const commandId = randomUUID();
    await owner.query('alter table matters.timeline add constraint refuses check (false) not valid');
    for (let n = 0; n < 15; n += 1) expect((await raise(commandId)).status).toBe(500);
    await owner.query('alter table matters.timeline drop constraint refuses');
    expect((await raise(commandId)).status).toBe(200);
    const more = [];
    for (let n = 0; n < 12; n += 1) more.push((await raise(randomUUID())).status);
    expect(more.filter((status) => status === 200)).toHaveLength(9); // the first took one turn of ten
  } finally {
    await owner.end();
    await server.close();
  }
});
