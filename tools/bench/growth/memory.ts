import { readFileSync } from 'node:fs';
import { childrenOf } from '../processor-time.ts';

/** Memory that one process holds, shared pages divided among those who share them, in MB (Linux); 0 when it is gone. */
function heldMb(pid: number): number {
  try {
    const found = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'));
    return Number(found?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** Resident memory (常驻内存) of a process and its children together, in MB. */
export const residentMb = (pid: number): number => [pid, ...childrenOf(pid)].reduce((sum, one) => sum + heldMb(one), 0);
