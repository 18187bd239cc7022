import { createHash } from 'node:crypto';
import { access, constants, mkdir, open, readFile, rename, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';

/** Files named by their content, in a folder: the same bytes are stored once. */
export type FileStore = {
  readonly put: (bytes: Buffer) => Promise<{ sha256: string }>;
  readonly get: (sha256: string) => Promise<Buffer>;
  /** @throws what the system says when nothing can be stored now: ENOSPC with less room than one file may need, EROFS */
  readonly check: () => Promise<void>;
};

const digest = /^[0-9a-f]{64}$/;
/** About what one photo with its small picture takes. */
const LEAST_ROOM_BYTES = 16 * 1_048_576;

/**
 * Opens a folder as a store of files named by content (附件存储).
 *
 * A file is complete on disk before its name exists, so that a crash leaves no half file under a good name.
 */
export function openFileFolder(folder: string): FileStore {
  const pathOf = (sha256: string): string => {
    if (!digest.test(sha256)) throw new TypeError('not a digest');
    return join(folder, sha256.slice(0, 2), sha256);
  };
  return {
    async put(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const path = pathOf(sha256);
      if (await stat(path).catch(() => undefined)) return { sha256 };
      await mkdir(folder, { recursive: true });
      await makeFolder(join(folder, sha256.slice(0, 2)));
      const draft = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`;
      try {
        await writeWhole(draft, bytes);
        await rename(draft, path);
      } catch (error) {
        await rm(draft, { force: true }).catch(() => undefined); // a full disk must not stay full of halves
        throw error;
      }
      return { sha256 };
    },
    get: (sha256) => readFile(pathOf(sha256)),
    async check() {
      await mkdir(folder, { recursive: true });
      await access(folder, constants.W_OK);
      const { bavail, bsize } = await statfs(folder);
      if (bavail * bsize < LEAST_ROOM_BYTES) throw Object.assign(new Error('no room for a file'), { code: 'ENOSPC' });
    },
  };
}

/** Not the recursive form: on a disk that may only be read it says that the parent is missing. */
async function makeFolder(path: string): Promise<void> {
  await mkdir(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}

async function writeWhole(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'w', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}
