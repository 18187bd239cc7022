import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { expect, test } from 'vitest';
import { freshDatabase } from '../../tests/support/database.ts';
import { findFreePort, startServerProcess } from '../../tools/trial/server-process.ts';

test(
  'told to end, the server answers what is being asked, accepts nothing new, and ends',
  { timeout: 600_000 },
  async () => {
    const database = await freshDatabase('linli_demo');
    const folder = mkdtempSync(join(tmpdir(), 'linli-drain-'));
    const port = await findFreePort();
    const owner = new pg.Client({ connectionString: database.url });
    await owner.connect();
    try {
      const server = await startServerProcess({ folder, port, databaseUrl: database.url });
      const ask = () =>
        fetch(`http://127.0.0.1:${port}/see`).then(
          ({ status }) => status,
          () => 'cut off',
        );
      expect(await ask()).toBe(200);
      await owner.query('begin; lock table requests.publications'); // whoever asks for them waits
      const waiting = Promise.all([ask(), ask(), ask()]);
      const isAsked = `select count(*)::int as n from pg_locks where not granted and relation = 'requests.publications'::regclass`;
      while ((await owner.query<{ n: number }>(isAsked)).rows[0]?.n !== 3) await wait(50);
      const ending = server.end('SIGTERM');
      await wait(1000);
      expect(server.hasEnded()).toBe(false);
      expect(await ask()).toBe('cut off');
      await owner.query('commit');
      expect(await waiting).toEqual([200, 200, 200]);
      await ending;
      expect(server.said()).toBe('');
    } finally {
      await owner.end();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
