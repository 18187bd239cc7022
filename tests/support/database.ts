import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import pg from 'pg';
import { inject } from 'vitest';
import { openDatabase, type Database } from '../../platform/db/database.ts';

export type TestDatabase = {
  readonly db: Kysely<Database>;
  /** Connects as owner, past row-level security. */
  readonly url: string;
  readonly drop: () => Promise<void>;
};

/** A database of one's own, cloned from the migrated template or from the one with the demo district; call `drop` when done. */
export async function freshDatabase(template: 'linli' | 'linli_demo' = 'linli'): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asAdministrator(`create database ${name} template ${template} strategy file_copy`);
  const url = urlOf(name);
  const db = openDatabase(url, { maxConnections: 4 });
  const drop = async () => {
    await db.destroy();
    await asAdministrator(`drop database ${name} with (force)`);
  };
  return { db, url, drop };
}

async function asAdministrator(statement: string) {
  const client = new pg.Client({ connectionString: urlOf('postgres') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

const urlOf = (name: string) => inject('databaseUrl').replace(/\/linli\?/, `/${name}?`);
