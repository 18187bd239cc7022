import { execFileSync } from 'node:child_process';

/** Whether this machine lets us make small disks: Linux, as root. */
export const mayMount = (): boolean => process.platform === 'linux' && process.getuid?.() === 0;

/** A disk of its own in memory (小磁盘), of so many megabytes, at an empty folder. */
export const mountDisk = (folder: string, megabytes: number): void =>
  run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'linli-faults', folder);

/** @throws while a file on it is open for writing and it should be read only */
export const remount = (folder: string, how: 'ro' | 'rw'): void => run('mount', '-o', `remount,${how}`, folder);

/** At once, and from the system when nobody uses it any more. */
export const unmountDisk = (folder: string): void => run('umount', '--lazy', folder);

function run(command: string, ...rest: readonly string[]): void {
  execFileSync(command, rest, { stdio: ['ignore', 'ignore', 'pipe'] });
}
