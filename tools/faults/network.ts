import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { makeAsk } from '../trial/ask.ts';
import { reportAt, startWriters, tellMemory, untilItAnswers } from './ground.ts';
import { startProber } from './prober.ts';
import { withStage, type Stage } from './stage.ts';

export type NetworkTrial = {
  readonly writers: number;
  /** Each outage, and how long it lasts in milliseconds. */
  readonly outages: readonly { readonly how: 'cut' | 'silent'; readonly ms: number }[];
  /** How long the database is slow, and how long connections die in the middle, in milliseconds. */
  readonly slowMs: number;
  readonly breakingMs: number;
};

const LITTLE_MS = 2000;

/** The network between server and database fails in every way (网络故障), under writers; afterwards everything is compared. */
export const failNetwork = (folder: string, trial: NetworkTrial): Promise<boolean> =>
  withStage(folder, async (stage) => {
    const { proxy, url, gateway } = stage;
    const { port, said } = await stage.startServer();
    const ask = makeAsk({ host: '127.0.0.1', port }, trial.writers * 2 + 8);
    const { memory, finish } = startWriters(ask, stage.desks, trial.writers, { wantMessages: true });
    let hasFailed = false;
    await wait(LITTLE_MS);
    for (const { how, ms } of trial.outages) {
      proxy.become(how);
      const prober = startProber(port);
      await wait(ms);
      proxy.become('whole');
      const healedAt = performance.now();
      await untilItAnswers(port);
      const back = ((performance.now() - healedAt) / 1000).toFixed(1);
      const { line, wrongs } = await prober.stop();
      console.log(`${how} for ${ms / 1000} s: back ${back} s after it was whole again; meanwhile ${line}`);
      for (const wrong of wrongs.slice(0, 5)) console.log(`  ✗ ${wrong}`);
      hasFailed ||= wrongs.length > 0;
      await wait(LITTLE_MS);
    }
    if (trial.slowMs > 0) {
      const before = memory.acknowledged.length;
      proxy.slowDown(50);
      await wait(trial.slowMs);
      proxy.slowDown(0);
      console.log(
        `slow by 50 ms each way for ${trial.slowMs / 1000} s: ${memory.acknowledged.length - before} acknowledged`,
      );
    }
    proxy.breakAt({ inTransaction: 0.02, atCommit: 0.1 });
    const killed = await killSessionsFor(stage, trial.breakingMs);
    proxy.breakAt({ inTransaction: 0, atCommit: 0 });
    const { inTransaction, atCommit } = proxy.broken();
    console.log(
      `connections that died: ${inTransaction} in the middle of a transaction, ${atCommit} between commit and answer, ${killed} ended by the database`,
    );
    await finish();
    await stage.untilSent();
    console.log(`${trial.writers} writers: ${tellMemory(memory)}`);
    const faults = said()
      .split('\n')
      .filter((text) => text.includes('"msg":"fault"'));
    for (const fault of faults.slice(0, 3)) console.log(`  ✗ ${fault.slice(0, 600)}`);
    return (await reportAt(url, { memory, came: gateway.came })) && !hasFailed && faults.length === 0 && atCommit > 0;
  });

/** Lets the database end sessions of the server at random moments. */
async function killSessionsFor({ url }: Stage, ms: number): Promise<number> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  let killed = 0;
  for (const until = Date.now() + ms; Date.now() < until; await wait(Math.random() * 300)) {
    const { rowCount } = await owner.query(
      `select pg_terminate_backend(pid) from (select pid from pg_stat_activity
       where application_name = 'linli' and datname = current_database() order by random() limit 1) one`,
    );
    killed += rowCount ?? 0;
  }
  await owner.end();
  return killed;
}
