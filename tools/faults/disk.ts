import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync, statfsSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { makeAsk } from '../trial/ask.ts';
import { findFreePort, startServerProcess, type ServerProcess } from '../trial/server-process.ts';
import { prepareDesks, report, startWriters, tellMemory, untilItAnswers } from './ground.ts';
import { kill } from './kill.ts';
import { mayMount, mountDisk, remount, unmountDisk } from './mount.ts';
import { startPhotographer } from './photographer.ts';
import { startProber } from './prober.ts';

const DATABASE_MB = 320;
const FILES_MB = 32;
const TROUBLE_MS = 6000;
const UNTIL_MS = 60_000;

/**
 * The disk of the attachments and that of the database are filled and emptied again, and may only be read for a while (磁盘写满、
 * 只读), under writers and people who send photos. The server brings up its own database on such a disk, as on a small machine.
 */
export async function failDisks(folder: string, writers: number): Promise<boolean> {
  if (!mayMount()) {
    console.log('disks of a small size need root, who may mount them; this was not run');
    return true;
  }
  const data = join(folder, 'data');
  mkdirSync(data);
  mountDisk(data, DATABASE_MB);
  const files = join(data, 'files');
  mkdirSync(files);
  mountDisk(files, FILES_MB);
  try {
    chmodSync(data, 0o755);
    return await failMounted(data, files, writers);
  } finally {
    unmountDisk(files);
    unmountDisk(data);
  }
}

async function failMounted(data: string, files: string, writers: number): Promise<boolean> {
  const desks = await prepareDesks(data);
  const port = await findFreePort();
  const server = await startServerProcess({ folder: data, port });
  const { memory, finish } = startWriters(makeAsk({ host: '127.0.0.1', port }, writers * 2), () => desks, writers);
  const photographer = startPhotographer(port);
  const wrongs: string[] = [];

  /** Lets something fail, waits until both /healthz and those who write were told so, mends it, and waits until all goes on. */
  const during = async (name: string, code: string, breaking: () => unknown, mending: () => unknown) => {
    const before = { acknowledged: memory.acknowledged.length, photos: photographer.acknowledged.length };
    const prober = startProber(port);
    await breaking();
    const isSaid = await until(async () => (await healthOf(port)).includes(code));
    await wait(TROUBLE_MS);
    await mending();
    await untilItAnswers(port);
    const mark = { acknowledged: memory.acknowledged.length, photos: photographer.acknowledged.length };
    const goesOn = await until(
      async () => memory.acknowledged.length > mark.acknowledged && photographer.acknowledged.length > mark.photos,
    );
    const { line, wrongs: unsaid } = await prober.stop();
    console.log(
      `${name}: ${isSaid ? 'said' : 'NOT SAID'} by /healthz; meanwhile ${mark.acknowledged - before.acknowledged} commands and ` +
        `${mark.photos - before.photos} photos acknowledged, ${line}; ${goesOn ? 'went on by itself' : 'DID NOT GO ON'}`,
    );
    if (!isSaid || !goesOn) wrongs.push(name);
    wrongs.push(...unsaid);
  };
  const ballastIn = (folder: string) => join(folder, 'ballast');
  const empty = (folder: string) => () => rmSync(ballastIn(folder), { force: true });

  await wait(1000);
  await during('attachments, disk full', 'trouble.storage_full', () => fill(ballastIn(files), files), empty(files));
  await during(
    'attachments, disk read-only',
    'trouble.storage_read_only',
    () => remount(files, 'ro'),
    () => remount(files, 'rw'),
  );
  await during('database, disk full', 'trouble', () => fill(ballastIn(data), data), empty(data));
  await during(
    'database killed, disk read-only',
    'trouble.database_away',
    () => killAndClose(server, data),
    () => remount(data, 'rw'),
  );
  await finish();
  await photographer.finish();
  await server.end('SIGTERM');
  for (const wrong of wrongs.slice(0, 8)) console.log(`  ✗ ${wrong}`);
  console.log(`${writers} writers: ${tellMemory(memory)}; photos: ${photographer.tell()}`);
  const photosFit = checkPhotos(files, photographer.acknowledged.length);
  return (await report(data, memory, memory.acknowledged)) && photosFit && wrongs.length === 0 && photographer.fits();
}

/** Until the file system has nothing left. */
function fill(ballast: string, folder: string): void {
  const part = Buffer.alloc(1024 * 1024);
  try {
    for (;;) writeFileSync(ballast, part, { flag: 'a' });
  } catch {
    const { bavail, bsize } = statfsSync(folder);
    try {
      writeFileSync(ballast, Buffer.alloc(bavail * bsize), { flag: 'a' });
    } catch {
      // somebody else took the last of it
    }
  }
}

/** A disk with files open for writing cannot be closed to writing, so the database is killed first. */
async function killAndClose(server: ServerProcess, data: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    await kill('database', server, data).catch(() => undefined);
    await wait(20);
    try {
      return remount(data, 'ro');
    } catch (error) {
      if (tries > 100) throw error;
    }
  }
}

const healthOf = (port: number): Promise<string> =>
  fetch(`http://127.0.0.1:${port}/healthz`).then(
    (answer) => answer.text(),
    () => '',
  );

async function until(isSo: () => Promise<boolean>): Promise<boolean> {
  for (const giveUpAt = Date.now() + UNTIL_MS; Date.now() < giveUpAt; await wait(200)) if (await isSo()) return true;
  return false;
}

/** Every file under a digest has that digest, none is left half, and there are as many as were acknowledged at least. */
function checkPhotos(files: string, acknowledged: number): boolean {
  const names = readdirSync(files, { recursive: true, encoding: 'utf8' }).filter((name) => /^..\/./.test(name));
  const wrong = names.filter((name) => {
    const digest = createHash('sha256')
      .update(readFileSync(join(files, name)))
      .digest('hex');
    return name.slice(3) !== digest;
  });
  const fits = wrong.length === 0 && names.length >= acknowledged && acknowledged > 0;
  console.log(
    `${fits ? '✓' : '✗'} attachments whole under their digest: ${names.length} looked at, ${wrong.length} wrong; ${acknowledged} were acknowledged`,
  );
  return fits;
}
