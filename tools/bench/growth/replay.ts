import { setTimeout as wait } from 'node:timers/promises';
import { demoOpenKey } from '../../../apps/server/demo.ts';
import { readLines } from '../../import/read-lines.ts';
import { percentile } from '../callers.ts';
import { BASE, ensureBase } from './base.ts';
import { waitUntilCalm, type Store } from './store.ts';

type Row = {
  readonly service_request_id: string;
  readonly service_name: string;
  readonly description: string | null;
  readonly address: string | null;
  readonly requested_datetime: string;
  readonly lat: number | null;
  readonly long: number | null;
};

export type Replayed = {
  readonly rows: number;
  readonly fromAt: string;
  readonly hours: number;
  readonly speed: number;
  /** Requests without a place of any kind, which the standard does not allow: counted and left out. */
  readonly leftOut: number;
  readonly sent: number;
  readonly created: number;
  /** Answers of 503 with Retry-After, each asked again then, as the standard's clients do. */
  readonly askedBack: number;
  /** Last answers other than a receipt, by their status; `lost`: no answer. */
  readonly failures: ReadonlyMap<string, number>;
  /** From the instant at which a request was due until it was answered. */
  readonly lateMs: { readonly p50: number; readonly p99: number; readonly max: number };
  /** Answered a second or more after it was due. */
  readonly late: number;
};

const HOUR_MS = 3_600_000;
const LATE_MS = 1000;
/** How often somebody who is asked to come back does so. */
const MOST_AGAIN = 10;
const REPLAY = 'bench_replay';

/** Which of our kinds a city's own name of a service comes closest to. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [/light|lamp|signal/i, 'lighting'],
  [/water|sewer|hydrant|catchbasin|flood/i, 'water'],
  [/heat/i, 'heating'],
  [/electric|power|wires?\b/i, 'power'],
  [/pothole|road|street|sidewalk|sign|pavement|snow|crosswalk|park(ing)?\b/i, 'road'],
  [/trash|recycl|dump|litter|bulk|clean|graffiti|rodent|sanitation|storage/i, 'waste'],
  [/noise/i, 'noise'],
  [/tree|grass|weed|ground maintenance/i, 'greening'],
  [/housing|unsatisfactory|building|construction|zoning/i, 'building'],
  [/unsafe|danger|emergency|fire/i, 'safety'],
];

/**
 * Sends what a city was told through the Open311 door (重放), at the pace at which it was told, so many times faster. Nothing waits for
 * the answer before it: who reports does not know of the others.
 *
 * @param hours of the record's own time; the busiest ones are taken
 * @throws when the file has no readable row
 */
export async function replay(
  store: Store,
  {
    file,
    hours,
    speed,
    say,
  }: { readonly file: string; readonly hours: number; readonly speed: number; readonly say: (text: string) => void },
): Promise<Replayed> {
  const all = await readRows(file);
  const rows = busiest(all, hours * HOUR_MS);
  const [first] = rows;
  if (!first) throw new Error(`${file} holds no request with a time`);
  await ensureBase(store);
  await store.drop(REPLAY);
  await store.ensure(REPLAY, BASE, () => Promise.resolve());
  say(
    `${rows.length} requests of ${hours} hours from ${first.row.requested_datetime}, ${((hours * 3600) / speed).toFixed(0)} seconds`,
  );
  const placed = rows.filter(({ row }) => (row.lat !== null && row.long !== null) || row.address);
  const outcome = await store.serve(REPLAY, async ({ address, databaseUrl }) => {
    await waitUntilCalm(databaseUrl);
    const url = `http://${address.host}:${address.port}/open311/v2/requests.json`;
    const startAt = performance.now() + LATE_MS;
    const lateMs: number[] = [];
    const failures = new Map<string, number>();
    let askedBack = 0;
    const send = async ({ row, at }: (typeof rows)[number]) => {
      const dueAt = startAt + (at - first.at) / speed;
      await wait(Math.max(0, dueAt - performance.now()));
      let answer = await post(url, row);
      for (let again = 0; again < MOST_AGAIN && answer.comeBackMs !== undefined; again += 1) {
        askedBack += 1;
        await wait(answer.comeBackMs);
        answer = await post(url, row);
      }
      if (answer.status !== '200') failures.set(answer.status, (failures.get(answer.status) ?? 0) + 1);
      lateMs.push(performance.now() - dueAt);
    };
    await Promise.all(placed.map(send));
    return { lateMs, failures, askedBack };
  });
  const failed = [...outcome.failures.values()].reduce((sum, n) => sum + n, 0);
  const { lateMs } = outcome;
  return {
    rows: rows.length,
    fromAt: first.row.requested_datetime,
    hours,
    speed,
    leftOut: rows.length - placed.length,
    sent: placed.length,
    created: placed.length - failed,
    failures: outcome.failures,
    askedBack: outcome.askedBack,
    lateMs: { p50: percentile(lateMs, 0.5), p99: percentile(lateMs, 0.99), max: Math.max(...lateMs) },
    late: lateMs.filter((ms) => ms >= LATE_MS).length,
  };
}

type Answered = { readonly status: string; readonly comeBackMs?: number };

async function post(url: string, row: Row): Promise<Answered> {
  const { service_name, description, address, lat, long } = row;
  const body = new URLSearchParams({
    api_key: demoOpenKey,
    service_code: kinds.find(([pattern]) => pattern.test(service_name))?.[1] ?? 'other',
    description: `${service_name}. ${description ?? ''}`.slice(0, 4000),
    device_id: row.service_request_id,
    ...(lat !== null && long !== null ? { lat: String(lat), long: String(long) } : {}),
    ...(address ? { address_string: address } : {}),
  });
  const headers = { 'idempotency-key': row.service_request_id };
  try {
    const answer = await fetch(url, { method: 'POST', body, headers });
    await answer.text();
    const seconds = Number(answer.headers.get('retry-after') ?? NaN);
    const status = String(answer.status);
    return answer.status === 503 && seconds >= 0 ? { status, comeBackMs: seconds * 1000 } : { status };
  } catch {
    return { status: 'lost' };
  }
}

type Timed = { readonly row: Row; readonly at: number };

async function readRows(file: string): Promise<Timed[]> {
  const rows: Timed[] = [];
  for await (const { text } of readLines(file)) {
    const row = JSON.parse(text) as Row;
    const at = Date.parse(row.requested_datetime);
    if (!Number.isNaN(at)) rows.push({ row, at });
  }
  return rows.toSorted((a, b) => a.at - b.at);
}

/** The span of this length with the most in it. */
function busiest(rows: readonly Timed[], spanMs: number): readonly Timed[] {
  let best: readonly [from: number, to: number] = [0, 0];
  for (let from = 0, to = 0; from < rows.length; from += 1) {
    const begin = (rows[from] as Timed).at;
    while (to < rows.length && (rows[to] as Timed).at < begin + spanMs) to += 1;
    if (to - from > best[1] - best[0]) best = [from, to];
  }
  return rows.slice(...best);
}
