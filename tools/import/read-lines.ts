import { createReadStream, openSync, readSync, closeSync, statSync } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { ImportFault } from './import-fault.ts';

export type Line = { readonly number: number; readonly text: string };

/** A line longer than this is no record, and would have to be held in memory. */
const longestLine = 1_000_000;

/**
 * Reads a text file line by line (逐行读取), also a gzip one, whatever its size; empty lines are left out.
 *
 * Whether it is compressed is decided by its first bytes; a name that ends in `.gz` must hold what it says.
 *
 * @throws ImportFault `noFile`, `notAFile`, `notGzip`, `notText`, `damaged`, `lineTooLong`
 */
export async function* readLines(file: string): AsyncGenerator<Line> {
  const isGzip = looksLikeGzip(file);
  if (file.endsWith('.gz') && !isGzip) throw new ImportFault('notGzip', { file });
  const bytes = createReadStream(file);
  const chunks = isGzip ? bytes.pipe(createGunzip()) : bytes;
  bytes.once('error', (error) => chunks.destroy(error));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let number = 0;
  let rest = '';
  try {
    for await (const chunk of chunks as AsyncIterable<Buffer>) {
      const parts = (rest + decode(decoder, chunk, number)).split('\n');
      rest = parts.pop() ?? '';
      for (const text of parts) {
        number += 1;
        if (text.trim() !== '') yield { number, text };
      }
      if (rest.length > longestLine) throw new ImportFault('lineTooLong', { line: number + 1 });
    }
    rest += decode(decoder, undefined, number);
  } catch (error) {
    if (error instanceof ImportFault) throw error;
    throw new ImportFault(isGzip ? 'damaged' : 'unreadable', { file, line: number }, error);
  } finally {
    bytes.destroy();
  }
  if (rest.trim() !== '') yield { number: number + 1, text: rest };
}

function decode(decoder: TextDecoder, chunk: Buffer | undefined, number: number): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch (cause) {
    throw new ImportFault('notText', { line: number + 1 }, cause);
  }
}

function looksLikeGzip(file: string): boolean {
  try {
    if (!statSync(file).isFile()) throw new ImportFault('notAFile', { file });
    const descriptor = openSync(file, 'r');
    const start = Buffer.alloc(2);
    readSync(descriptor, start, 0, 2, 0);
    closeSync(descriptor);
    return start[0] === 0x1f && start[1] === 0x8b;
  } catch (error) {
    if (error instanceof ImportFault) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw new ImportFault(code === 'ENOENT' ? 'noFile' : 'unreadable', { file, line: 0 }, error);
  }
}
