import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import { listImportedKeys } from '../../../modules/requests/index.ts';
import type { District } from '../../../modules/territory/index.ts';
import type { Database } from '../../../platform/db/database.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { areaScope, type Work } from '../../../platform/work.ts';
import { ImportFault } from '../import-fault.ts';
import { readLines, type Line } from '../read-lines.ts';
import type { FlaggedList } from './flagged-list.ts';
import { appealSource, loadDesk, playAppeal, type Desk } from './play-appeal.ts';
import { hasAppealFields, readAppeal, type Appeal, type Remark } from './read-appeal.ts';

export type ImportJob = {
  readonly file: string;
  readonly district: District;
  readonly now: Date;
  readonly flagged: FlaggedList;
  readonly onProgress: (rows: number, added: number) => void;
  /** Ends the import after the batch that is under way. */
  readonly signal: AbortSignal;
};

export type Imported = { readonly rows: number; readonly added: number; readonly isWhole: boolean };

type Waiting = { readonly row: number; readonly appeal: Appeal; readonly remarks: readonly Remark[] };

const batchRows = 100;
/** A file none of whose first rows have the fields is a file of another kind. */
const rowsToKnowAKind = 20;
const lockNumber = 7_152_002;

/**
 * Imports earlier messages with their replies (导入留言与答复), a batch per transaction: whatever ends it in the middle,
 * the next run goes on from there, and a row is never there twice.
 *
 * @returns how many rows the file has and how many matters were added now
 * @throws ImportFault for a file that is not what it should be, or when another import is running
 */
export async function importAppeals(db: Kysely<Database>, job: ImportJob): Promise<Imported> {
  return db.connection().execute(async (connection) => {
    const { rows } = await sql<{ mine: boolean }>`
      select pg_try_advisory_lock(${lockNumber}, ${job.district.districtId}) as mine`.execute(connection);
    if (!rows[0]?.mine) throw new ImportFault('alreadyRunning');
    try {
      return await importAlone(db, job);
    } finally {
      await sql`select pg_advisory_unlock(${lockNumber}, ${job.district.districtId})`.execute(connection);
    }
  });
}

async function importAlone(db: Kysely<Database>, job: ImportJob): Promise<Imported> {
  const { districtId, timeZone } = job.district;
  const { now, flagged } = job;
  const actor = { kind: 'system', name: 'import' } as const;
  const within = <T>(run: (work: Work) => Promise<T>) =>
    inTransaction(db, { districtId, scope: areaScope(String(districtId)), actor, now }, run);
  const { known, desk } = await within(async (work) => ({
    known: await listImportedKeys(work, appealSource),
    desk: await loadDesk(work),
  }));
  const seen = new Set<string>();
  const texts = new Set<string>();
  let rows = 0;
  let added = 0;
  let batch: Waiting[] = [];
  const write = async () => {
    added += await writeBatch(batch, desk, flagged, within);
    batch = [];
    job.onProgress(rows, added);
  };

  for await (const { number, text } of linesOfThisKind(job.file)) {
    rows += 1;
    const reading = readAppeal(text, timeZone, now);
    const fault = reading.ok ? (seen.has(reading.appeal.key) ? 'sameId' : null) : reading.fault;
    if (!reading.ok || fault !== null) {
      flagged.add(number, reading.ok ? reading.appeal.key : reading.key, fault ?? 'wrongShape', false);
      continue;
    }
    const { appeal } = reading;
    seen.add(appeal.key);
    const remarks = isNew(texts, appeal) ? reading.remarks : [...reading.remarks, 'sameText' as const];
    if (known.has(appeal.key)) for (const remark of remarks) flagged.add(number, appeal.key, remark, true);
    else batch.push({ row: number, appeal, remarks });
    if (batch.length >= batchRows) await write();
    if (job.signal.aborted) return { rows, added, isWhole: false };
  }
  await write();
  return { rows, added, isWhole: true };
}

/** @throws ImportFault `wrongKind`, `empty` */
async function* linesOfThisKind(file: string): AsyncGenerator<Line> {
  const unsure: Line[] = [];
  let isThisKind = false;
  for await (const line of readLines(file)) {
    if (isThisKind) {
      yield line;
      continue;
    }
    unsure.push(line);
    isThisKind = hasAppealFields(line.text);
    if (isThisKind) yield* unsure;
    else if (unsure.length === rowsToKnowAKind) break;
  }
  if (!isThisKind) throw new ImportFault(unsure.length === 0 ? 'empty' : 'wrongKind', { file });
}

/** Says whether no earlier row had the same text, spaces aside. */
function isNew(texts: Set<string>, { what }: Appeal): boolean {
  const digest = createHash('sha256').update(what.replaceAll(/\s/g, '')).digest('base64').slice(0, 24);
  const before = texts.size;
  return texts.add(digest).size > before;
}

async function writeBatch(
  batch: readonly Waiting[],
  desk: Desk,
  flagged: FlaggedList,
  within: <T>(run: (work: Work) => Promise<T>) => Promise<T>,
): Promise<number> {
  if (batch.length === 0) return 0;
  const refused = await within(async (work) => {
    const rows = new Set<number>();
    for (const { row, appeal } of batch) if (!(await playAppeal(work, desk, appeal)).ok) rows.add(row);
    return rows;
  });
  for (const { row, appeal, remarks } of batch) {
    if (refused.has(row)) flagged.add(row, appeal.key, 'refused', false);
    else for (const remark of remarks) flagged.add(row, appeal.key, remark, true);
  }
  return batch.length - refused.size;
}
