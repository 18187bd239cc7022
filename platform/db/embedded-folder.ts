import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { StartFault } from '../start-fault.ts';

type Owner = { readonly uid: number; readonly gid: number } | undefined;
type Process = { readonly pid: number; readonly startedAt: string };

/** Makes a folder that only the database's user may enter. */
export function makePrivateFolder(folder: string, owner: Owner) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (owner) chownSync(folder, owner.uid, owner.gid);
  chmodSync(folder, 0o700);
}

/**
 * Picks the folder for the unix socket: inside the data folder, or, where that path is too long for a socket
 * (about 100 bytes), a private one in the system's temporary folder.
 */
export function makeSocketFolder(folder: string, owner: Owner): string {
  const name = `linli-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`;
  const candidates = [join(folder, 'socket'), join(tmpdir(), name), join('/tmp', name)];
  const socketFolder = candidates.find((path) => Buffer.byteLength(path) <= 85)!;
  if (existsSync(socketFolder)) {
    const found = lstatSync(socketFolder);
    const ours = owner?.uid ?? process.getuid?.();
    if (!found.isDirectory() || (found.uid !== ours && found.uid !== process.getuid?.())) {
      throw new StartFault('database.startFailed', {
        log: socketFolder,
        reason: 'socket folder belongs to someone else',
      });
    }
    rmSync(socketFolder, { recursive: true });
  }
  makePrivateFolder(socketFolder, owner);
  return socketFolder;
}

/**
 * Makes sure that no server runs on the folder: one whose owner died is stopped, a living one is a start fault
 * `database.folderTaken`, and a lock left by a process that no longer exists is removed.
 */
export async function claimFolder(folder: string) {
  const lock = join(folder, 'cluster', 'postmaster.pid');
  const pid = existsSync(lock) ? Number.parseInt(readFileSync(lock, 'utf8'), 10) : Number.NaN;
  if (pid > 0 && isPostgres(pid)) {
    const owner = readOwner(folder);
    if (!owner || isSameProcess(owner)) {
      throw new StartFault('database.folderTaken', { folder, pid: owner?.pid ?? pid });
    }
    process.kill(pid, 'SIGINT');
    for (let tries = 0; isPostgres(pid); tries += 1) {
      if (tries === 200) process.kill(pid, 'SIGQUIT');
      if (tries > 400) throw new StartFault('database.folderTaken', { folder, pid });
      await wait(50);
    }
  }
  rmSync(lock, { force: true });
}

/** Notes which process answers for the running server, so that a later start can tell a crash from a neighbour. */
export function writeOwner(folder: string) {
  const owner: Process = { pid: process.pid, startedAt: processStart(process.pid) };
  writeFileSync(join(folder, 'owner.json'), JSON.stringify(owner));
}

export const removeOwner = (folder: string) => rmSync(join(folder, 'owner.json'), { force: true });

function readOwner(folder: string): Process | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, 'owner.json'), 'utf8')) as Process;
  } catch {
    return undefined;
  }
}

const isSameProcess = (owner: Process) => isAlive(owner.pid) && processStart(owner.pid) === owner.startedAt;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Process ids are given out again; on Linux the name tells whether this one is a database. */
function isPostgres(pid: number): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform !== 'linux') return true;
  return readProc(pid, 'comm').trim() === 'postgres' && !/^\S+ \(.*\) Z/.test(readProc(pid, 'stat'));
}

/** When the process started, in clock ticks since boot; empty where the system does not say. */
const processStart = (pid: number) => readProc(pid, 'stat').split(') ').at(-1)?.split(' ')[19] ?? '';

function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
