import { done, refuse } from '../../../platform/result.ts';

/** Wrong tries so far under one subject; `since` is when the first of them was. */
export type AttemptFacts = { readonly failed: number; readonly since: Date; readonly closedUntil: Date | null };
export type AttemptLimit = { readonly allowed: number; readonly minutes: number };

const minuteMs = 60_000;
const forgottenAfterMs = 60 * minuteMs;

/**
 * Counts one try to sign in (登录尝试) before the secret is looked at.
 *
 * Counting first means that many guesses sent at once cannot all be looked at. The last try that is allowed already
 * carries the closing; a success takes it back. Tries older than an hour are forgotten.
 *
 * @returns the facts to store, or the refusal `session.locked` with `minutes` still to wait
 */
export function countAttempt(facts: AttemptFacts, limit: AttemptLimit, now: Date) {
  if (facts.closedUntil && now < facts.closedUntil) {
    return refuse('session.locked', { minutes: computeMinutesLeft(facts.closedUntil, now) });
  }
  const isAnew = facts.closedUntil !== null || now.getTime() - facts.since.getTime() >= forgottenAfterMs;
  const failed = isAnew ? 1 : facts.failed + 1;
  const closedUntil = failed < limit.allowed ? null : new Date(now.getTime() + limit.minutes * minuteMs);
  return done({ failed, since: isAnew || facts.failed === 0 ? now : facts.since, closedUntil });
}

/** The facts after the try that was counted proves right: it is taken back, others' tries stay. */
export function forgiveAttempt(facts: AttemptFacts, limit: AttemptLimit): AttemptFacts {
  const failed = Math.max(0, facts.failed - 1);
  return { ...facts, failed, closedUntil: failed < limit.allowed ? null : facts.closedUntil };
}

export const computeMinutesLeft = (until: Date, now: Date) => Math.ceil((until.getTime() - now.getTime()) / minuteMs);
