import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';

const keptMs = 180 * 86_400_000;

/** Whether somebody signed in to this account before in the browser that holds this secret. */
export async function isKnownDevice(work: Work, accountId: string, deviceHash: Buffer): Promise<boolean> {
  const { rows } = await sql`
    select from accounts.devices
    where district_id = ${work.districtId} and token_hash = ${deviceHash} and account_id = ${accountId}::uuid
      and last_used_at > ${new Date(work.now.getTime() - keptMs)}
  `.execute(work.db);
  return rows.length > 0;
}

export async function saveDevice(work: Work, accountId: string, deviceHash: Buffer): Promise<void> {
  await sql`
    insert into accounts.devices (district_id, token_hash, account_id, last_used_at)
    values (${work.districtId}, ${deviceHash}, ${accountId}::uuid, ${work.now})
    on conflict on constraint devices_pk do update set last_used_at = excluded.last_used_at
  `.execute(work.db);
}

/** From now on no browser counts as known to this account. */
export async function removeDevices(work: Work, accountId: string): Promise<void> {
  await sql`
    delete from accounts.devices where district_id = ${work.districtId} and account_id = ${accountId}::uuid
  `.execute(work.db);
}
