import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import type { LiveSession, OwnSession, SignInWay } from '../contract/account.ts';
import type { FactorRequirement } from '../contract/factor.ts';
import { computeCodeExpiry, computeExpiry, computeIdleSince } from '../rules/session-life.ts';
import type { SessionTimes } from '../rules/session-life.ts';
import { hashToken, makeToken } from '../rules/token.ts';

export type NewSession = {
  readonly accountId: string;
  readonly way: SignInWay;
  readonly deviceName: string;
  readonly awaitsFactor?: boolean;
  readonly actingPostId?: string | null;
};

/** Opens a session and clears away the account's dead ones; returns the token. */
export async function openSession(work: Work, session: NewSession): Promise<string> {
  const { accountId, way, deviceName, awaitsFactor = false, actingPostId = null } = session;
  const token = makeToken(work.districtId);
  const expiresAt = awaitsFactor ? computeCodeExpiry(work.now) : computeExpiry(work.now);
  await sql`
    delete from accounts.sessions
    where district_id = ${work.districtId} and account_id = ${accountId}::uuid
      and (expires_at <= ${work.now} or last_seen_at <= ${computeIdleSince(work.now)})
  `.execute(work.db);
  await sql`
    insert into accounts.sessions
      (district_id, token_hash, account_id, acting_post_id, created_at, last_seen_at, expires_at, device, way, awaits_factor)
    values (${work.districtId}, ${hashToken(token)}, ${accountId}::uuid, ${actingPostId}::uuid, ${work.now}, ${work.now},
      ${expiresAt}, ${deviceName}, ${way}, ${awaitsFactor})
  `.execute(work.db);
  return token;
}

export type SessionFacts = SessionTimes &
  Omit<LiveSession, 'districtId' | 'requirement'> & {
    readonly requirement: (Omit<FactorRequirement, 'at'> & { readonly at: string }) | null;
  };

/** The session, its account while that is in use, and what the district asks of it; one query, at every request. */
export async function loadSession(work: Work, token: string): Promise<SessionFacts | undefined> {
  const { rows } = await sql<SessionFacts>`
    select s.id as "sessionId", s.account_id as "accountId", a.login, a.name_zh as name, a.name_en as "nameEn",
      s.acting_post_id as "actingPostId", s.last_seen_at as "lastSeenAt", s.expires_at as "expiresAt", s.way, s.device,
      s.created_at as "signedInAt", coalesce(s.proved_at, s.created_at) as "provedAt",
      a.password_hash is not null as "hasPassword",
      s.awaits_factor as "awaitsFactor", a.must_change_password as "mustChangePassword", a.is_demo as "isDemo",
      a.created_at as "accountMadeAt",
      exists (select from accounts.factors f where f.district_id = s.district_id and f.account_id = s.account_id
        and f.confirmed_at is not null) as "hasFactor",
      (select jsonb_build_object('reach', r.reach, 'postKinds', r.post_kinds, 'graceDays', r.grace_days, 'at', r.at)
        from accounts.factor_requirements r where r.district_id = s.district_id order by r.at desc, r.id desc limit 1) as requirement
    from accounts.sessions s
    join accounts.accounts a on a.district_id = s.district_id and a.id = s.account_id and a.state = 'active'
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

export async function saveProof(work: Work, sessionId: string): Promise<void> {
  await sql`
    update accounts.sessions set proved_at = ${work.now}
    where district_id = ${work.districtId} and id = ${sessionId}::uuid
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

/** Sessions of an account that still live, the latest used first. */
export async function loadSessionsOf(work: Work, accountId: string): Promise<OwnSession[]> {
  const { rows } = await sql<OwnSession>`
    select id, device, way, created_at as since, last_seen_at as "lastSeenAt"
    from accounts.sessions
    where district_id = ${work.districtId} and account_id = ${accountId}::uuid and not awaits_factor
      and expires_at > ${work.now} and last_seen_at > ${computeIdleSince(work.now)}
    order by last_seen_at desc, id
  `.execute(work.db);
  return rows;
}

/** Ends one session of an account; false when the account has none of this id. */
export async function removeSessionOf(work: Work, accountId: string, sessionId: string): Promise<boolean> {
  const { rows } = await sql`
    delete from accounts.sessions
    where district_id = ${work.districtId} and account_id = ${accountId}::uuid and id = ${sessionId}::uuid
    returning 1
  `.execute(work.db);
  return rows.length > 0;
}

/** Ends all sessions of an account, or all but one; returns how many. */
export async function removeSessionsOf(work: Work, accountId: string, butToken: string | null = null): Promise<number> {
  const kept = butToken === null ? Buffer.alloc(0) : hashToken(butToken);
  const { rows } = await sql`
    delete from accounts.sessions
    where district_id = ${work.districtId} and account_id = ${accountId}::uuid and token_hash <> ${kept}
    returning 1
  `.execute(work.db);
  return rows.length;
}
