import { setTimeout as wait } from 'node:timers/promises';
import { join } from 'node:path';
import { computeDemoRows, demoDistrictId, loadDemoDistrict } from '../../db/demo/demo-district.ts';
import { openDatabase } from '../../platform/db/database.ts';
import { startEmbedded } from '../../platform/db/embedded.ts';
import { migrate } from '../../platform/db/migrate.ts';
import { inTransaction } from '../../platform/db/transaction.ts';
import { areaScope } from '../../platform/work.ts';
import type { Ask } from '../trial/ask.ts';
import { openDesks, type Desk } from '../trial/desks.ts';
import { checkAfterwards } from './check.ts';
import { write, type Acknowledged, type Memory } from './writer.ts';

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
    const db = openDatabase(url);
    const actor = { kind: 'system', name: 'demo' } as const;
    const occasion = { districtId: demoDistrictId, scope: areaScope(''), actor, now: new Date() };
    try {
      await inTransaction(db, occasion, loadDemoDistrict);
      return await inTransaction(db, occasion, (work) => openDesks(work, computeDemoRows()));
    } finally {
      await db.destroy();
    }
  });

export type Writers = { readonly memory: Memory; readonly finish: () => Promise<void> };

/** Lets so many writers work at once until they are told to finish. */
export function startWriters(ask: Ask, desks: readonly Desk[], many: number): Writers {
  const memory: Memory = { acknowledged: [], repeated: 0, refused: [] };
  let isOver = false;
  const all = Array.from({ length: many }, (_, i) =>
    write(ask, desks[(i * 7) % desks.length] as Desk, memory, () => isOver),
  );
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

/** Compares, prints what was found, and says whether everything fits. */
export async function report(folder: string, memory: Memory, acknowledged: readonly Acknowledged[]): Promise<boolean> {
  const checks = await withDatabase(folder, (url) => checkAfterwards(url, acknowledged));
  for (const refusal of memory.refused.slice(0, 5)) console.log(`  ${refusal}`);
  for (const { what, looked, wrong } of checks)
    console.log(`${wrong === 0 ? '✓' : '✗'} ${what}: ${looked} looked at, ${wrong} wrong`);
  return (
    memory.refused.length === 0 &&
    acknowledged.length > 0 &&
    checks.every(({ wrong, looked }) => wrong === 0 && looked > 0)
  );
}
