import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startEmbedded } from '../../platform/db/embedded.ts';
import type { Desk } from '../trial/desks.ts';
import { findFreePort, startServerProcess, type ServerProcess } from '../trial/server-process.ts';
import { countWaiting } from './check-messages.ts';
import { startGateway, type Gateway } from './gateway.ts';
import { prepareDesks, signInDesks } from './ground.ts';
import { startProxy, type Proxy } from './proxy.ts';

export type Served = ServerProcess & { readonly port: number };

/** A town with its database apart from its servers, a network that can fail between them, and a gateway for messages. */
export type Stage = {
  /** Past the network that fails. */
  readonly url: string;
  readonly proxy: Proxy;
  readonly gateway: Gateway;
  readonly desks: () => readonly Desk[];
  /** Signs everybody in anew, as of now on the servers' clock. */
  readonly signInAgain: () => Promise<void>;
  /** Starts one more server, whose clock is as far off as that of the others. */
  readonly startServer: () => Promise<Served>;
  /** Lets the clock of every server jump, by so many milliseconds from the true one. */
  readonly shiftClocks: (shiftMs: number) => void;
  /** Now, on the servers' clock. */
  readonly now: () => Date;
  /** Waits until every message is sent; what a server died over may be tried again when its time is over, so the clock is moved on. */
  readonly untilSent: () => Promise<void>;
};

const HOUR_MS = 3_600_000;
/** In the night no message is sent (22:00 to 7:00 in China), so a trial begins at ten in the morning, today or tomorrow. */
const untilMorning = (): number => {
  const now = Date.now();
  const hourInChina = ((now + 8 * HOUR_MS) / HOUR_MS) % 24;
  return hourInChina > 9 && hourInChina < 18 ? 0 : (34 - hourInChina) * HOUR_MS;
};
const UNTIL_SENT_MS = 120_000;
const LEASE_MS = 3 * 60_000;

/** Sets the stage in a folder, and takes it down when `run` is over. */
export async function withStage(folder: string, run: (stage: Stage) => Promise<boolean>): Promise<boolean> {
  const data = join(folder, 'data');
  mkdirSync(data);
  chmodSync(data, 0o755);
  await prepareDesks(data);
  const embedded = await startEmbedded({ folder: join(data, 'postgres') });
  const socket = new URL(embedded.url).searchParams.get('host') ?? '';
  const proxy = await startProxy(join(socket, '.s.PGSQL.5432'));
  const gateway = await startGateway();
  const servers: Served[] = [];
  let shiftMs = untilMorning();
  const now = () => new Date(Date.now() + shiftMs);
  let desks = await signInDesks(embedded.url, now());
  const shiftClocks = (ms: number) => {
    shiftMs = ms;
    for (const server of servers) if (!server.hasEnded()) server.shiftClock(ms);
  };
  const stage: Stage = {
    url: embedded.url,
    proxy,
    gateway,
    desks: () => desks,
    signInAgain: async () => {
      desks = await signInDesks(embedded.url, now());
    },
    startServer: async () => {
      const port = await findFreePort();
      const databaseUrl = `postgresql://linli@127.0.0.1:${proxy.port}/linli`;
      const settings = gateway.settings;
      const server = await startServerProcess({ folder: data, port, databaseUrl, shiftMs, settings });
      const served = { ...server, port };
      servers.push(served);
      return served;
    },
    shiftClocks,
    now,
    untilSent: async () => {
      for (const giveUpAt = Date.now() + UNTIL_SENT_MS; (await countWaiting(embedded.url)) > 0; await wait(1000)) {
        if (Date.now() > giveUpAt) throw new Error('some messages still wait');
        if (giveUpAt - Date.now() < UNTIL_SENT_MS - 15_000) shiftClocks(shiftMs + LEASE_MS);
      }
    },
  };
  try {
    return await run(stage);
  } finally {
    for (const server of servers) if (!server.hasEnded()) await server.end('SIGTERM');
    await proxy.close();
    await gateway.close();
    await embedded.stop();
  }
}
