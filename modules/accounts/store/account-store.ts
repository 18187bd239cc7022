import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import type { AccountName } from '../contract/account.ts';
import type { AttemptFacts } from '../rules/attempt.ts';

export type AccountRow = {
  readonly id: string;
  readonly login: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly passwordHash: string | null;
  readonly isDemo: boolean;
};

export async function saveAccounts(work: Work, rows: readonly AccountRow[]): Promise<void> {
  await sql`
    insert into accounts.accounts (district_id, id, login, name_zh, name_en, password_hash, is_demo, created_at)
    select ${work.districtId}::int, r.id, r.login, r."nameZh", r."nameEn", r."passwordHash", r."isDemo", ${work.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (
      id uuid, login text, "nameZh" text, "nameEn" text, "passwordHash" text, "isDemo" boolean)
  `.execute(work.db);
}

export type SignInFacts = AttemptFacts & { readonly id: string; readonly passwordHash: string | null };

/** Locks the row, so that attempts on one account are counted one after the other. */
export async function loadAccountForSignIn(work: Work, login: string): Promise<SignInFacts | undefined> {
  const { rows } = await sql<SignInFacts>`
    select id, password_hash as "passwordHash", failed_attempts as "failedAttempts", locked_until as "lockedUntil"
    from accounts.accounts
    where district_id = ${work.districtId} and login = ${login}
    for update
  `.execute(work.db);
  return rows[0];
}

export async function saveAttempts(work: Work, accountId: string, facts: AttemptFacts): Promise<void> {
  await sql`
    update accounts.accounts
    set failed_attempts = ${facts.failedAttempts}, locked_until = ${facts.lockedUntil}
    where district_id = ${work.districtId} and id = ${accountId}::uuid
  `.execute(work.db);
}

export async function isDemoAccount(work: Work, accountId: string): Promise<boolean> {
  const { rows } = await sql`
    select from accounts.accounts where district_id = ${work.districtId} and id = ${accountId}::uuid and is_demo
  `.execute(work.db);
  return rows.length > 0;
}

export async function loadAccountNames(work: Work, accountIds: readonly string[]): Promise<AccountName[]> {
  const { rows } = await sql<AccountName>`
    select id as "accountId", name_zh as "nameZh", name_en as "nameEn"
    from accounts.accounts
    where district_id = ${work.districtId} and id = any(${accountIds}::uuid[])
  `.execute(work.db);
  return rows;
}
