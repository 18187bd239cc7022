import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import { thresholdOf } from '../rules/repeats.ts';

/** From how many on something counts as coming again and again (反复出现), as the district chose it last. */
export async function loadThreshold(work: Work): Promise<number> {
  const { rows } = await sql<{ amount: number }>`
    select amount from coordination.thresholds where district_id = ${work.districtId} order by set_at desc, id desc limit 1
  `.execute(work.db);
  return thresholdOf(rows[0]?.amount);
}

/** Writes a choice beside those before it; the same id again changes nothing. */
export async function insertThreshold(
  work: Work,
  row: { readonly id: string; readonly amount: number; readonly source: string; readonly accountId: string },
): Promise<void> {
  await sql`
    insert into coordination.thresholds (district_id, id, amount, source, set_at, set_by_account_id)
    values (${work.districtId}, ${row.id}::uuid, ${row.amount}, ${row.source}, ${work.now}, ${row.accountId}::uuid)
    on conflict do nothing
  `.execute(work.db);
}
