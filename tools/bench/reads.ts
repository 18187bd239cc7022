import { openDatabase } from '../../platform/db/database.ts';
import { inTransaction } from '../../platform/db/transaction.ts';
import { areaScope } from '../../platform/work.ts';
import { playDemoMonth } from '../../db/demo/month.ts';
import { demoDistrictId } from '../../db/demo/demo-district.ts';
import { makeAsk, type Answer } from '../trial/ask.ts';
import { percentile } from './callers.ts';
import type { BenchGround } from './ground.ts';
import { multiplyMatters } from './multiply.ts';

export type Reading = { readonly name: string; readonly p50Ms: number; readonly p99Ms: number; readonly bytes: number };
export type SizeReadings = { readonly matters: number; readonly readings: readonly Reading[] };

export type ReadPlan = {
  readonly sizes: readonly number[];
  /** How often each page is read. */
  readonly readings: number;
  /** Begin with the demo district's month of matters of every kind; else only what the loop left is copied. */
  readonly month: boolean;
  readonly say: (text: string) => void;
};

type Page = { readonly name: string; readonly path: string; readonly cookie?: string };

/** What people open most, each as the person who opens it. */
function pagesOf({ desks }: BenchGround, matterId: string): readonly Page[] {
  const { directorCookie, taskGroupCookie, districtCookie } = desks[0] as BenchGround['desks'][number];
  const search = (words: string) => `/api/matters?words=${encodeURIComponent(words)}`;
  return [
    { name: 'queue counts, community', path: '/api/queues', cookie: directorCookie },
    { name: 'queue counts, sub-district', path: '/api/queues', cookie: taskGroupCookie },
    { name: 'queue counts, district', path: '/api/queues', cookie: districtCookie },
    { name: 'queue, community', path: '/api/matters?queue=open', cookie: directorCookie },
    { name: 'queue, sub-district', path: '/api/matters?queue=open', cookie: taskGroupCookie },
    { name: 'queue, district', path: '/api/matters?queue=open', cookie: districtCookie },
    { name: 'overdue, district', path: '/api/matters?queue=overdue', cookie: districtCookie },
    { name: 'newest, sub-district', path: '/api/matters?queue=newest', cookie: taskGroupCookie },
    { name: 'matter page', path: `/api/matters/${matterId}`, cookie: directorCookie },
    { name: 'beside a request', path: `/api/requests/${matterId}/beside`, cookie: directorCookie },
    { name: "day's close, community", path: '/api/day', cookie: directorCookie },
    { name: 'bodies that closed, sub-district', path: '/api/day/bodies', cookie: taskGroupCookie },
    { name: 'overview, community', path: '/api/overview', cookie: directorCookie },
    { name: 'overview, sub-district', path: '/api/overview', cookie: taskGroupCookie },
    { name: 'overview, district', path: '/api/overview', cookie: districtCookie },
    { name: 'what comes again, district', path: '/api/repeats', cookie: districtCookie },
    { name: 'search, 2 characters', path: search('照明'), cookie: taskGroupCookie },
    { name: 'search, 4 characters', path: search('楼道灯坏'), cookie: taskGroupCookie },
    { name: 'public list', path: '/api/public/requests' },
    { name: 'public search, 2 characters', path: `/api/public/requests?words=${encodeURIComponent('漏水')}` },
    { name: 'site, public list', path: '/see' },
    { name: 'site, report page', path: '/report' },
  ];
}

/** Reads the same pages one after the other at growing sizes of the record, each `readings` times after a warm-up. */
export async function measureReads(
  ground: BenchGround,
  { sizes, readings, month, say }: ReadPlan,
): Promise<readonly SizeReadings[]> {
  if (month) await playMonth(ground);
  const found: SizeReadings[] = [];
  for (const size of sizes) {
    const matters = await multiplyMatters(ground.databaseUrl, size, say);
    const ask = makeAsk(ground.address, 1);
    const first = await ask('GET', '/api/matters?queue=newest', { cookie: ground.desks[0]?.directorCookie ?? '' });
    const [row] = first.body['rows'] as { id: string }[];
    if (!row) throw new Error('the first community of the demo district has no matter to open');
    const lines: Reading[] = [];
    for (const page of pagesOf(ground, row.id)) lines.push(await read(page, ask, readings));
    found.push({ matters, readings: lines });
    say(`${matters} matters were read`);
  }
  return found;
}

async function read({ name, path, cookie }: Page, ask: ReturnType<typeof makeAsk>, readings: number): Promise<Reading> {
  const lengthsMs: number[] = [];
  let bytes = 0;
  for (let i = -20; i < readings; i += 1) {
    const from = performance.now();
    const answer: Answer = await ask('GET', path, cookie === undefined ? {} : { cookie });
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    if (i >= 0) lengthsMs.push(performance.now() - from);
    bytes = answer.bytes;
  }
  return { name, bytes, p50Ms: percentile(lengthsMs, 0.5), p99Ms: percentile(lengthsMs, 0.99) };
}

/** The demo's month gives the matters that are copied: of every kind, in every state. */
async function playMonth(ground: BenchGround): Promise<void> {
  const db = openDatabase(ground.databaseUrl);
  const now = new Date();
  const actor = { kind: 'system', name: 'demo' } as const;
  try {
    await inTransaction(db, { districtId: demoDistrictId, scope: areaScope(''), actor, now }, (work) =>
      playDemoMonth(work, { until: now }),
    );
  } finally {
    await db.destroy();
  }
}
