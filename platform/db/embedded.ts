import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { StartFault, startFaultText } from '../start-fault.ts';
import { chooseRunAs, fileOwner, findBinaries, type Binaries, type RunAs } from './embedded-binaries.ts';
import { claimFolder, makePrivateFolder, makeSocketFolder, removeOwner, writeOwner } from './embedded-folder.ts';

export type Embedded = { readonly url: string; readonly stop: () => Promise<void> };

const databaseUser = 'linli';
const startTimeoutMs = 120_000;
const restartAfterMs = 1000;

const settings: Readonly<Record<string, string>> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '60',
  shared_buffers: '128MB',
  jit: 'off',
  timezone: 'UTC',
  log_min_messages: 'warning',
  log_checkpoints: 'off',
  // Failing statements and the rows they met may hold personal data; the log keeps neither.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

/**
 * Starts the embedded PostgreSQL (内置数据库) of one data folder, creating it the first time.
 *
 * It listens on a unix socket only, and lets in only the operating-system user who started it. When it ends by itself, or
 * is killed, it is started again on the same folder; whoever was in the middle of something gets an error and tries again.
 *
 * @param folder holds the database; nothing else may be kept in it
 * @param logTo file for the database's own messages; `server.log` in the folder if not given
 * @param extraSettings PostgreSQL settings on top of ours, such as `fsync` for tests
 * @returns the URL of the database `linli`, and a stop that waits until everything is on disk
 * @throws StartFault with a sentence for the operator
 */
export async function startEmbedded(input: {
  folder: string;
  logTo?: string;
  extraSettings?: Readonly<Record<string, string>>;
}): Promise<Embedded> {
  const folder = resolve(input.folder);
  const log = input.logTo ?? join(folder, 'server.log');
  const binaries = findBinaries();
  mkdirSync(dirname(folder), { recursive: true });
  const runAs = chooseRunAs([binaries.postgres, join(folder, 'cluster')]);
  makePrivateFolder(folder, fileOwner(runAs));
  await claimFolder(folder);
  createCluster(folder, binaries, runAs);
  allowOnlyOurselves(join(folder, 'cluster'), runAs);

  const socketFolder = makeSocketFolder(folder, fileOwner(runAs));
  const url = (name: string) =>
    `postgresql://${databaseUser}@localhost/${name}?host=${encodeURIComponent(socketFolder)}`;
  const all = { ...settings, ...input.extraSettings, unix_socket_directories: socketFolder };
  const cluster = join(folder, 'cluster');
  let isStopping = false;
  let server = launch(binaries, runAs, cluster, all, log);
  writeOwner(folder);
  const stopWithUs = () => server.kill('SIGINT');
  process.once('exit', stopWithUs);
  try {
    await createDatabase(server, url('postgres'), log);
  } catch (error) {
    server.kill('SIGINT');
    process.off('exit', stopWithUs);
    throw error;
  }
  /** A database that ends while we live is started again: what was committed is on disk. A broken one is tried each second. */
  const startAgain = async (): Promise<void> => {
    if (isStopping) return;
    process.stderr.write(`${startFaultText('database.lost', { log })}\n`);
    await wait(restartAfterMs);
    if (isStopping) return;
    try {
      await claimFolder(folder);
      server = launch(binaries, runAs, cluster, all, log);
    } catch (error) {
      process.stderr.write(`${String(error)}\n`); // such as a disk that is full, or may only be read
      return startAgain();
    }
    server.once('exit', () => void startAgain());
  };
  server.once('exit', () => void startAgain());
  return {
    url: url('linli'),
    stop: async () => {
      isStopping = true;
      process.off('exit', stopWithUs);
      await stopServer(server);
      rmSync(socketFolder, { recursive: true, force: true });
      removeOwner(folder);
    },
  };
}

/** Built beside and renamed, so that a start that is cut off leaves no half database. */
function createCluster(folder: string, binaries: Binaries, runAs: RunAs) {
  const cluster = join(folder, 'cluster');
  if (existsSync(cluster)) {
    const found = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
    if (found === binaries.majorVersion) return;
    throw new StartFault('database.otherVersion', { folder, found, expected: binaries.majorVersion });
  }
  const unfinished = join(folder, 'cluster.new');
  rmSync(unfinished, { recursive: true, force: true });
  const options = ['--username', databaseUser, '--auth', 'peer', '--encoding', 'UTF8', '--locale', 'C.UTF-8'];
  const [command, ...rest] = [...runAs.prefix, binaries.initdb, '--pgdata', unfinished, '--data-checksums', ...options];
  const made = spawnSync(command!, rest, { ...identity(runAs), encoding: 'utf8', env: environment });
  if (made.status !== 0) {
    rmSync(unfinished, { recursive: true, force: true });
    const reason = made.error?.message ?? made.stderr.trim();
    throw new StartFault('database.initFailed', { folder, reason });
  }
  renameSync(unfinished, cluster);
}

/** The user who starts may change between starts, so these are written each time. */
function allowOnlyOurselves(cluster: string, runAs: RunAs) {
  const files = {
    'pg_hba.conf': 'local all all peer map=linli\n',
    'pg_ident.conf': `linli "${userInfo().username}" ${databaseUser}\n`,
  };
  for (const [name, text] of Object.entries(files)) {
    const path = join(cluster, name);
    writeFileSync(path, text, { mode: 0o600 });
    const owner = fileOwner(runAs);
    if (owner) chownSync(path, owner.uid, owner.gid);
  }
}

/** Detached, because Ctrl-C reaches a whole process group and the database must outlive the last request. */
function launch(binaries: Binaries, runAs: RunAs, cluster: string, all: Record<string, string>, log: string) {
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const [command, ...rest] = [...runAs.prefix, binaries.postgres, '-D', cluster, ...flags];
  const output = openSync(log, 'a');
  const stdio: ['ignore', number, number] = ['ignore', output, output];
  const server = spawn(command!, rest, { ...identity(runAs), env: environment, detached: true, stdio });
  closeSync(output);
  return server;
}

async function createDatabase(server: ChildProcess, url: string, log: string) {
  const client = await connectWhenReady(server, url, log);
  try {
    const found = await client.query(`select from pg_database where datname = 'linli'`);
    if (found.rowCount === 0) await client.query('create database linli');
  } finally {
    await client.end();
  }
}

async function connectWhenReady(server: ChildProcess, url: string, log: string): Promise<Client> {
  for (const giveUpAt = Date.now() + startTimeoutMs; ; await wait(25)) {
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      return client;
    } catch (cause) {
      const ended = server.exitCode !== null || server.signalCode !== null;
      if (!ended && Date.now() < giveUpAt) continue;
      const reason = readFileSync(log, 'utf8').trim().split('\n').slice(-3).join(' ');
      throw new StartFault('database.startFailed', { log, reason }, cause);
    }
  }
}

/** Fast stop: sessions are ended, everything is written. */
async function stopServer(server: ChildProcess) {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGINT');
  const timer = setTimeout(() => server.kill('SIGQUIT'), 30_000);
  await ended;
  clearTimeout(timer);
}

const environment = { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' };

const identity = ({ uid, gid }: RunAs) => (uid !== undefined && gid !== undefined ? { uid, gid } : {});
