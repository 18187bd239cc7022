import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import type { FactorReach, FactorRequirement } from '../contract/factor.ts';

export type FactorRow = {
  readonly secretSealed: Uint8Array;
  readonly confirmedAt: Date | null;
  readonly lastStep: number;
};

/** Locks the row, so that one code sent twice at once is accepted once. */
export async function loadFactorForChange(work: Work, accountId: string): Promise<FactorRow | undefined> {
  const { rows } = await sql<Omit<FactorRow, 'lastStep'> & { lastStep: string }>`
    select secret_sealed as "secretSealed", confirmed_at as "confirmedAt", last_step as "lastStep"
    from accounts.factors
    where district_id = ${work.districtId} and account_id = ${accountId}::uuid
    for update
  `.execute(work.db);
  const [row] = rows;
  return row && { ...row, lastStep: Number(row.lastStep) };
}

/** Begins anew with another key, as long as none is confirmed. */
export async function saveNewFactor(work: Work, accountId: string, secretSealed: Uint8Array): Promise<void> {
  await sql`
    insert into accounts.factors (district_id, account_id, secret_sealed, made_at)
    values (${work.districtId}, ${accountId}::uuid, ${secretSealed}, ${work.now})
    on conflict on constraint factors_pk do update
      set secret_sealed = excluded.secret_sealed, made_at = excluded.made_at, last_step = 0
      where factors.confirmed_at is null
  `.execute(work.db);
}

export async function saveFactorUse(work: Work, accountId: string, lastStep: number): Promise<void> {
  await sql`
    update accounts.factors set last_step = ${lastStep}, confirmed_at = coalesce(confirmed_at, ${work.now})
    where district_id = ${work.districtId} and account_id = ${accountId}::uuid
  `.execute(work.db);
}

/** Takes the factor away with its recovery codes; false when there was none. */
export async function removeFactorRows(work: Work, accountId: string): Promise<boolean> {
  await sql`
    delete from accounts.recovery_codes where district_id = ${work.districtId} and account_id = ${accountId}::uuid
  `.execute(work.db);
  const { rows } = await sql`
    delete from accounts.factors where district_id = ${work.districtId} and account_id = ${accountId}::uuid returning 1
  `.execute(work.db);
  return rows.length > 0;
}

/** Replaces all recovery codes. */
export async function saveRecoveryCodes(work: Work, accountId: string, hashes: readonly Uint8Array[]): Promise<void> {
  await sql`
    delete from accounts.recovery_codes where district_id = ${work.districtId} and account_id = ${accountId}::uuid
  `.execute(work.db);
  const hexes = hashes.map((hash) => Buffer.from(hash).toString('hex'));
  await sql`
    insert into accounts.recovery_codes (district_id, account_id, code_hash)
    select ${work.districtId}::int, ${accountId}::uuid, decode(h, 'hex') from unnest(${hexes}::text[]) as h
  `.execute(work.db);
}

/** Marks a recovery code used; false when it is none of theirs or was used before. */
export async function useRecoveryCode(work: Work, accountId: string, hash: Uint8Array): Promise<boolean> {
  const { rows } = await sql`
    update accounts.recovery_codes set used_at = ${work.now}
    where district_id = ${work.districtId} and account_id = ${accountId}::uuid and code_hash = ${hash} and used_at is null
    returning 1
  `.execute(work.db);
  return rows.length > 0;
}

export async function countRecoveryCodes(work: Work, accountId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from accounts.recovery_codes
    where district_id = ${work.districtId} and account_id = ${accountId}::uuid and used_at is null
  `.execute(work.db);
  return rows[0]?.n ?? 0;
}

export async function saveRequirement(
  work: Work,
  row: { id: string; byAccountId: string; reach: FactorReach; postKinds: readonly string[]; graceDays: number },
): Promise<void> {
  await sql`
    insert into accounts.factor_requirements (district_id, id, at, by_account_id, reach, post_kinds, grace_days)
    values (${work.districtId}, ${row.id}::uuid, ${work.now}, ${row.byAccountId}::uuid, ${row.reach},
      ${row.postKinds}::text[], ${row.graceDays})
    on conflict on constraint factor_requirements_pk do nothing
  `.execute(work.db);
}

export type RequirementWithAuthor = FactorRequirement & { readonly byZh: string; readonly byEn: string };

export async function loadRequirement(work: Work): Promise<RequirementWithAuthor | undefined> {
  const { rows } = await sql<RequirementWithAuthor>`
    select r.reach, r.post_kinds as "postKinds", r.grace_days as "graceDays", r.at, a.name_zh as "byZh", a.name_en as "byEn"
    from accounts.factor_requirements r
    join accounts.accounts a on a.district_id = r.district_id and a.id = r.by_account_id
    where r.district_id = ${work.districtId}
    order by r.at desc, r.id desc
    limit 1
  `.execute(work.db);
  return rows[0];
}
