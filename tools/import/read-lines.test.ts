import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { readLines } from './read-lines.ts';

const folder = mkdtempSync(join(tmpdir(), 'linli-lines-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function linesOf(name: string, content: string | Uint8Array) {
  writeFileSync(join(folder, name), content);
  const lines: string[] = [];
  for await (const { number, text } of readLines(join(folder, name))) lines.push(`${number} ${text}`);
  return lines;
}

test('reads plain and compressed files, numbers their lines and leaves out empty ones', async () => {
  const text = '一\n\n三\n四';
  expect(await linesOf('a.jsonl', text)).toEqual(['1 一', '3 三', '4 四']);
  expect(await linesOf('a.jsonl.gz', gzipSync(text))).toEqual(['1 一', '3 三', '4 四']);
});

test('keeps characters whole across the pieces in which a large file is read', async () => {
  const line = '邻里'.repeat(40_000);
  expect(await linesOf('large.jsonl', `${line}\n${line}`)).toEqual([`1 ${line}`, `2 ${line}`]);
});

test.each([
  ['notGzip', 'plain.gz', 'text'],
  ['damaged', 'cut.gz', gzipSync('一\n'.repeat(5000)).subarray(0, 30)],
  ['notText', 'gbk.jsonl', Uint8Array.of(0xc1, 0xda, 0xc0, 0xef)],
  ['lineTooLong', 'long.jsonl', 'a'.repeat(1_200_000)],
])('says %s', async (code, name, content) => {
  await expect(linesOf(name, content)).rejects.toMatchObject({ code });
});

test('says that there is no file, or that it is a folder', async () => {
  const read = async (file: string) => readLines(file).next();
  await expect(read(join(folder, 'none'))).rejects.toMatchObject({ code: 'noFile' });
  await expect(read(folder)).rejects.toMatchObject({ code: 'notAFile' });
});
