import { computeDemoRows, demoDistrictId } from '../../../db/demo/demo-district.ts';
import type { DistrictRows } from '../../../db/district/rows.ts';
import { openDatabase } from '../../../platform/db/database.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { areaScope } from '../../../platform/work.ts';
import { makeAsk, type Answer, type Ask } from '../../trial/ask.ts';
import { openDesks, type Desk } from '../../trial/desks.ts';
import { percentile } from '../callers.ts';
import { BASE, ensureBase } from './base.ts';
import { fillRecord } from './fill.ts';
import { listPages, type Page } from './pages.ts';
import { waitUntilCalm, type Served, type Store } from './store.ts';

export type Reading = { readonly name: string; readonly p50Ms: number; readonly p99Ms: number; readonly bytes: number };
export type SizeReadings = { readonly matters: number; readonly readings: readonly Reading[] };

type HowRead = {
  /** How often each page is read. */
  readonly readings: number;
  readonly say: (text: string) => void;
};

const WARM_UP = 24;

/** The name of the database that holds so many matters. */
const recordOf = (size: number): string => `bench_${size}`;

/** Makes the record of a size unless it is kept from before. */
export async function ensureRecord(store: Store, size: number, say: (text: string) => void): Promise<string> {
  await ensureBase(store);
  await store.ensure(recordOf(size), BASE, (url) => fillRecord(url, size, say));
  return recordOf(size);
}

/** Signs in the heads of a district's communities and task groups. */
export async function openDesksOf(
  databaseUrl: string,
  districtId: number = demoDistrictId,
  rows: DistrictRows = computeDemoRows(),
): Promise<readonly Desk[]> {
  const db = openDatabase(databaseUrl);
  const actor = { kind: 'system', name: 'demo' } as const;
  try {
    return await inTransaction(db, { districtId, scope: areaScope(''), actor, now: new Date() }, (work) =>
      openDesks(work, rows),
    );
  } finally {
    await db.destroy();
  }
}

/** Reads each page of a running server `readings` times after a warm-up, one caller, one page after the other. */
export async function readPages(
  { databaseUrl, address }: Served,
  desks: readonly Desk[],
  { readings, say, only = () => true }: HowRead & { readonly only?: (name: string) => boolean },
): Promise<readonly Reading[]> {
  await waitUntilCalm(databaseUrl);
  const ask = makeAsk(address, 1);
  const lines: Reading[] = [];
  for (const page of await listPages(ask, desks)) {
    if (!only(page.name)) continue;
    const line = await read(page, ask, readings);
    lines.push(line);
    say(`${line.name}: ${line.p50Ms.toFixed(1)} ms, ${line.p99Ms.toFixed(1)} ms`);
  }
  return lines;
}

/** Reads the same pages at growing sizes of the record. */
export async function measureReads(
  store: Store,
  { sizes, readings, say }: HowRead & { readonly sizes: readonly number[] },
): Promise<readonly SizeReadings[]> {
  const found: SizeReadings[] = [];
  for (const size of sizes) {
    const record = await ensureRecord(store, size, say);
    found.push({
      matters: size,
      readings: await store.serve(record, async (served) =>
        readPages(served, await openDesksOf(served.databaseUrl), { readings, say }),
      ),
    });
    say(`${size} matters were read`);
  }
  return found;
}

async function read({ name, at }: Page, ask: Ask, readings: number): Promise<Reading> {
  const lengthsMs: number[] = [];
  let bytes = 0;
  for (let i = -WARM_UP; i < readings; i += 1) {
    const { path, cookie } = at(i + WARM_UP);
    const from = performance.now();
    const answer: Answer = await ask('GET', path, cookie === undefined ? {} : { cookie });
    const lengthMs = performance.now() - from;
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    if (i >= 0) lengthsMs.push(lengthMs);
    bytes = answer.bytes;
  }
  return { name, bytes, p50Ms: percentile(lengthsMs, 0.5), p99Ms: percentile(lengthsMs, 0.99) };
}
