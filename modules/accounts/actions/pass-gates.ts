import type { Kysely } from 'kysely';
import type { Database } from '../../../platform/db/database.ts';
import { inTransaction, type Occasion } from '../../../platform/db/transaction.ts';
import { done, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import { computeMinutesLeft, countAttempt, forgiveAttempt, type AttemptFacts } from '../rules/attempt.ts';
import type { Gate } from '../rules/gates.ts';
import { loadAttemptsForChange, removeAttempt, removeOldAttempts, saveAttempt } from '../store/attempt-store.ts';

/**
 * Counts one try at each gate (登录限速), in a transaction of its own, before the secret is looked at: the try stays
 * counted although the answer is a refusal. When one gate is closed, nothing is counted at the others.
 *
 * @returns the minutes for which a gate is now closed, because this was the last try allowed there (null: none is); or the
 *   refusal `session.locked` with the minutes left
 */
export async function passGates(
  db: Kysely<Database>,
  door: Occasion,
  gates: readonly Gate[],
): Promise<Result<{ closedMinutes: number | null }, 'session.locked'>> {
  return inTransaction(db, door, async (work) => {
    const before = await loadAttemptsForChange(work, subjectsOf(gates));
    const after: AttemptFacts[] = [];
    for (const [index, { limit }] of gates.entries()) {
      const counted = countAttempt(before[index]!, limit, work.now);
      if (!counted.ok) return counted;
      after.push(counted.value);
    }
    for (const [index, { subject }] of gates.entries()) await saveAttempt(work, subject, after[index]!);
    const closings = after.flatMap(({ closedUntil }) =>
      closedUntil ? [computeMinutesLeft(closedUntil, work.now)] : [],
    );
    return done({ closedMinutes: closings.length > 0 ? Math.max(...closings) : null });
  });
}

/** The secret was right: the try is taken back, and what only this person passes is cleared. */
export async function forgiveAtGates(work: Work, gates: readonly Gate[]): Promise<void> {
  const facts = await loadAttemptsForChange(work, subjectsOf(gates));
  for (const [index, { subject, limit, own }] of gates.entries()) {
    if (own) await removeAttempt(work, subject);
    else await saveAttempt(work, subject, forgiveAttempt(facts[index]!, limit));
  }
  await removeOldAttempts(work);
}

const subjectsOf = (gates: readonly Gate[]) => gates.map(({ subject }) => subject);
