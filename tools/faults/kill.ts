import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServerProcess } from '../trial/server-process.ts';

export const victims = ['server', 'database', 'both'] as const;
export type Victim = (typeof victims)[number];

/** Kills without warning (kill -9): the server, every process of its database, or both at once. */
export async function kill(victim: Victim, server: ServerProcess, folder: string): Promise<void> {
  const database = victim === 'server' ? [] : processesOf(folder);
  if (victim !== 'database') await server.end('SIGKILL');
  for (const pid of database) killIfThere(pid);
}

/** The postmaster named in the lock file, and its children. */
function processesOf(folder: string): number[] {
  const lock = readFileSync(join(folder, 'postgres/cluster/postmaster.pid'), 'utf8');
  const postmaster = Number.parseInt(lock, 10);
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(name) === postmaster);
  return [postmaster, ...children.map(Number)];
}

function parentOf(pid: string): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return 0;
  }
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
