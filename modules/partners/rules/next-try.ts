/** Why a call did not get through (没有送到的原因). */
export type CallError = 'unreachable' | 'timeout' | 'busy' | 'key' | 'address' | 'notUnderstood';

const DAYLIGHT = 4;

/** How often it is asked how things stand (查询间隔). */
export const LOOK_EVERY_MS = 10 * 60_000;
const LONGEST_LOOK_MS = 3 * 60 * 60_000;

/** Whoever asked hears of it once, while the day may still be saved by a telephone call (请打电话). */
export const isTimeToCall = (attempts: number): boolean => attempts === DAYLIGHT;

/** When a system is asked next how things stand: more and more rarely while it fails. */
export const computeNextLook = (failures: number, now: Date): Date =>
  new Date(now.getTime() + Math.min(LOOK_EVERY_MS * 2 ** Math.min(failures, 10), LONGEST_LOOK_MS));
