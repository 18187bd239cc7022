import { createHash } from 'node:crypto';
import { mkdir, open, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** One file of a backup: its path in there with slashes, its size, and the SHA-256 of what it holds, in hex. */
export type CopiedFile = { readonly path: string; readonly bytes: number; readonly sha256: string };
/** What becomes of a file or folder: copied with all in it, made as an empty folder, or left out. */
export type Choose = (path: string) => 'copy' | 'empty' | 'leave';

const CHUNK_BYTES = 1 << 20;
const SYNC_AT_ONCE = 64;

/** Copies a folder that others may be changing meanwhile; what vanishes before its turn is left out. */
export async function copyTree(folder: string, into: string, choose: Choose): Promise<readonly CopiedFile[]> {
  const copied: CopiedFile[] = [];
  const walk = async (path: string): Promise<void> => {
    await mkdir(join(into, path), { recursive: true, mode: 0o700 });
    for (const entry of (await unlessGone(readdir(join(folder, path), { withFileTypes: true }))) ?? []) {
      const inside = path === '' ? entry.name : `${path}/${entry.name}`;
      const choice = choose(inside);
      if (choice === 'empty') await mkdir(join(into, inside), { recursive: true, mode: 0o700 });
      else if (choice === 'copy' && entry.isDirectory()) await walk(inside);
      else if (choice === 'copy') copied.push(...(await copyFile(folder, into, inside)));
    }
  };
  await walk('');
  return copied;
}

/** Copies one file; nothing when there is no such file. */
export async function copyFile(folder: string, into: string, path: string): Promise<readonly CopiedFile[]> {
  const source = await unlessGone(open(join(folder, path), 'r'));
  if (!source) return [];
  try {
    return [await writeWhole(into, path, source.createReadStream({ autoClose: false, highWaterMark: CHUNK_BYTES }))];
  } finally {
    await source.close();
  }
}

/** Writes a new file. */
export async function writeWhole(
  into: string,
  path: string,
  parts: AsyncIterable<Buffer> | Iterable<Buffer>,
): Promise<CopiedFile> {
  await mkdir(dirname(join(into, path)), { recursive: true, mode: 0o700 });
  const target = await open(join(into, path), 'wx', 0o600);
  try {
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const part of parts) {
      hash.update(part);
      await target.writeFile(part);
      bytes += part.length;
    }
    return { path, bytes, sha256: hash.digest('hex') };
  } finally {
    await target.close();
  }
}

/** Waits until the files are on disk; many at a time, because each wait is mostly for the same journal. */
export async function sync(folder: string, files: readonly CopiedFile[]): Promise<void> {
  for (let at = 0; at < files.length; at += SYNC_AT_ONCE) {
    const some = files.slice(at, at + SYNC_AT_ONCE);
    await Promise.all(
      some.map(async ({ path }) => {
        const file = await open(join(folder, path), 'r');
        try {
          await file.sync();
        } finally {
          await file.close();
        }
      }),
    );
  }
}

async function unlessGone<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
