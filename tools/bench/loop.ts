import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { makeAsk } from '../trial/ask.ts';
import { percentile, runCallers, type Measured } from './callers.ts';
import { COMMANDS, runClosedLoop } from './closed-loop.ts';
import type { BenchGround } from './ground.ts';
import { prepareLeastSql, type LeastSql } from './least-sql.ts';
import { databasePid, processorSeconds } from './processor-time.ts';

/** One line of the loop's table: some callers, either through the server or with the least SQL. */
export type LoopLine = {
  readonly way: 'ours' | 'least';
  readonly callers: number;
  readonly commandsPerSecond: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  /** Processor milliseconds for each command; absent where the system does not tell. */
  readonly serverMs: number | null;
  readonly databaseMs: number | null;
};

/**
 * Measures the closed loop beside the least SQL that leaves the same rows, alternating in one run, so that whatever else
 * the machine does falls on both.
 *
 * @param seconds length of each single measurement
 */
export async function measureLoop(
  ground: BenchGround,
  { callers, seconds, onLine }: { callers: readonly number[]; seconds: number; onLine: (line: LoopLine) => void },
): Promise<void> {
  const owner = new pg.Client({ connectionString: ground.databaseUrl });
  await owner.connect();
  const ask = makeAsk(ground.address, Math.max(...callers));
  const deskOf = (n: number) => ground.desks[n % ground.desks.length] as BenchGround['desks'][number];
  try {
    await runClosedLoop(ask, deskOf(0), (_, run) => run()); // the template
    // Everything warm: each connection of the server has its statements prepared.
    await runCallers(8, seconds, (caller, timed) => runClosedLoop(ask, deskOf(caller), (_, run) => timed(run)));
    const { rows } = await owner.query<{ id: string }>('select id from matters.matters order by opened_at limit 1');
    const least = await prepareLeastSql(owner, rows[0]?.id ?? '');
    const database = await databasePid(owner);
    let turn = 0;
    for (const count of callers) {
      const ours = () =>
        runCallers(count, seconds, (_, timed) => {
          turn += 1;
          return runClosedLoop(ask, deskOf(turn * 7), (_command, run) => timed(run));
        });
      const limit = () => runLeast(ground, least, count, seconds);
      for (const [way, run] of [
        ['ours', ours],
        ['least', limit],
        ['ours', ours],
        ['least', limit],
      ] as const)
        onLine(await measure(way, run, { server: ground.serverPid, database }));
    }
  } finally {
    await owner.end();
  }
}

/** Each caller has a connection of its own and carries one matter after the other through its six statements. */
async function runLeast(ground: BenchGround, least: LeastSql, callers: number, seconds: number): Promise<Measured> {
  const clients = await Promise.all(
    Array.from({ length: callers }, async () => {
      const client = new pg.Client({ connectionString: ground.databaseUrl });
      await client.connect();
      return client;
    }),
  );
  let turn = 0;
  try {
    return await runCallers(callers, seconds, (caller, timed) => {
      turn += 1;
      const { community } = ground.desks[(turn * 7) % ground.desks.length] as BenchGround['desks'][number];
      return least.run(clients[caller] as pg.Client, community, timed);
    });
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

async function measure(
  way: LoopLine['way'],
  run: () => Promise<Measured>,
  pids: { readonly server: number; readonly database: number },
): Promise<LoopLine> {
  const before = [processorSeconds(pids.server), processorSeconds(pids.database)];
  const { callers, seconds, lengthsMs } = await run();
  await wait(300); // connections that were closed are counted when their processes have ended
  const after = [processorSeconds(pids.server), processorSeconds(pids.database)];
  const perCommand = (index: number): number | null => {
    const [from, to] = [before[index], after[index]];
    return from === undefined || to === undefined ? null : ((to - from) * 1000) / lengthsMs.length;
  };
  return {
    way,
    callers,
    commandsPerSecond: lengthsMs.length / seconds,
    p50Ms: percentile(lengthsMs, 0.5),
    p95Ms: percentile(lengthsMs, 0.95),
    p99Ms: percentile(lengthsMs, 0.99),
    serverMs: way === 'ours' ? perCommand(0) : null,
    databaseMs: perCommand(1),
  };
}

/** How many commands make one matter's whole loop. */
export const COMMANDS_A_MATTER = COMMANDS.length;
