/** What came of some callers working side by side for a while. */
export type Measured = {
  readonly callers: number;
  readonly seconds: number;
  /** Whole rounds finished. */
  readonly rounds: number;
  /** Length of each single command, in milliseconds, in no order. */
  readonly lengthsMs: readonly number[];
};

export type Timed = <T>(run: () => Promise<T>) => Promise<T>;

/** Lets callers repeat a round until the time is up; each finishes what it began, and that time counts too. */
export async function runCallers(
  callers: number,
  seconds: number,
  round: (caller: number, timed: Timed) => Promise<void>,
): Promise<Measured> {
  const lengthsMs: number[] = [];
  let rounds = 0;
  const startedAt = performance.now();
  const until = startedAt + seconds * 1000;
  const timed: Timed = async (run) => {
    const from = performance.now();
    const result = await run();
    lengthsMs.push(performance.now() - from);
    return result;
  };
  await Promise.all(
    Array.from({ length: callers }, async (_, caller) => {
      while (performance.now() < until) {
        await round(caller, timed);
        rounds += 1;
      }
    }),
  );
  return { callers, seconds: (performance.now() - startedAt) / 1000, rounds, lengthsMs };
}

/** The value below which this share of the numbers lies (nearest rank); NaN when there are none. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/**
 * How fast something grows with size: the slope of a straight line through the logarithms; 0 is flat, 1 doubles with the size.
 *
 * @param points sizes and the milliseconds found at each; at least two sizes
 */
export function growthExponent(points: readonly (readonly [size: number, ms: number])[]): number {
  const logs = points.map(([size, ms]) => [Math.log(size), Math.log(ms)] as const);
  const mean = (index: 0 | 1) => logs.reduce((sum, point) => sum + point[index], 0) / logs.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  const over = logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  return over / logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
}
