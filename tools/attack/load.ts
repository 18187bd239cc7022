import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { makeAsk, type Ask } from '../trial/ask.ts';

export type LoadResult = {
  readonly callers: number;
  readonly answered: number;
  readonly turnedAway: number;
  /** Neither done nor asked to come back. */
  readonly other: readonly string[];
  readonly perSecond: number;
  readonly answeredMs: Times;
  readonly turnedAwayMs: Times;
  readonly healthMs: Times;
  readonly healthFailed: number;
};
type Times = { readonly middle: number; readonly p99: number };

/** Memory of a process in MB (Linux). */
export const residentMb = (pid: number): number =>
  Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1024;

function timesOf(list: readonly number[]): Times {
  const sorted = list.toSorted((one, other) => one - other);
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
  return { middle: at(0.5), p99: at(0.99) };
}

/** One person's visit: reports something, or looks at what others reported. */
function visit(ask: Ask, nth: number) {
  if (nth % 3 > 0) return ask('GET', nth % 3 === 1 ? '/see' : '/api/public/requests');
  const what = `楼道灯坏了，晚上看不见路 ${nth}`;
  const body = { commandId: randomUUID(), what, community: '990102001001', place: '3号楼' };
  return ask('POST', '/api/public/requests', { body });
}

/** Lets so many people knock at once (并发) for some seconds, each again a moment after the answer, while somebody watches the health. */
export async function load(
  address: { readonly host: string; readonly port: number },
  { callers, seconds, pauseMs }: { readonly callers: number; readonly seconds: number; readonly pauseMs: number },
): Promise<LoadResult> {
  const ask = makeAsk(address, callers);
  const watch = makeAsk(address, 1);
  const until = performance.now() + seconds * 1000;
  const answered: number[] = [];
  const turnedAway: number[] = [];
  const health: number[] = [];
  const other: string[] = [];
  let healthFailed = 0;
  let nth = 0;
  const timed = async <T>(run: () => Promise<T>): Promise<readonly [T, number]> => {
    const from = performance.now();
    return [await run(), performance.now() - from];
  };
  const knock = async () => {
    while (performance.now() < until) {
      nth += 1;
      try {
        const [{ status }, ms] = await timed(() => visit(ask, nth));
        if (status === 200) answered.push(ms);
        else if (status === 503) turnedAway.push(ms);
        else other.push(String(status));
      } catch (error) {
        other.push((error as { code?: string }).code ?? String(error));
      }
      await wait(pauseMs);
    }
  };
  const look = async () => {
    while (performance.now() < until) {
      const [ok, ms] = await timed(() =>
        watch('GET', '/healthz').then(
          ({ status }) => status === 200,
          () => false,
        ),
      );
      if (ok) health.push(ms);
      else healthFailed += 1;
      await wait(250);
    }
  };
  await Promise.all([look(), ...Array.from({ length: callers }, knock)]);
  return {
    callers,
    answered: answered.length,
    turnedAway: turnedAway.length,
    other,
    perSecond: answered.length / seconds,
    answeredMs: timesOf(answered),
    turnedAwayMs: timesOf(turnedAway),
    healthMs: timesOf(health),
    healthFailed,
  };
}

/** How long after the load the pages come as fast again as before it: at most twice the middle time, three in a row. */
export async function timeRecovery(
  address: { readonly host: string; readonly port: number },
  usualMs: number,
): Promise<number> {
  const ask = makeAsk(address, 1);
  const from = performance.now();
  for (let inARow = 0; inARow < 3;) {
    const asked = performance.now();
    const { status } = await ask('GET', '/see');
    inARow = status === 200 && performance.now() - asked <= Math.max(2 * usualMs, 50) ? inARow + 1 : 0;
    if (performance.now() - from > 60_000) return Number.POSITIVE_INFINITY;
  }
  return performance.now() - from;
}
