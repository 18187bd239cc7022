import { existsSync } from 'node:fs';
import { chown, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { chooseRunAs, fileOwner, findBinaries } from '../../platform/db/embedded-binaries.ts';
import { done, refuse, type Result } from '../../platform/result.ts';
import type { Manifest } from './back-up.ts';
import { copyTree, sync, type CopiedFile } from './copy-tree.ts';

const manifestShape = z.object({
  at: z.iso.datetime(),
  files: z.array(z.object({ path: z.string().min(1), bytes: z.number().int().min(0), sha256: z.string().length(64) })),
});

/**
 * Puts a backup (恢复) into a data folder that has no data yet, and starts nothing. Every file is compared with the
 * manifest on the way; as long as one differs, nothing is put in place. The database syncs its files when it starts.
 *
 * @returns when the backup was made, or a refusal:
 *   - `notABackup`: the folder has no whole manifest, so it is no backup or an unfinished one
 *   - `notEmpty`: the data folder already holds a database
 *   - `damaged`: a file is missing or not what it was; `path` names the first one
 */
export async function restore(backup: string, dataFolder: string): Promise<Result<{ readonly at: string }>> {
  const manifest = await readManifest(backup);
  if (!manifest) return refuse('notABackup', { folder: backup });
  if (existsSync(join(dataFolder, 'postgres'))) return refuse('notEmpty', { folder: dataFolder });
  const unfinished = join(dataFolder, 'restore.unfinished');
  await rm(unfinished, { recursive: true, force: true });
  try {
    const copied = await copyTree(backup, unfinished, (path) => (path === 'manifest.json' ? 'leave' : 'copy'));
    const path = findDamaged(manifest.files, copied);
    if (path !== undefined) return refuse('damaged', { path });
    await sync(
      unfinished,
      copied.filter((file) => file.path.startsWith('files/')),
    );
    await giveToDatabase(join(unfinished, 'postgres'));
    for (const name of parts)
      if (existsSync(join(unfinished, name))) await rename(join(unfinished, name), join(dataFolder, name));
    return done({ at: manifest.at });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

/** The database comes last: without it the folder still counts as empty, and the same command can be given again. */
const parts = ['files', 'secret', 'postgres'];

async function readManifest(backup: string): Promise<Manifest | undefined> {
  const text = await readFile(join(backup, 'manifest.json'), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return manifestShape.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function findDamaged(promised: readonly CopiedFile[], found: readonly CopiedFile[]): string | undefined {
  const byPath = new Map(found.map((file) => [file.path, file]));
  const wrong = promised.find(({ path, bytes, sha256 }) => {
    const file = byPath.get(path);
    return file?.bytes !== bytes || file.sha256 !== sha256;
  });
  const known = new Set(promised.map(({ path }) => path));
  return (wrong ?? found.find(({ path }) => !known.has(path)))?.path;
}

/** Where root starts the database, it runs as another user, who must own its files. */
async function giveToDatabase(folder: string): Promise<void> {
  const owner = fileOwner(chooseRunAs([findBinaries().postgres, join(folder, 'cluster')]));
  if (!owner) return;
  const all = await readdir(folder, { recursive: true });
  for (const path of ['', ...all]) await chown(join(folder, path), owner.uid, owner.gid);
}
