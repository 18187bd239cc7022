import { mkdtempSync, chmodSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { computeDemoRows, demoDistrictId, loadDemoDistrict } from '../../db/demo/demo-district.ts';
import { playDemoMonth } from '../../db/demo/month.ts';
import { installProcedures } from '../../modules/matters/index.ts';
import { installed } from '../../apps/server/procedures.ts';
import { openDatabase } from '../../platform/db/database.ts';
import { startEmbedded } from '../../platform/db/embedded.ts';
import { refreshStatistics } from '../../platform/db/refresh-statistics.ts';
import { migrate } from '../../platform/db/migrate.ts';
import { inTransaction } from '../../platform/db/transaction.ts';
import { areaScope } from '../../platform/work.ts';
import { openDesks, type Desk } from '../trial/desks.ts';
import { findFreePort, startServerProcess } from '../trial/server-process.ts';

/** The real server in a process of its own, over a real database with its ordinary durability, on a folder that is thrown away. */
export type BenchGround = {
  readonly databaseUrl: string;
  readonly address: { readonly host: string; readonly port: number };
  readonly desks: readonly Desk[];
  readonly serverPid: number;
  readonly folder: string;
  readonly close: () => Promise<void>;
};

/**
 * Brings up database, demo district, sessions for the people of its communities, and the server.
 *
 * @param month with the demo's month of two thousand matters, as a district has them; the statements' plans depend on it
 */
export async function openGround({ month }: { readonly month: boolean }): Promise<BenchGround> {
  const folder = mkdtempSync(join(tmpdir(), 'linli-bench-'));
  chmodSync(folder, 0o755); // when root starts it, the database runs as nobody, who must be able to pass through
  const embedded = await startEmbedded({ folder: join(folder, 'postgres') });
  installProcedures(installed);
  await migrate(embedded.url);
  const db = openDatabase(embedded.url);
  const occasion = {
    districtId: demoDistrictId,
    scope: areaScope(''),
    actor: { kind: 'system', name: 'demo' },
    now: new Date(),
  } as const;
  await inTransaction(db, occasion, loadDemoDistrict);
  if (month) await inTransaction(db, occasion, (work) => playDemoMonth(work, { until: occasion.now }));
  const desks = await inTransaction(db, occasion, (work) => openDesks(work, computeDemoRows()));
  await db.destroy();
  await refreshStatistics(embedded.url);

  const port = await findFreePort();
  const server = await startServerProcess({
    folder,
    port,
    databaseUrl: embedded.url,
    logFile: join(folder, 'server.log'),
  });
  const close = async () => {
    await server.end('SIGTERM');
    await embedded.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return {
    databaseUrl: embedded.url,
    address: { host: '127.0.0.1', port },
    desks,
    serverPid: server.pid,
    folder,
    close,
  };
}
