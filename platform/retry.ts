const MINUTES = [1, 5, 15, 60, 180, 360, 720] as const;

/** How long a try of sending something may take before another one may begin (占用时长): longer than anything outside is waited for. */
export const LEASE_MS = 2 * 60_000;

/**
 * Says when something that was sent in vain is sent again (重试间隔): after 1, 5, 15 minutes, then 1, 3, 6 and 12 hours.
 *
 * @param attempts how often it was tried, this time included
 * @returns undefined after eight tries in vain
 */
export function computeRetry(attempts: number, now: Date): Date | undefined {
  const minutes = MINUTES[attempts - 1];
  return minutes === undefined ? undefined : new Date(now.getTime() + minutes * 60_000);
}
