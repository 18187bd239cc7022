import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { startEmbedded } from './embedded.ts';
import { openPool } from './pool.ts';

const base = mkdtempSync(join(tmpdir(), 'linli-embedded-'));
chmodSync(base, 0o755);
const folder = join(base, 'postgres');
afterAll(() => rmSync(base, { recursive: true, force: true }));

async function ask(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}

test('makes no half database when a creation was cut off', async () => {
  mkdirSync(folder);
  writeFileSync(join(folder, 'cluster.new'), 'left over');
  const server = await startEmbedded({ folder });
  await server.stop();
  expect(existsSync(join(folder, 'cluster.new'))).toBe(false);
});

test('keeps what was written over a stop and a start, and refuses a second server meanwhile', async () => {
  const first = await startEmbedded({ folder });
  await ask(first.url, 'create table kept as select 42 as answer');
  await expect(startEmbedded({ folder })).rejects.toMatchObject({ code: 'database.folderTaken' });
  expect(await ask(first.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
  await first.stop();
  const second = await startEmbedded({ folder });
  expect(await ask(second.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
  await second.stop();
});

test('starts again after the owning process was killed and its server lives on', async () => {
  const launcher = pathToFileURL(join(import.meta.dirname, 'embedded.ts')).href;
  const script = `const { startEmbedded } = await import('${launcher}');
    console.log((await startEmbedded({ folder: ${JSON.stringify(folder)} })).url); setInterval(() => {}, 1000);`;
  const owner = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve) => owner.stdout.once('data', (text) => resolve(String(text).trim())));
  await ask(url, 'create table kept_too as select 42 as answer');
  owner.kill('SIGKILL');
  await new Promise((resolve) => owner.once('exit', resolve));
  expect(await ask(url, 'select answer from kept_too')).toHaveLength(1);

  const next = await startEmbedded({ folder });
  expect(await ask(next.url, 'select answer from kept_too')).toEqual([{ answer: 42 }]);
  await next.stop();
});

test('starts although a killed server left a lock whose number now belongs to another program', async () => {
  writeFileSync(join(folder, 'cluster', 'postmaster.pid'), `${process.pid}\n`);
  const next = await startEmbedded({ folder });
  expect(await ask(next.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await next.stop();
});

test('starts in a folder whose path is too long for a socket', async () => {
  const long = join(base, 'long'.repeat(30), '数据');
  const server = await startEmbedded({ folder: long });
  expect(await ask(server.url, 'show data_checksums')).toEqual([{ data_checksums: 'on' }]);
  await server.stop();
  expect(existsSync(join(long, 'owner.json'))).toBe(false);
});

test('is there again after it was killed in the middle of a transaction, and the process that used it lives on', async () => {
  const server = await startEmbedded({ folder });
  await ask(server.url, 'create role linli_app; create table kept_third as select 42 as answer');
  const pool = openPool(server.url);
  const client = await pool.connect();
  await client.query('begin');
  process.kill(Number.parseInt(readFileSync(join(folder, 'cluster', 'postmaster.pid'), 'utf8'), 10), 'SIGKILL');
  await new Promise((resolve) => setTimeout(resolve, 300));
  await expect(client.query('select 1')).rejects.toThrow();
  client.release(true);
  const again = async (): Promise<unknown[]> => {
    for (const giveUpAt = Date.now() + 20_000; ;) {
      try {
        return await ask(server.url, 'select answer from kept_third');
      } catch (error) {
        if (Date.now() > giveUpAt) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  };
  expect(await again()).toEqual([{ answer: 42 }]);
  await pool.end();
  await server.stop();
});
