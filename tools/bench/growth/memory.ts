import { readdirSync, readFileSync } from 'node:fs';
import type pg from 'pg';

/** The process of the database, whose children do the work. */
export async function databasePid(owner: pg.Client): Promise<number> {
  const { rows } = await owner.query<{ text: string }>(`select pg_read_file('postmaster.pid', 0, 20) as text`);
  return Number(rows[0]?.text.split('\n')[0]);
}

/** Memory that one process holds, shared pages divided among those who share them, in MB (Linux); 0 when it is gone. */
function heldMb(pid: number): number {
  try {
    const found = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'));
    return Number(found?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        const text = readFileSync(`/proc/${name}/stat`, 'utf8');
        return Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[1]) === parent;
      } catch {
        return false;
      }
    })
    .map(Number);
}

/** Resident memory (常驻内存) of a process and its children together, in MB. */
export const residentMb = (pid: number): number => [pid, ...childrenOf(pid)].reduce((sum, one) => sum + heldMb(one), 0);
