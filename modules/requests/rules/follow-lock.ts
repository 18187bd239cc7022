import { done, refuse, type Result } from '../../../platform/result.ts';

/** Wrong codes in a row for one request before it closes for a while. */
export const WRONG_CODES_ALLOWED = 8;
export const LOCK_MINUTES = 15;

export type Attempts = { readonly failed: number; readonly since: Date };

/**
 * Says whether a follow code may be tried now (查询码试错), so that codes cannot be guessed.
 *
 * @returns done, or the refusal `follow.locked` with the minutes left
 */
export function mayTryCode(attempts: Attempts | undefined, now: Date): Result<null, 'follow.locked'> {
  if (!attempts || attempts.failed < WRONG_CODES_ALLOWED) return done(null);
  const left = attempts.since.getTime() + LOCK_MINUTES * 60_000 - now.getTime();
  return left > 0 ? refuse('follow.locked', { minutes: Math.ceil(left / 60_000) }) : done(null);
}

/** The attempts after one more wrong code; a new row begins when the last one is over. */
export const countWrongCode = (attempts: Attempts | undefined, now: Date): Attempts =>
  attempts && now.getTime() - attempts.since.getTime() < LOCK_MINUTES * 60_000
    ? { failed: attempts.failed + 1, since: now }
    : { failed: 1, since: now };
