import type { SendError } from '../../../platform/notify/channel.ts';

const MINUTES = [1, 5, 15, 60, 180, 360, 720] as const;

/** How long a try may take before another one may begin (占用时长): long enough for any channel to answer. */
export const LEASE_MS = 2 * 60_000;

/**
 * Says when a message is tried again (重试间隔): after 1, 5, 15 minutes, then 1, 3, 6 and 12 hours.
 *
 * @param attempts how often it was tried, this time included
 * @returns undefined when it is not tried again by itself: refused for good, or eight times in vain
 */
export function computeNextTry(attempts: number, error: SendError | 'noAddress', now: Date): Date | undefined {
  const minutes = MINUTES[attempts - 1];
  if (minutes === undefined || error === 'refused' || error === 'noAddress') return undefined;
  return new Date(now.getTime() + minutes * 60_000);
}
