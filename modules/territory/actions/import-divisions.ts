import { sql, type Kysely } from 'kysely';
import type { Database } from '../../../platform/db/database.ts';
import type { DivisionEntry } from '../contract/division.ts';
import { readDivision } from '../rules/read-division.ts';
import { loadImport, saveDivisions, saveImport } from '../store/division-store.ts';

export type DivisionsImported = {
  /** Lines read now, the heading left out. */
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  /** Lines that were read by an earlier run of the same file. */
  readonly readBefore: number;
  readonly faultyLines: readonly number[];
  readonly isWhole: boolean;
};

export type DivisionSource = {
  readonly lines: AsyncIterable<{ readonly number: number; readonly text: string }>;
  /** Digest of the file, by which a run that was cut off is known again. */
  readonly sha256: string;
  readonly now: Date;
  readonly signal?: AbortSignal;
  readonly onProgress?: (rows: number, added: number) => void;
};

/** More at once is hardly faster, and takes memory. */
const ROWS_AT_ONCE = 1000;

/**
 * Imports the national list of divisions (导入全国区划), a thousand lines a transaction: what is written is written with how
 * far the file was read, so that a run that was cut off goes on there, and the same file again changes nothing.
 */
export async function importDivisions(db: Kysely<Database>, source: DivisionSource): Promise<DivisionsImported> {
  const before = await asOwner(db, (owner) => loadImport(owner, source.sha256));
  const total = { rows: 0, added: 0, changed: 0 };
  const faultyLines: number[] = [];
  let batch: DivisionEntry[] = [];
  let line = before.linesDone;
  const write = async (finishedAt: Date | null) => {
    const list = batch;
    batch = [];
    const written = await asOwner(db, async (owner) => {
      const result = await saveDivisions(owner, list);
      await saveImport(owner, source.sha256, line, finishedAt);
      return result;
    });
    total.added += written.added;
    total.changed += written.changed;
    source.onProgress?.(total.rows, total.added);
  };
  if (!before.isFinished) {
    for await (const { number, text } of source.lines) {
      if (number <= before.linesDone || number === 1) continue;
      line = number;
      total.rows += 1;
      const entry = readDivision(text);
      if (entry) batch.push(entry);
      else faultyLines.push(number);
      if (batch.length < ROWS_AT_ONCE) continue;
      await write(null);
      if (source.signal?.aborted) return { ...total, readBefore: before.linesDone, faultyLines, isWhole: false };
    }
    await write(source.now);
  }
  return { ...total, readBefore: before.linesDone, faultyLines, isWhole: true };
}

/** The shared list is written by the owner of the database; the role that the server works as may only read it. */
const asOwner = <T>(db: Kysely<Database>, run: (owner: Parameters<typeof loadImport>[0]) => Promise<T>): Promise<T> =>
  db.transaction().execute(async (owner) => {
    await sql`set local role none`.execute(owner);
    return run(owner);
  });
