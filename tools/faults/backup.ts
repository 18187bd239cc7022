import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { makeAsk } from '../trial/ask.ts';
import { findFreePort, startServerProcess } from '../trial/server-process.ts';
import { prepareDesks, report, startWriters } from './ground.ts';
import { kill } from './kill.ts';

/**
 * Backs up under load with the documented command, kills everything and removes it, restores into another folder with the
 * documented command, and compares with what was acknowledged before the backup began.
 */
export async function backUpAndRestore(folder: string, writers: number): Promise<boolean> {
  const [data, restored, backups] = ['data', 'restored', 'backups'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  mkdirSync(backups);
  const desks = await prepareDesks(data);
  const port = await findFreePort();
  const server = await startServerProcess({ folder: data, port });
  const { memory, finish } = startWriters(makeAsk({ host: '127.0.0.1', port }, writers * 2), () => desks, writers);
  await wait(3000);
  const before = [...memory.acknowledged];
  await command(data, 'backup', backups);
  const during = memory.acknowledged.length - before.length;
  await wait(1000);
  await kill('both', server, data);
  rmSync(data, { recursive: true, force: true });
  void finish();
  const [backup] = readdirSync(backups);
  await command(restored, 'restore', join(backups, backup ?? ''));
  console.log(`backup under ${writers} writers: ${before.length} acknowledged before it began, ${during} while it ran`);
  return report(restored, memory, before);
}

async function command(dataFolder: string, name: 'backup' | 'restore', argument: string): Promise<void> {
  const file = join(import.meta.dirname, '..', `${name}.ts`);
  const env = { ...process.env, LINLI_DATA: dataFolder, DATABASE_URL: '' };
  const [status] = await once(spawn(process.execPath, [file, argument], { env, stdio: 'inherit' }), 'exit');
  if (status !== 0) throw new Error(`${name} ended with ${status}`);
}
