import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { startEmbedded } from '../../../platform/db/embedded.ts';
import { findFreePort, startServerProcess, type ServerProcess } from '../../trial/server-process.ts';

/** For filling only: what is lost in a crash is filled again. Reading happens under the settings that everybody has. */
const fillSettings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '16GB',
  shared_buffers: '1GB',
  maintenance_work_mem: '768MB',
  work_mem: '256MB',
  autovacuum: 'off',
} as const;

const READY_WITHIN_MS = 600_000;

/** One cluster with a database for each size (基准库): filled once, read as often as wished. */
export type Store = {
  readonly folder: string;
  /** Makes a database as a copy of `base` and fills it; does nothing when that was done before. */
  readonly ensure: (name: string, base: string | null, fill: (url: string) => Promise<void>) => Promise<void>;
  /** Runs the real server on a database while `run` lasts. */
  readonly serve: <T>(name: string, run: (served: Served) => Promise<T>, districtId?: number) => Promise<T>;
  /** The address of a database under the settings that everybody has. */
  readonly urlOf: (name: string) => Promise<string>;
  /** Throws a database away, if it is there. */
  readonly drop: (name: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

export type Served = {
  readonly databaseUrl: string;
  readonly address: { readonly host: string; readonly port: number };
  readonly server: ServerProcess;
  /** From starting the process until it answered. */
  readonly startMs: number;
};

/**
 * Opens the databases of the bench.
 *
 * @param keep a folder that is kept, so that filling is not repeated; without it all is thrown away at the end
 */
export async function openStore(keep: string | undefined, say: (text: string) => void): Promise<Store> {
  const folder = keep === undefined ? mkdtempSync(join(tmpdir(), 'linli-bench-')) : resolve(keep);
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755); // when root starts it, the database runs as nobody, who must be able to pass through
  let running: { readonly filling: boolean; readonly url: string; readonly stop: () => Promise<void> } | undefined;

  /** The same cluster under the settings that are wanted now; gives the address of one of its databases. */
  const open = async (name: string, { filling }: { readonly filling: boolean }): Promise<string> => {
    if (running?.filling !== filling) {
      await running?.stop();
      running = undefined;
      const settings = filling ? { extraSettings: fillSettings } : {};
      running = { filling, ...(await startEmbedded({ folder: join(folder, 'postgres'), ...settings })) };
    }
    return running.url.replace('/linli?', `/${name}?`);
  };

  const drop = async (name: string) => {
    const url = await open('linli', { filling: running?.filling ?? false });
    await withClient(url, async (owner) => {
      await owner.query('create table if not exists public.bench_filled (name text primary key)');
      await owner.query('delete from public.bench_filled where name = $1', [name]);
      await owner.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
    });
  };

  return {
    folder,
    drop,
    urlOf: (name) => open(name, { filling: false }),
    ensure: async (name, base, fill) => {
      const known = await withClient(await open('linli', { filling: running?.filling ?? false }), async (owner) => {
        await owner.query('create table if not exists public.bench_filled (name text primary key)');
        return (await owner.query('select from public.bench_filled where name = $1', [name])).rowCount === 1;
      });
      if (known) return;
      const startedAt = performance.now();
      const admin = await open('linli', { filling: true });
      await withClient(admin, async (owner) => {
        await owner.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
        const like = base === null ? '' : ` template ${pg.escapeIdentifier(base)}`;
        await owner.query(`create database ${pg.escapeIdentifier(name)}${like}`);
      });
      await fill(await open(name, { filling: true }));
      await withClient(admin, (owner) => owner.query('insert into public.bench_filled values ($1)', [name]));
      say(`${name}: filled in ${((performance.now() - startedAt) / 1000).toFixed(0)} s`);
    },
    serve: async (name, run, districtId) => {
      const databaseUrl = await open(name, { filling: false });
      const port = await findFreePort();
      const startedAt = performance.now();
      const server = await startServerProcess({
        folder: join(folder, 'data'),
        port,
        databaseUrl,
        readyWithinMs: READY_WITHIN_MS,
        ...(districtId === undefined ? {} : { districtId }),
      });
      const startMs = performance.now() - startedAt;
      try {
        return await run({ databaseUrl, address: { host: '127.0.0.1', port }, server, startMs });
      } finally {
        await server.end('SIGTERM');
      }
    },
    close: async () => {
      await running?.stop();
      if (keep === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A connection as the owner of the database, while `run` lasts. */
export async function withClient<T>(url: string, run: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  try {
    return await run(owner);
  } finally {
    await owner.end();
  }
}

const CALM_LOOKS = 4;

/** Waits until the server's own rounds have nothing to do, so that they are not measured with the pages; three minutes at most. */
export async function waitUntilCalm(url: string): Promise<void> {
  await withClient(url, async (owner) => {
    for (let calm = 0, looks = 0; calm < CALM_LOOKS && looks < 360; looks += 1) {
      const { rows } = await owner.query<{ n: number }>(`select count(*)::int as n from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle' and backend_type = 'client backend'`);
      calm = rows[0]?.n === 0 ? calm + 1 : 0;
      await wait(500);
    }
  });
}
