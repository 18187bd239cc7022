import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import type { AccountCard, AccountName, AccountState } from '../contract/account.ts';

export type AccountRow = {
  readonly id: string;
  readonly login: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly passwordHash: string | null;
  readonly isDemo: boolean;
  readonly mustChangePassword: boolean;
};

export async function saveAccounts(work: Work, rows: readonly AccountRow[]): Promise<void> {
  await sql`
    insert into accounts.accounts
      (district_id, id, login, name_zh, name_en, password_hash, is_demo, must_change_password, created_at)
    select ${work.districtId}::int, r.id, r.login, r."nameZh", r."nameEn", r."passwordHash", r."isDemo",
      r."mustChangePassword", ${work.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (
      id uuid, login text, "nameZh" text, "nameEn" text, "passwordHash" text, "isDemo" boolean, "mustChangePassword" boolean)
  `.execute(work.db);
}

export type SignInFacts = {
  readonly id: string;
  readonly login: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly passwordHash: string | null;
  readonly state: AccountState;
  readonly isDemo: boolean;
};

const facts = sql.raw(`
  id, login, name_zh as "nameZh", name_en as "nameEn", password_hash as "passwordHash", state, is_demo as "isDemo"`);

export async function loadAccountByLogin(work: Work, login: string): Promise<SignInFacts | undefined> {
  const { rows } = await sql<SignInFacts>`
    select ${facts} from accounts.accounts where district_id = ${work.districtId} and login = ${login}
  `.execute(work.db);
  return rows[0];
}

/** Locks the row, so that changes of one account follow each other. */
export async function loadAccountForChange(work: Work, accountId: string): Promise<SignInFacts | undefined> {
  const { rows } = await sql<SignInFacts>`
    select ${facts} from accounts.accounts
    where district_id = ${work.districtId} and id = ${accountId}::uuid
    for update
  `.execute(work.db);
  return rows[0];
}

export async function savePassword(
  work: Work,
  accountId: string,
  { hash, mustChange }: { hash: string; mustChange: boolean },
): Promise<void> {
  await sql`
    update accounts.accounts
    set password_hash = ${hash}, must_change_password = ${mustChange}, password_set_at = ${work.now}
    where district_id = ${work.districtId} and id = ${accountId}::uuid
  `.execute(work.db);
}

/** The same password hashed anew; not when it was changed meanwhile. */
export async function saveRehash(work: Work, accountId: string, from: string, to: string): Promise<void> {
  await sql`
    update accounts.accounts set password_hash = ${to}
    where district_id = ${work.districtId} and id = ${accountId}::uuid and password_hash = ${from}
  `.execute(work.db);
}

export async function saveState(work: Work, accountId: string, state: AccountState): Promise<void> {
  await sql`
    update accounts.accounts set state = ${state}
    where district_id = ${work.districtId} and id = ${accountId}::uuid
  `.execute(work.db);
}

export async function isDemoAccount(work: Work, accountId: string): Promise<boolean> {
  const { rows } = await sql`
    select from accounts.accounts
    where district_id = ${work.districtId} and id = ${accountId}::uuid and is_demo and state = 'active'
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

const card = sql.raw(`
  a.id as "accountId", a.login, a.name_zh as "nameZh", a.name_en as "nameEn", a.state,
  a.password_hash is not null as "hasPassword", a.must_change_password as "mustChangePassword",
  (select f.confirmed_at from accounts.factors f where f.district_id = a.district_id and f.account_id = a.id) as "factorSince",
  exists (select from accounts.sso_links l where l.district_id = a.district_id and l.account_id = a.id) as "isLinked"`);

export async function loadAccountCard(work: Work, accountId: string): Promise<AccountCard | undefined> {
  const { rows } = await sql<AccountCard>`
    select ${card} from accounts.accounts a where a.district_id = ${work.districtId} and a.id = ${accountId}::uuid
  `.execute(work.db);
  return rows[0];
}

/** Accounts whose login or name holds the words, by login, after the login `after`. */
export async function loadAccountCards(
  work: Work,
  { words, after, limit }: { words: string; after: string; limit: number },
): Promise<AccountCard[]> {
  const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<AccountCard>`
    select ${card} from accounts.accounts a
    where a.district_id = ${work.districtId} and a.login > ${after}
      and (a.login ilike ${like} or a.name_zh ilike ${like} or a.name_en ilike ${like})
    order by a.login
    limit ${limit}
  `.execute(work.db);
  return rows;
}

/** False when the id or the login is there already. */
export async function saveNewAccount(
  work: Work,
  row: { id: string; login: string; nameZh: string; nameEn: string; passwordHash: string },
): Promise<boolean> {
  const { rows } = await sql`
    insert into accounts.accounts
      (district_id, id, login, name_zh, name_en, password_hash, must_change_password, password_set_at, created_at)
    values (${work.districtId}, ${row.id}::uuid, ${row.login}, ${row.nameZh}, ${row.nameEn}, ${row.passwordHash}, true,
      ${work.now}, ${work.now})
    on conflict do nothing
    returning 1
  `.execute(work.db);
  return rows.length > 0;
}
