import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFileFolder } from '../../platform/files/folder.ts';
import { startEmbedded, type Embedded } from '../../platform/db/embedded.ts';
import { backUp } from './back-up.ts';
import { restore } from './restore.ts';

const base = mkdtempSync(join(tmpdir(), 'linli-backup-'));
chmodSync(base, 0o755);
const data = join(base, 'data');
const backups = join(base, 'backups');
const now = new Date('2026-03-02T10:00:00Z');
let source: Embedded;
let picture: string;
let backup: string;
beforeAll(async () => {
  mkdirSync(backups);
  source = await startEmbedded({ folder: join(data, 'postgres') });
  await ask(source.url, `create table kept as select 'before' as name`);
  picture = (await openFileFolder(join(data, 'files')).put(Buffer.from('a picture'))).sha256;
  ({ folder: backup } = await backUp(data, source.url, backups, now));
  await ask(source.url, `insert into kept values ('after')`);
  await source.stop();
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

async function ask(url: string, text: string): Promise<{ name: string }[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(text);
  await client.end();
  return rows;
}

test('what was there when the backup was made is there again, with attachments, and the folder is named by its time', async () => {
  expect(backup).toBe(join(backups, 'linli-2026-03-02T10-00-00-000Z'));
  const target = join(base, 'elsewhere');
  mkdirSync(target);
  expect(await restore(backup, target)).toEqual({ ok: true, value: { at: now.toISOString() } });
  const restored = await startEmbedded({ folder: join(target, 'postgres') });
  const names = await ask(restored.url, 'select name from kept');
  await restored.stop();
  expect(names).toEqual([{ name: 'before' }]);
  expect((await openFileFolder(join(target, 'files')).get(picture)).toString()).toBe('a picture');
  expect(await restore(backup, target)).toMatchObject({ code: 'notEmpty' });
});

test('a backup that was cut off, or in which a byte changed, restores nothing', async () => {
  const target = join(base, 'untouched');
  mkdirSync(target);
  expect(await restore(join(backups, 'nowhere'), target)).toMatchObject({ code: 'notABackup' });
  const [segment] = readdirSync(join(backup, 'postgres/cluster/pg_wal'));
  const path = `postgres/cluster/pg_wal/${segment}`;
  const whole = readFileSync(join(backup, path));
  appendFileSync(join(backup, path), 'x');
  expect(await restore(backup, target)).toMatchObject({ code: 'damaged', details: { path } });
  rmSync(join(backup, path));
  expect(await restore(backup, target)).toMatchObject({ code: 'damaged', details: { path } });
  expect(whole.length).toBeGreaterThan(0);
  expect(readdirSync(target)).toEqual([]);
});

test('the commands say what is missing, and touch nothing', async () => {
  const run = async (name: string, ...args: string[]) => {
    const env = { ...process.env, LINLI_DATA: join(base, 'other'), DATABASE_URL: '' };
    const child = spawn(process.execPath, [join(import.meta.dirname, '..', `${name}.ts`), ...args], { env });
    let said = '';
    child.stderr.on('data', (part: Buffer) => (said += part.toString()));
    const [status] = (await once(child, 'exit')) as [number];
    return { status, said };
  };
  const [to, noFolder, which] = await Promise.all([
    run('backup'),
    run('backup', join(base, 'no such folder')),
    run('restore'),
  ]);
  expect([to.status, noFolder.status, which.status]).toEqual([1, 1, 1]);
  expect(to.said).toContain('npm run backup -- /mnt/backup');
  expect(noFolder.said).toContain('no such folder');
  expect(which.said).toContain('npm run restore --');
  expect(existsSync(join(base, 'other', 'postgres'))).toBe(false);
});
