import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { StartFault } from '../start-fault.ts';

export type Migration = { readonly name: string; readonly sql: string; readonly sha256: string };

const lineFolder = fileURLToPath(new URL('../../db/migrations', import.meta.url));
const oldestServer = 150000;
/** Any fixed number: all starting processes of one database queue at it. */
const lockNumber = 7_152_001;

/**
 * Reads the line of migrations (迁移) in order.
 *
 * @throws StartFault `migration.badName`, `migration.notInLine`
 */
export function readMigrations(folder: string = lineFolder): Migration[] {
  const names = readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .toSorted();
  return names.map((name, index) => {
    if (!/^\d{4}(-[a-z0-9]+)+\.sql$/.test(name)) throw new StartFault('migration.badName', { name });
    const expected = String(index + 1).padStart(4, '0');
    if (!name.startsWith(expected)) throw new StartFault('migration.notInLine', { name, expected });
    const sql = readFileSync(join(folder, name), 'utf8');
    return { name: name.slice(0, -'.sql'.length), sql, sha256: createHash('sha256').update(sql).digest('hex') };
  });
}

/**
 * Brings a database up to date, each migration in its own transaction; several processes may start at once.
 *
 * @returns the names applied now, in order
 * @throws StartFault `database.refused`, `database.tooOld`, `migration.changed`, `migration.unknown`, `migration.failed`
 */
export async function migrate(url: string, migrations = readMigrations()): Promise<{ applied: string[] }> {
  const client = await connect(url);
  try {
    await refuseOldServer(client);
    await client.query('select pg_advisory_lock($1)', [lockNumber]);
    const already = await readApplied(client);
    refuseOtherHistory(migrations, already);
    const missing = migrations.filter(({ name }) => !already.has(name));
    for (const migration of missing) await apply(client, migration);
    return { applied: missing.map(({ name }) => name) };
  } finally {
    await client.end();
  }
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'linli-migrate' });
  try {
    await client.connect();
    return client;
  } catch (cause) {
    throw new StartFault('database.refused', { host: client.host, reason: reasonOf(cause) }, cause);
  }
}

async function refuseOldServer(client: pg.Client) {
  const { rows } = await client.query<{ number: number; version: string }>(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as version`,
  );
  if (rows[0]!.number < oldestServer) throw new StartFault('database.tooOld', { found: rows[0]!.version });
}

async function readApplied(client: pg.Client): Promise<Map<string, string>> {
  const found = await client.query<{ exists: boolean }>(
    `select to_regclass('platform.migrations') is not null as exists`,
  );
  if (!found.rows[0]!.exists) return new Map();
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from platform.migrations');
  return new Map(rows.map(({ name, sha256 }) => [name, sha256]));
}

function refuseOtherHistory(migrations: readonly Migration[], already: ReadonlyMap<string, string>) {
  const known = new Map(migrations.map(({ name, sha256 }) => [name, sha256]));
  for (const [name, sha256] of already) {
    if (!known.has(name)) throw new StartFault('migration.unknown', { name });
    if (known.get(name) !== sha256) throw new StartFault('migration.changed', { name });
  }
}

async function apply(client: pg.Client, { name, sql, sha256 }: Migration) {
  await client.query('begin');
  try {
    await client.query(sql);
  } catch (cause) {
    await client.query('rollback');
    const line = sql.slice(0, positionOf(cause)).split('\n').length;
    throw new StartFault('migration.failed', { name, line, reason: reasonOf(cause) }, cause);
  }
  await client.query(`
    create table if not exists platform.migrations (
      name text constraint migrations_pk primary key,
      sha256 text not null,
      applied_at timestamptz not null default now()
    )`);
  await client.query('insert into platform.migrations (name, sha256) values ($1, $2)', [name, sha256]);
  await client.query('commit');
}

const positionOf = (error: unknown) => Number((error as { position?: string }).position ?? 1) - 1;

const reasonOf = (error: unknown) =>
  (error instanceof Error && (error.message || (error as NodeJS.ErrnoException).code)) || '';
