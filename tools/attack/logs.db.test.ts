import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { freshDatabase } from '../../tests/support/database.ts';
import { findFreePort, startServerProcess } from '../trial/server-process.ts';
import { checkLogs } from './logs.ts';
import { sendTo } from './send.ts';

test('logs hold no number, name, code or password, not even of a fault', { timeout: 600_000 }, async () => {
  const database = await freshDatabase('linli_demo');
  const folder = mkdtempSync(join(tmpdir(), 'linli-attack-'));
  const logFile = join(folder, 'server.log');
  const port = await findFreePort();
  try {
    const running = await startServerProcess({ folder, port, databaseUrl: database.url, logFile });
    try {
      const logged = { databaseUrl: database.url, logs: () => [logFile] };
      const { offences, looked } = await checkLogs(sendTo(`http://127.0.0.1:${port}`), logged);
      expect(offences).toEqual([]);
      expect(looked).toBeGreaterThan(3);
      expect(running.said()).toBe('');
    } finally {
      await running.end('SIGTERM');
    }
  } finally {
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  }
});
