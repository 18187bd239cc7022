import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, chmodSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { computeDemoRows, demoDistrictId, loadDemoDistrict } from '../../db/demo/demo-district.ts';
import { installProcedures } from '../../modules/matters/index.ts';
import { procedures } from '../../apps/server/procedures.ts';
import { openDatabase } from '../../platform/db/database.ts';
import { startEmbedded } from '../../platform/db/embedded.ts';
import { migrate } from '../../platform/db/migrate.ts';
import { inTransaction } from '../../platform/db/transaction.ts';
import { areaScope } from '../../platform/work.ts';
import { openDesks, type Desk } from './desks.ts';

/** The real server in a process of its own, over a real database with its ordinary durability, on a folder that is thrown away. */
export type BenchGround = {
  readonly databaseUrl: string;
  readonly address: { readonly host: string; readonly port: number };
  readonly desks: readonly Desk[];
  readonly serverPid: number;
  readonly folder: string;
  readonly close: () => Promise<void>;
};

/** Brings up database, demo district without its month, sessions for the people of its communities, and the server. */
export async function openGround(): Promise<BenchGround> {
  const folder = mkdtempSync(join(tmpdir(), 'linli-bench-'));
  chmodSync(folder, 0o755); // when root starts it, the database runs as nobody, who must be able to pass through
  const embedded = await startEmbedded({ folder: join(folder, 'postgres') });
  installProcedures(procedures);
  await migrate(embedded.url);
  const db = openDatabase(embedded.url);
  const occasion = {
    districtId: demoDistrictId,
    scope: areaScope(''),
    actor: { kind: 'system', name: 'demo' },
    now: new Date(),
  } as const;
  await inTransaction(db, occasion, loadDemoDistrict);
  const desks = await inTransaction(db, occasion, (work) => openDesks(work, computeDemoRows()));
  await db.destroy();

  const port = await freePort();
  const server = startServer({ folder, port, databaseUrl: embedded.url });
  await untilHealthy(server, port);
  const close = async () => {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    await ended;
    await embedded.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return {
    databaseUrl: embedded.url,
    address: { host: '127.0.0.1', port },
    desks,
    serverPid: server.pid as number,
    folder,
    close,
  };
}

function startServer({ folder, port, databaseUrl }: { folder: string; port: number; databaseUrl: string }) {
  const main = join(import.meta.dirname, '../../apps/server/main.ts');
  const env = { ...process.env, PORT: String(port), LINLI_DATA: folder, DATABASE_URL: databaseUrl, LINLI_MODE: 'demo' };
  return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

async function untilHealthy(server: ChildProcess, port: number): Promise<void> {
  for (const giveUpAt = Date.now() + 60_000; ; await wait(50)) {
    if (server.exitCode !== null) throw new Error('the server ended before it was ready');
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined);
    if (answer?.ok) return;
    if (Date.now() > giveUpAt) throw new Error('the server did not get ready within a minute');
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const found = probe.address();
      probe.close(() => resolve(typeof found === 'object' && found ? found.port : 0));
    });
  });
