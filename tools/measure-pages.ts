// npm run measure-pages [-- ADDRESS]: what pages weigh over the wire and when they first show, on a slow phone; budgets are checked.
import type { CDPSession, Page } from 'playwright-core';
import { closeBrowser, openPage } from '../tests/support/browser.ts';

/** A cheap phone on a bad network: 400 kbit/s, 400 ms to the server and back, a processor four times slower than this one. */
const SLOW = { bytesPerSecond: 400_000 / 8, latencyMs: 400, processor: 4 };
const TIMES = 5;

type Budget = { readonly bytes: number; readonly paintMs: number };
const pages: readonly { readonly path: string; readonly budget?: Budget }[] = [
  { path: '/report', budget: { bytes: 40 * 1024, paintMs: 1000 } },
  { path: '/' },
  { path: '/follow' },
  { path: '/see' },
  { path: '/channels' },
  { path: '/procedures' },
  { path: '/trust' },
  { path: '/console/' },
];

type Seen = { readonly bytes: number; readonly requests: number; readonly paintMs: number };

/** One visit with nothing in the cache: the bytes of all answers with their headers, and the first words on the screen. */
async function visit(address: string): Promise<Seen> {
  const page = await openPage({ width: 390, height: 844 });
  try {
    const cdp = await page.context().newCDPSession(page);
    const counted = await countBytes(cdp);
    await cdp.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: SLOW.latencyMs,
      downloadThroughput: SLOW.bytesPerSecond,
      uploadThroughput: SLOW.bytesPerSecond,
    });
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOW.processor });
    const answer = await page.goto(address, { waitUntil: 'load', timeout: 60_000 });
    if (!answer?.ok()) throw new Error(`${address} answered ${answer?.status()}`);
    return { ...counted(), paintMs: await firstPaint(page) };
  } finally {
    await page.context().close();
  }
}

async function countBytes(cdp: CDPSession): Promise<() => Pick<Seen, 'bytes' | 'requests'>> {
  let bytes = 0;
  let requests = 0;
  await cdp.send('Network.enable');
  cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
    requests += 1;
  });
  return () => ({ bytes, requests });
}

/** The browser notes the paint a moment after it happened. */
async function firstPaint(page: Page): Promise<number> {
  const found = await page.waitForFunction(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
    undefined,
    { timeout: 30_000 },
  );
  return found.evaluate((at) => Number(at));
}

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;
const kb = (bytes: number): string => (bytes / 1024).toFixed(1).padStart(7);

const base = (process.argv[2] ?? 'http://127.0.0.1:8750').replace(/\/$/, '');
console.log(
  `${base}: ${SLOW.bytesPerSecond * 8} bit/s, ${SLOW.latencyMs} ms, processor ÷ ${SLOW.processor}; median of ${TIMES} visits with an empty cache`,
);
console.log('page            KB on the wire  requests  first paint ms');
let isOver = false;
try {
  for (const { path, budget } of pages) {
    const seen: Seen[] = [];
    for (let i = 0; i < TIMES; i += 1) seen.push(await visit(base + path));
    const bytes = median(seen.map((one) => one.bytes));
    const paintMs = median(seen.map((one) => one.paintMs));
    const requests = median(seen.map((one) => one.requests));
    const over = budget && (bytes > budget.bytes || paintMs > budget.paintMs);
    isOver ||= over === true;
    const word = budget ? (over ? '  OVER BUDGET' : '  within budget') : '';
    console.log(
      `${path.padEnd(14)}  ${kb(bytes)}         ${String(requests).padStart(4)}      ${paintMs.toFixed(0).padStart(8)}${word}`,
    );
  }
} finally {
  await closeBrowser();
}
process.exitCode = isOver ? 1 : 0;
