import type { BenchGround } from '../bench/ground.ts';
import { load, residentMb, timeRecovery, type LoadResult } from './load.ts';

const MOST_GROWTH_MB = 300;
const ms = (time: number) => `${time.toFixed(0)} ms`;

/**
 * Finds out how much the server does for eight people at a time, then lets many more come than that (超载), and prints who
 * was answered and who was asked to come back, how long it took, how the memory grew, and when it was over.
 */
export async function pressHard(
  { address, serverPid }: Pick<BenchGround, 'address' | 'serverPid'>,
  { callers, seconds }: { readonly callers: number; readonly seconds: number },
): Promise<boolean> {
  await load(address, { callers: 8, seconds: Math.min(3, seconds), pauseMs: 0 }); // code and connections made ready
  const usual = await load(address, { callers: 8, seconds: Math.min(8, seconds), pauseMs: 0 });
  const before = residentMb(serverPid);
  let most = before;
  const watching = setInterval(() => (most = Math.max(most, residentMb(serverPid))), 200);
  const crowd = await load(address, { callers, seconds, pauseMs: 100 });
  clearInterval(watching);
  const recoveredMs = await timeRecovery(address, usual.answeredMs.middle);
  const after = await load(address, { callers: 8, seconds: Math.min(8, seconds), pauseMs: 0 });

  console.log('| people at once | answered | a second | middle, 99th | 503 | middle, 99th | other | health, 99th |');
  console.log('| --- | --- | --- | --- | --- | --- | --- | --- |');
  for (const line of [usual, crowd, after]) console.log(drawLine(line));
  const memory = `memory ${before.toFixed(0)} MB before, ${most.toFixed(0)} MB at most (bound ${MOST_GROWTH_MB} MB more)`;
  console.log(`${memory}; as fast again ${ms(recoveredMs)} after the last of them`);
  return (
    crowd.turnedAway > 0 &&
    crowd.answered > 0 &&
    [usual, crowd, after].every(({ other, healthFailed }) => other.length === 0 && healthFailed === 0) &&
    usual.turnedAway + after.turnedAway === 0 &&
    most - before <= MOST_GROWTH_MB &&
    Number.isFinite(recoveredMs)
  );
}

function drawLine({
  callers,
  answered,
  perSecond,
  answeredMs,
  turnedAway,
  turnedAwayMs,
  other,
  ...health
}: LoadResult) {
  const times = ({ middle, p99 }: LoadResult['answeredMs']) => (Number.isNaN(p99) ? '' : `${ms(middle)}, ${ms(p99)}`);
  const failed = health.healthFailed > 0 ? `, ${health.healthFailed} failed` : '';
  const rest = other.length === 0 ? '0' : `${other.length} (${[...new Set(other)].join(', ')})`;
  return `| ${callers} | ${answered} | ${perSecond.toFixed(0)} | ${times(answeredMs)} | ${turnedAway} | ${times(turnedAwayMs)} | ${rest} | ${ms(health.healthMs.p99)}${failed} |`;
}
