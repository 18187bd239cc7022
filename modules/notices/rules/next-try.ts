import type { SendError } from '../../../platform/notify/channel.ts';
import { computeRetry } from '../../../platform/retry.ts';

/**
 * Says when a message is tried again (重试间隔), as {@link computeRetry} does.
 *
 * @param attempts how often it was tried, this time included
 * @returns undefined when it is not tried again by itself: refused for good, or eight times in vain
 */
export const computeNextTry = (attempts: number, error: SendError | 'noAddress', now: Date): Date | undefined =>
  error === 'refused' || error === 'noAddress' ? undefined : computeRetry(attempts, now);
