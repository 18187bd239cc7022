import { readdirSync, readFileSync } from 'node:fs';
import type pg from 'pg';

const TICKS_A_SECOND = 100;

type Stat = { readonly parent: number; readonly own: number; readonly ended: number };

/** User and system time of one process, and of its children that have ended; undefined when it is gone. */
function statOf(pid: number): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const at = (index: number) => fields[index] ?? 0;
    return { parent: at(1), own: at(11) + at(12), ended: at(13) + at(14) };
  } catch {
    return undefined;
  }
}

/** Processor time used so far by a process and its children, in seconds (Linux); undefined elsewhere. */
export function processorSeconds(pid: number): number | undefined {
  const own = statOf(pid);
  if (!own) return undefined;
  const ticks = own.own + own.ended + childrenOf(pid).reduce((sum, child) => sum + (statOf(child)?.own ?? 0), 0);
  return ticks / TICKS_A_SECOND;
}

/** The processes that a process started and that still run (Linux). */
export const childrenOf = (pid: number): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((one) => statOf(one)?.parent === pid);

/** The process of the database, whose children do the work. */
export async function databasePid(owner: pg.Client): Promise<number> {
  const { rows } = await owner.query<{ text: string }>(`select pg_read_file('postmaster.pid', 0, 20) as text`);
  return Number(rows[0]?.text.split('\n')[0]);
}
