import { setTimeout as wait } from 'node:timers/promises';
import { join } from 'node:path';
import { computeDemoRows, demoDistrictId, loadDemoDistrict } from '../../db/demo/demo-district.ts';
import { openDatabase } from '../../platform/db/database.ts';
import { startEmbedded } from '../../platform/db/embedded.ts';
import { migrate } from '../../platform/db/migrate.ts';
import { inTransaction } from '../../platform/db/transaction.ts';
import { areaScope, type Work } from '../../platform/work.ts';
import type { Ask } from '../trial/ask.ts';
import { openDesks, type Desk } from '../trial/desks.ts';
import { checkMessages } from './check-messages.ts';
import { checkAfterwards, type Checked } from './check.ts';
import { freshMemory, write, type Acknowledged, type Memory } from './writer.ts';

/** Uses the embedded database of a data folder for as long as `run` takes, while no server does. */
export async function withDatabase<T>(folder: string, run: (url: string) => Promise<T>): Promise<T> {
  const embedded = await startEmbedded({ folder: join(folder, 'postgres') });
  try {
    return await run(embedded.url);
  } finally {
    await embedded.stop();
  }
}

/** Fills the data folder with the demo district, and opens desks from which writers work. */
export const prepareDesks = (folder: string): Promise<readonly Desk[]> =>
  withDatabase(folder, async (url) => {
    await migrate(url);
    await asDemo(url, new Date(), loadDemoDistrict);
    return signInDesks(url, new Date());
  });

/** Signs in everybody who works at a desk, as of an instant of the server's clock. */
export const signInDesks = (url: string, now: Date): Promise<readonly Desk[]> =>
  asDemo(url, now, (work) => openDesks(work, computeDemoRows()));

async function asDemo<T>(url: string, now: Date, run: (work: Work) => Promise<T>): Promise<T> {
  const db = openDatabase(url);
  const actor = { kind: 'system', name: 'demo' } as const;
  try {
    return await inTransaction(db, { districtId: demoDistrictId, scope: areaScope(''), actor, now }, run);
  } finally {
    await db.destroy();
  }
}

export type Writers = { readonly memory: Memory; readonly finish: () => Promise<void> };

/** Lets so many writers work at once until they are told to finish. `desks` is asked anew each time. */
export function startWriters(
  ask: Ask,
  desks: () => readonly Desk[],
  many: number,
  { wantMessages = false, maySignOut = false } = {},
): Writers {
  const memory = freshMemory();
  let isOver = false;
  const all = Array.from({ length: many }, (_, i) => {
    const desk = () => desks()[(i * 7) % desks().length] as Desk;
    return write({ ask, desk, memory, isOver: () => isOver, wantMessages, maySignOut });
  });
  return {
    memory,
    finish: async () => {
      isOver = true;
      await Promise.all(all);
    },
  };
}

/** Waits until the server has a database again. */
export async function untilItAnswers(port: number): Promise<void> {
  for (const giveUpAt = Date.now() + 60_000; ; await wait(100)) {
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined);
    if (answer?.ok) return;
    if (Date.now() > giveUpAt) throw new Error('the server did not get its database back within a minute');
  }
}

/** Compares with the database of a data folder; see `reportAt`. */
export const report = (folder: string, memory: Memory, acknowledged: readonly Acknowledged[]): Promise<boolean> =>
  withDatabase(folder, (url) => reportAt(url, { memory, acknowledged }));

/** Compares, prints what was found, and says whether everything fits. */
export async function reportAt(
  url: string,
  { memory, acknowledged = memory.acknowledged, came, more = [], now }: Reported,
): Promise<boolean> {
  const checks = [
    ...(await checkAfterwards(url, acknowledged, now)),
    ...(came ? [await checkMessages(url, came)] : []),
    ...more,
  ];
  const wrongs = [...memory.refused, ...memory.wordless];
  for (const wrong of wrongs.slice(0, 5)) console.log(`  ✗ ${wrong}`);
  for (const { what, looked, wrong } of checks)
    console.log(`${wrong === 0 ? '✓' : '✗'} ${what}: ${looked} looked at, ${wrong} wrong`);
  return (
    wrongs.length === 0 && acknowledged.length > 0 && checks.every(({ wrong, looked }) => wrong === 0 && looked > 0)
  );
}

type Reported = {
  readonly memory: Memory;
  /** The time by which is looked, where the clock of the server was turned. */
  readonly now?: Date;
  /** Those that must be there; all if not given. */
  readonly acknowledged?: readonly Acknowledged[];
  /** What else was looked at. */
  readonly more?: readonly Checked[];
  /** How often each message came to the gateway. */
  readonly came?: ReadonlyMap<string, number>;
};

/** In one line: what was acknowledged, sent again, refused, and what the server said meanwhile. */
export function tellMemory({ acknowledged, repeated, refused, troubles, longestMs }: Memory): string {
  const said = [...troubles].map(([name, n]) => `${n} × ${name}`).join(', ') || 'none';
  return (
    `${acknowledged.length} acknowledged, ${repeated} sent again, ${refused.length} refused; ` +
    `answers of trouble: ${said}; the longest wait ${(longestMs / 1000).toFixed(1)} s`
  );
}
