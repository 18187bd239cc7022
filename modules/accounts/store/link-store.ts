import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';

export type SsoSubject = { readonly issuer: string; readonly subject: string };

export async function findLinked(work: Work, { issuer, subject }: SsoSubject): Promise<string | undefined> {
  const { rows } = await sql<{ accountId: string }>`
    select account_id as "accountId" from accounts.sso_links
    where district_id = ${work.districtId} and issuer = ${issuer} and subject = ${subject}
  `.execute(work.db);
  return rows[0]?.accountId;
}

/** False when the subject or the account has another link of this provider already. */
export async function saveLink(
  work: Work,
  { issuer, subject, accountId, byAccountId }: SsoSubject & { accountId: string; byAccountId: string },
): Promise<boolean> {
  const { rows } = await sql`
    insert into accounts.sso_links (district_id, issuer, subject, account_id, linked_at, linked_by_account_id)
    values (${work.districtId}, ${issuer}, ${subject}, ${accountId}::uuid, ${work.now}, ${byAccountId}::uuid)
    on conflict do nothing
    returning 1
  `.execute(work.db);
  return rows.length > 0;
}

export async function removeLinks(work: Work, accountId: string): Promise<boolean> {
  const { rows } = await sql`
    delete from accounts.sso_links where district_id = ${work.districtId} and account_id = ${accountId}::uuid returning 1
  `.execute(work.db);
  return rows.length > 0;
}
