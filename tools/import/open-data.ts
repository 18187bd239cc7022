import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import pg from 'pg';
import type { Config } from '../../platform/config.ts';
import { openDatabase, type Database } from '../../platform/db/database.ts';
import { startEmbedded } from '../../platform/db/embedded.ts';
import { migrate } from '../../platform/db/migrate.ts';
import { StartFault } from '../../platform/start-fault.ts';

type Reached = { readonly url: string; readonly leave: () => Promise<void> };

/**
 * Opens the database that the server with the same settings uses (打开数据), brought up to date, and closes it again.
 *
 * With the embedded database: if a server runs on the data folder, its database is shared, so nobody has to stop it;
 * otherwise the database is started for as long as `run` takes.
 *
 * @throws StartFault with a sentence for the operator
 */
export async function withData<T>(
  config: Pick<Config, 'databaseUrl' | 'dataFolder' | 'namedStatements'>,
  run: (db: Kysely<Database>, url: string) => Promise<T>,
): Promise<T> {
  const { url, leave } = await reach(config);
  try {
    await migrate(url);
    const db = openDatabase(url, { maxConnections: 4, namedStatements: config.namedStatements });
    try {
      return await run(db, url);
    } finally {
      await db.destroy();
    }
  } finally {
    await leave();
  }
}

async function reach({ databaseUrl, dataFolder }: Pick<Config, 'databaseUrl' | 'dataFolder'>): Promise<Reached> {
  if (databaseUrl !== null) return { url: databaseUrl, leave: async () => {} };
  const folder = join(dataFolder, 'postgres');
  try {
    const { url, stop } = await startEmbedded({ folder });
    return { url, leave: stop };
  } catch (error) {
    const url = error instanceof StartFault && error.code === 'database.folderTaken' ? findRunning(folder) : undefined;
    if (url === undefined || !(await answers(url))) throw error;
    return { url, leave: async () => {} };
  }
}

/** A running server writes where it listens on the fifth line of its lock file. */
function findRunning(folder: string): string | undefined {
  try {
    const socketFolder = readFileSync(join(folder, 'cluster', 'postmaster.pid'), 'utf8')
      .split('\n')[4]
      ?.trim();
    return socketFolder ? `postgresql://linli@localhost/linli?host=${encodeURIComponent(socketFolder)}` : undefined;
  } catch {
    return undefined;
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}
