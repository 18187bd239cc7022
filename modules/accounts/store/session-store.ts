import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import { computeExpiry, computeIdleSince } from '../rules/session-life.ts';
import type { SessionTimes } from '../rules/session-life.ts';
import { hashToken, makeToken } from '../rules/token.ts';

/** Opens a session and clears away the account's dead ones; returns the token. */
export async function openSession(work: Work, accountId: string): Promise<string> {
  const token = makeToken(work.districtId);
  await sql`
    delete from accounts.sessions
    where district_id = ${work.districtId} and account_id = ${accountId}::uuid
      and (expires_at <= ${work.now} or last_seen_at <= ${computeIdleSince(work.now)})
  `.execute(work.db);
  await sql`
    insert into accounts.sessions (district_id, token_hash, account_id, created_at, last_seen_at, expires_at)
    values (${work.districtId}, ${hashToken(token)}, ${accountId}::uuid, ${work.now}, ${work.now}, ${computeExpiry(work.now)})
  `.execute(work.db);
  return token;
}

export type SessionFacts = SessionTimes & {
  readonly accountId: string;
  readonly name: string;
  readonly nameEn: string;
  readonly actingPostId: string | null;
};

export async function loadSession(work: Work, token: string): Promise<SessionFacts | undefined> {
  const { rows } = await sql<SessionFacts>`
    select s.account_id as "accountId", a.name_zh as name, a.name_en as "nameEn", s.acting_post_id as "actingPostId",
      s.last_seen_at as "lastSeenAt", s.expires_at as "expiresAt"
    from accounts.sessions s
    join accounts.accounts a on a.district_id = s.district_id and a.id = s.account_id
    where s.district_id = ${work.districtId} and s.token_hash = ${hashToken(token)}
  `.execute(work.db);
  return rows[0];
}

export async function saveLastSeen(work: Work, token: string): Promise<void> {
  await sql`
    update accounts.sessions set last_seen_at = ${work.now}
    where district_id = ${work.districtId} and token_hash = ${hashToken(token)}
  `.execute(work.db);
}

export async function saveActingPost(work: Work, token: string, postId: string): Promise<void> {
  await sql`
    update accounts.sessions set acting_post_id = ${postId}::uuid
    where district_id = ${work.districtId} and token_hash = ${hashToken(token)}
  `.execute(work.db);
}

export async function removeSession(work: Work, token: string): Promise<void> {
  await sql`
    delete from accounts.sessions where district_id = ${work.districtId} and token_hash = ${hashToken(token)}
  `.execute(work.db);
}
