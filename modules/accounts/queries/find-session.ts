import type { Kysely } from 'kysely';
import type { Database } from '../../../platform/db/database.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { noScope, type Work } from '../../../platform/work.ts';
import type { LiveSession } from '../contract/account.ts';
import { isSessionAlive, isUseWorthNoting } from '../rules/session-life.ts';
import { readTokenDistrict } from '../rules/token.ts';
import { loadSession, saveLastSeen } from '../store/session-store.ts';

/**
 * Finds the session (会话) behind a token, before any scope is known; undefined when it is unknown, ended, idle for
 * twelve hours or older than seven days, or when its account is closed. Whether it opens anything yet is said by
 * `computeOwed`.
 *
 * The token names its district, so the look-up runs under that district's row-level security with an empty scope.
 */
export async function findSession(db: Kysely<Database>, token: string, now: Date): Promise<LiveSession | undefined> {
  return (await findSessionAnd(db, token, now, async () => undefined))?.session;
}

/** Finds the session like {@link findSession}, and in the same transaction what else is asked of the database about it. */
export async function findSessionAnd<T>(
  db: Kysely<Database>,
  token: string,
  now: Date,
  ask: (work: Work, session: LiveSession) => Promise<T>,
): Promise<{ readonly session: LiveSession; readonly found: T } | undefined> {
  const districtId = readTokenDistrict(token);
  if (districtId === undefined) return undefined;

  const occasion = { districtId, scope: noScope, actor: { kind: 'public' }, now, onlyReads: true } as const;
  return inTransaction(db, occasion, async (work) => {
    const facts = await loadSession(work, token);
    if (!facts || !isSessionAlive(facts, now)) return undefined;
    if (isUseWorthNoting(facts, now)) await saveLastSeen(work, token);
    const { lastSeenAt: _seen, expiresAt: _expires, requirement, ...rest } = facts;
    const session = {
      ...rest,
      districtId,
      requirement: requirement && { ...requirement, at: new Date(requirement.at) },
    };
    return { session, found: await ask(work, session) };
  });
}
