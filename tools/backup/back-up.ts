import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { copyCluster } from './copy-cluster.ts';
import { copyFile, copyTree, sync, type CopiedFile } from './copy-tree.ts';

/** What a backup holds, as its file `manifest.json` says; it is written last, so a backup without it is not whole. */
export type Manifest = { readonly at: string; readonly files: readonly CopiedFile[] };
export type BackedUp = { readonly folder: string; readonly files: number; readonly bytes: number };

/**
 * Writes a backup (备份) of a data folder while its database runs: the database first, then the attachments, which are
 * always stored before a row names them. In a demo its secret comes along; that of a real district is not in the folder.
 *
 * @param url where the database answers, as its owner
 * @param into an existing folder; the backup becomes a folder in it, named by `now`
 */
export async function backUp(dataFolder: string, url: string, into: string, now: Date): Promise<BackedUp> {
  const name = `linli-${now.toISOString().replace(/[:.]/g, '-')}`;
  const folder = join(into, name);
  const unfinished = `${folder}.unfinished`;
  await mkdir(unfinished, { mode: 0o700 });
  try {
    const cluster = await copyCluster(
      { url, folder: join(dataFolder, 'postgres', 'cluster') },
      join(unfinished, 'postgres', 'cluster'),
    );
    const attachments = await copyTree(join(dataFolder, 'files'), join(unfinished, 'files'), isWhole);
    const files = [
      ...within('postgres/cluster', cluster),
      ...within('files', attachments),
      ...(await copyFile(dataFolder, unfinished, 'secret')),
    ];
    await sync(unfinished, files);
    await writeManifest(unfinished, { at: now.toISOString(), files });
    await rename(unfinished, folder);
    return { folder, files: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) };
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
}

/** Attachments are named by their digest; while one is being written it has an ending. */
const isWhole = (path: string) => (/^[0-9a-f]{2}(\/[0-9a-f]{64})?$/.test(path) ? 'copy' : 'leave');

const within = (folder: string, files: readonly CopiedFile[]): CopiedFile[] =>
  files.map((file) => ({ ...file, path: `${folder}/${file.path}` }));

async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const file = await open(join(folder, 'manifest.json'), 'wx', 0o600);
  await file.writeFile(JSON.stringify(manifest, null, 1));
  await file.sync();
  await file.close();
}
