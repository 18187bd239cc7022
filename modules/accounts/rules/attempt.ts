import { done, refuse } from '../../../platform/result.ts';

export type AttemptFacts = { readonly failedAttempts: number; readonly lockedUntil: Date | null };

const attemptsAllowed = 5;
const lockMinutes = 15;
const minuteMs = 60_000;

/**
 * Counts one attempt to sign in with a password (登录尝试) before the password is looked at.
 *
 * Counting first means that many guesses sent at once cannot all be looked at. The fifth attempt already carries
 * the lock; a success clears it.
 *
 * @returns the facts to store, or the refusal `session.locked` with `minutes` still to wait
 */
export function countAttempt(facts: AttemptFacts, now: Date) {
  if (facts.lockedUntil && now < facts.lockedUntil) {
    return refuse('session.locked', { minutes: computeMinutesLeft(facts.lockedUntil, now) });
  }
  const failedAttempts = facts.lockedUntil ? 1 : facts.failedAttempts + 1;
  const lockedUntil = failedAttempts < attemptsAllowed ? null : new Date(now.getTime() + lockMinutes * minuteMs);
  return done({ failedAttempts, lockedUntil });
}

/** Says what a wrong password is answered with: `session.wrong_login`, or `session.locked` once the last attempt is used. */
export function refuseAttempt(facts: AttemptFacts, now: Date) {
  return facts.lockedUntil
    ? refuse('session.locked', { minutes: computeMinutesLeft(facts.lockedUntil, now) })
    : refuse('session.wrong_login');
}

const computeMinutesLeft = (until: Date, now: Date) => Math.ceil((until.getTime() - now.getTime()) / minuteMs);
