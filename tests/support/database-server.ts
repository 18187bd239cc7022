import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { demoDistrictId, loadDemoDistrict } from '../../db/demo/demo-district.ts';
import { openDatabase } from '../../platform/db/database.ts';
import { startEmbedded } from '../../platform/db/embedded.ts';
import { migrate } from '../../platform/db/migrate.ts';
import { refreshStatistics } from '../../platform/db/refresh-statistics.ts';
import { inTransaction } from '../../platform/db/transaction.ts';
import { areaScope } from '../../platform/work.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    databaseUrl: string;
  }
}

type TestServer = { readonly url: string; readonly stop: () => Promise<void> };

export default async function startForTests(project: TestProject) {
  const { url, stop } = await startServer();
  project.provide('databaseUrl', url);
  return stop;
}

/** A server in a folder of its own, and in it two templates: `linli`, migrated, and `linli_demo`, with the demo district too. */
async function startServer(): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'linli-test-'));
  // When root starts it, the database runs as nobody, who must be able to pass through.
  chmodSync(folder, 0o755);
  const quick = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };
  const server = await startEmbedded({ folder: join(folder, 'postgres'), extraSettings: quick });
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    await migrate(server.url);
    await makeTemplates(server.url);
  } catch (error) {
    await server.stop();
    remove();
    throw error;
  }
  const stop = async () => {
    await server.stop();
    remove();
  };
  return { url: server.url, stop };
}

/** The demo district is loaded once, because most tests of the server want it. A database can be cloned only while nobody is connected to it. */
async function makeTemplates(url: string) {
  const client = new pg.Client({ connectionString: url.replace('/linli?', '/postgres?') });
  await client.connect();
  try {
    await client.query('alter database linli with allow_connections false');
    await client.query('create database linli_demo template linli');
    await loadDemo(url.replace('/linli?', '/linli_demo?'));
    await client.query('alter database linli_demo with allow_connections false');
  } finally {
    await client.end();
  }
}

async function loadDemo(url: string) {
  const db = openDatabase(url, { maxConnections: 1 });
  const actor = { kind: 'system', name: 'demo' } as const;
  const occasion = { districtId: demoDistrictId, scope: areaScope(''), actor, now: new Date('2026-01-01T00:00:00Z') };
  try {
    await inTransaction(db, occasion, loadDemoDistrict);
    await refreshStatistics(url);
  } finally {
    await db.destroy();
  }
}
