// npm run faults [-- --kills 20 --writers 6]: kills server and database at random moments under writers that remember what was acknowledged, and compares.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { computeDemoRows, demoDistrictId, loadDemoDistrict } from '../../db/demo/demo-district.ts';
import { openDatabase } from '../../platform/db/database.ts';
import { startEmbedded } from '../../platform/db/embedded.ts';
import { migrate } from '../../platform/db/migrate.ts';
import { inTransaction } from '../../platform/db/transaction.ts';
import { areaScope } from '../../platform/work.ts';
import { makeAsk } from '../trial/ask.ts';
import { openDesks, type Desk } from '../trial/desks.ts';
import { findFreePort, startServerProcess } from '../trial/server-process.ts';
import { checkAfterwards } from './check.ts';
import { kill, victims } from './kill.ts';
import { write, type Memory } from './writer.ts';

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '20' }, writers: { type: 'string', default: '6' } },
});
const kills = Number(values.kills);
const folder = mkdtempSync(join(tmpdir(), 'linli-faults-'));
chmodSync(folder, 0o755); // when root starts it, the database runs as nobody, who must be able to pass through

/** Uses the embedded database for as long as `run` takes, while no server does. */
async function withDatabase<T>(run: (url: string) => Promise<T>): Promise<T> {
  const embedded = await startEmbedded({ folder: join(folder, 'postgres') });
  try {
    return await run(embedded.url);
  } finally {
    await embedded.stop();
  }
}

const prepare = async (url: string): Promise<readonly Desk[]> => {
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
};

/** Waits until the server has a database again. */
async function untilItAnswers(port: number): Promise<void> {
  for (const giveUpAt = Date.now() + 60_000; ; await wait(100)) {
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined);
    if (answer?.ok) return;
    if (Date.now() > giveUpAt) throw new Error('the server did not get its database back within a minute');
  }
}

/** Somewhere in the work: soon after the start, in full run, or later. */
const someTime = () => wait(100 + Math.random() * 1500);

try {
  const desks = await withDatabase(prepare);
  const port = await findFreePort();
  const ask = makeAsk({ host: '127.0.0.1', port }, Number(values.writers) * 2);
  const memory: Memory = { acknowledged: [], repeated: 0, refused: [] };
  let isOver = false;
  let server = await startServerProcess({ folder, port });
  const writers = Array.from({ length: Number(values.writers) }, (_, i) =>
    write(ask, desks[(i * 7) % desks.length] as Desk, memory, () => isOver),
  );
  for (let i = 0; i < kills; i += 1) {
    const victim = victims[i % victims.length] as (typeof victims)[number];
    await someTime();
    await kill(victim, server, folder);
    if (victim !== 'database') server = await startServerProcess({ folder, port });
    else await untilItAnswers(port); // the server brings its database back by itself
    process.stderr.write(`${i + 1} of ${kills}: ${victim} killed, ${memory.acknowledged.length} acknowledged\n`);
  }
  await someTime();
  isOver = true;
  await Promise.all(writers);
  await server.end('SIGTERM');

  const checks = await withDatabase((url) => checkAfterwards(url, memory.acknowledged));
  console.log(
    `${kills} kills, ${values.writers} writers: ${memory.acknowledged.length} acknowledged, ${memory.repeated} sent again, ${memory.refused.length} refused`,
  );
  for (const refusal of memory.refused.slice(0, 5)) console.log(`  ${refusal}`);
  for (const { what, looked, wrong } of checks)
    console.log(`${wrong === 0 ? '✓' : '✗'} ${what}: ${looked} looked at, ${wrong} wrong`);
  const fits =
    memory.refused.length === 0 &&
    memory.acknowledged.length > 0 &&
    checks.every(({ wrong, looked }) => wrong === 0 && looked > 0);
  process.exitCode = fits ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
