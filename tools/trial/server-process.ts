import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** The real server (受试服务器) in a process of its own. */
export type ServerProcess = {
  readonly pid: number;
  /** What it said on its error output. */
  readonly said: () => string;
  readonly hasEnded: () => boolean;
  /** Sends a signal and waits until the process is gone. */
  readonly end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<void>;
};

const READY_WITHIN_MS = 120_000;

/**
 * Starts the demo server on a data folder and waits until it answers.
 *
 * @param databaseUrl a database to use; without it the server brings up its own in the data folder
 * @param districtId the district to serve; without it the demo district
 * @param readyWithinMs two minutes when not given
 * @throws when it ends, or does not answer in time; the message holds what it said
 */
export async function startServerProcess(input: {
  readonly folder: string;
  readonly port: number;
  readonly databaseUrl?: string;
  readonly districtId?: number;
  readonly readyWithinMs?: number;
}): Promise<ServerProcess> {
  const main = join(import.meta.dirname, '../../apps/server/main.ts');
  const { DATABASE_URL: _, ...rest } = process.env;
  const env = {
    ...rest,
    PORT: String(input.port),
    LINLI_DATA: input.folder,
    LINLI_MODE: 'demo',
    LINLI_PROXIES: '1', // what asks stands before it and speaks for many
    ...(input.databaseUrl === undefined ? {} : { DATABASE_URL: input.databaseUrl }),
    ...(input.districtId === undefined ? {} : { LINLI_DISTRICT: String(input.districtId) }),
  };
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let words = '';
  child.stderr.on('data', (part: Buffer) => (words = `${words}${part.toString()}`.slice(-10_000)));
  const endWithUs = () => child.kill();
  process.once('exit', endWithUs); // whoever breaks the trial off leaves no server behind
  const gone = new Promise<void>((resolve) =>
    child.once('exit', () => {
      process.off('exit', endWithUs);
      resolve();
    }),
  );
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  const readyWithinMs = input.readyWithinMs ?? READY_WITHIN_MS;
  for (const giveUpAt = Date.now() + readyWithinMs; ; await wait(50)) {
    if (hasEnded()) throw new Error(`the server ended before it was ready:\n${words}`);
    const answer = await fetch(`http://127.0.0.1:${input.port}/healthz`).catch(() => undefined);
    if (answer?.ok) break;
    if (Date.now() > giveUpAt)
      throw new Error(`the server was not ready within ${readyWithinMs / 1000} seconds:\n${words}`);
  }
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    child.kill(signal);
    await gone;
  };
  return { pid: child.pid as number, said: () => words, hasEnded, end };
}

/** A port nobody listens on now. */
export const findFreePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const found = probe.address();
      probe.close(() => resolve(typeof found === 'object' && found ? found.port : 0));
    });
  });
