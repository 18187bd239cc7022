import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import type { PhoneCodeFacts } from '../rules/phone-code.ts';

export type PhoneCodeRow = {
  readonly phoneIndex: Uint8Array;
  readonly phoneSealed: Uint8Array;
  readonly codeHash: Uint8Array;
};

/** Keeps a code for the browser that asked for it, and clears away those that are over. */
export async function savePhoneCode(
  work: Work,
  row: PhoneCodeRow & { readonly flowHash: Buffer; readonly expiresAt: Date },
): Promise<void> {
  await sql`delete from accounts.phone_codes where district_id = ${work.districtId} and expires_at < ${work.now}`.execute(
    work.db,
  );
  await sql`
    insert into accounts.phone_codes (district_id, flow_hash, phone_index, phone_sealed, code_hash, made_at, expires_at)
    values (${work.districtId}, ${row.flowHash}, ${row.phoneIndex}, ${row.phoneSealed}, ${row.codeHash}, ${work.now}, ${row.expiresAt})
  `.execute(work.db);
}

/** Locks the row, so that tries on one code are counted one after the other. */
export async function loadPhoneCodeForChange(
  work: Work,
  flowHash: Buffer,
): Promise<(PhoneCodeRow & PhoneCodeFacts) | undefined> {
  const { rows } = await sql<PhoneCodeRow & PhoneCodeFacts>`
    select phone_index as "phoneIndex", phone_sealed as "phoneSealed", code_hash as "codeHash", tries, expires_at as "expiresAt"
    from accounts.phone_codes
    where district_id = ${work.districtId} and flow_hash = ${flowHash}
    for update
  `.execute(work.db);
  return rows[0];
}

export async function saveTries(work: Work, flowHash: Buffer, tries: number): Promise<void> {
  await sql`
    update accounts.phone_codes set tries = ${tries} where district_id = ${work.districtId} and flow_hash = ${flowHash}
  `.execute(work.db);
}

export async function removePhoneCode(work: Work, flowHash: Buffer): Promise<void> {
  await sql`
    delete from accounts.phone_codes where district_id = ${work.districtId} and flow_hash = ${flowHash}
  `.execute(work.db);
}

export async function openResidentSession(
  work: Work,
  row: { tokenHash: Buffer; phoneIndex: Uint8Array; phoneSealed: Uint8Array; expiresAt: Date },
): Promise<void> {
  await sql`
    delete from accounts.resident_sessions where district_id = ${work.districtId} and expires_at < ${work.now}
  `.execute(work.db);
  await sql`
    insert into accounts.resident_sessions
      (district_id, token_hash, phone_index, phone_sealed, created_at, last_seen_at, expires_at)
    values (${work.districtId}, ${row.tokenHash}, ${row.phoneIndex}, ${row.phoneSealed}, ${work.now}, ${work.now}, ${row.expiresAt})
  `.execute(work.db);
}

export type ResidentRow = {
  readonly phoneIndex: Uint8Array;
  readonly phoneSealed: Uint8Array;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
};

export async function loadResidentSession(work: Work, tokenHash: Buffer): Promise<ResidentRow | undefined> {
  const { rows } = await sql<ResidentRow>`
    select phone_index as "phoneIndex", phone_sealed as "phoneSealed", last_seen_at as "lastSeenAt", expires_at as "expiresAt"
    from accounts.resident_sessions
    where district_id = ${work.districtId} and token_hash = ${tokenHash}
  `.execute(work.db);
  return rows[0];
}

export async function saveResidentSeen(work: Work, tokenHash: Buffer): Promise<void> {
  await sql`
    update accounts.resident_sessions set last_seen_at = ${work.now}
    where district_id = ${work.districtId} and token_hash = ${tokenHash}
  `.execute(work.db);
}

export async function removeResidentSession(work: Work, tokenHash: Buffer): Promise<void> {
  await sql`
    delete from accounts.resident_sessions where district_id = ${work.districtId} and token_hash = ${tokenHash}
  `.execute(work.db);
}
