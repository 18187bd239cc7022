/** Why a call did not get through (没有送到的原因). */
export type CallError = 'unreachable' | 'timeout' | 'busy' | 'key' | 'address' | 'notUnderstood';

const MINUTES = [1, 5, 15, 60, 180, 360, 720] as const;
const DAYLIGHT = 4;

/** How long a try may take before another one may begin (占用时长): longer than any call waits. */
export const LEASE_MS = 2 * 60_000;
/** How often it is asked how things stand (查询间隔). */
export const LOOK_EVERY_MS = 10 * 60_000;
const LONGEST_LOOK_MS = 3 * 60 * 60_000;

/**
 * Says when something is sent again (重试间隔): after 1, 5, 15 minutes, then 1, 3, 6 and 12 hours.
 *
 * @param attempts how often it was tried, this time included
 * @returns undefined after eight tries in vain
 */
export function computeNextTry(attempts: number, now: Date): Date | undefined {
  const minutes = MINUTES[attempts - 1];
  return minutes === undefined ? undefined : new Date(now.getTime() + minutes * 60_000);
}

/** Whoever asked hears of it once, while the day may still be saved by a telephone call (请打电话). */
export const isTimeToCall = (attempts: number): boolean => attempts === DAYLIGHT;

/** When a system is asked next how things stand: more and more rarely while it fails. */
export const computeNextLook = (failures: number, now: Date): Date =>
  new Date(now.getTime() + Math.min(LOOK_EVERY_MS * 2 ** Math.min(failures, 10), LONGEST_LOOK_MS));
