import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

/** The real server (受试服务器) in a process of its own. */
export type ServerProcess = {
  readonly pid: number;
  /** What it said on its error output. */
  readonly said: () => string;
  readonly hasEnded: () => boolean;
  /** Lets the machine's clock jump, as this process sees it: so many milliseconds off from now on. */
  readonly shiftClock: (shiftMs: number) => void;
  /** Sends a signal and waits until the process is gone. */
  readonly end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<void>;
};

const READY_WITHIN_MS = 300_000; // a start takes seconds, on a machine that does much else minutes

/**
 * Starts the demo server on a data folder and waits until it answers.
 *
 * @param databaseUrl a database to use; without it the server brings up its own in the data folder
 * @param districtId the district to serve; without it the demo district
 * @param readyWithinMs five minutes when not given
 * @throws when it ends, or does not answer in time; the message holds what it said
 */
export async function startServerProcess(input: {
  readonly folder: string;
  readonly port: number;
  readonly databaseUrl?: string;
  /** The file that its log goes to; without it, nowhere. */
  readonly logFile?: string;
  /** How far its clock is off when it starts, in milliseconds. */
  readonly shiftMs?: number;
  /** More settings, such as a gateway for messages. */
  readonly settings?: Readonly<Record<string, string>>;
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
    LINLI_TRIAL_SHIFT_MS: String(input.shiftMs ?? 0),
    ...input.settings,
    ...(input.districtId === undefined ? {} : { LINLI_DISTRICT: String(input.districtId) }),
  };
  const log = input.logFile === undefined ? undefined : openSync(input.logFile, 'a');
  const clock = pathToFileURL(join(import.meta.dirname, 'shift-clock.ts')).href;
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--import', clock, main], {
    env,
    stdio: ['ignore', log ?? 'ignore', 'pipe', 'ipc'],
  });
  if (log !== undefined) closeSync(log);
  let words = '';
  child.stderr?.on('data', (part: Buffer) => (words = `${words}${part.toString()}`.slice(-100_000)));
  const endWithUs = () => child.kill('SIGKILL');
  process.once('exit', endWithUs);
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  void gone.then(() => process.off('exit', endWithUs));
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
  const shiftClock = (shiftMs: number) => void child.send({ shiftMs });
  return { pid: child.pid as number, said: () => words, hasEnded, shiftClock, end };
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
