import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Work } from '../../../platform/work.ts';
import type { WantedLimit } from '../rules/may-set-limit.ts';

export type KeptSetting = WantedLimit & {
  readonly procedureId: string;
  readonly setBy: string | null;
  readonly setAt: Date;
};

/** Every setting of these limits, oldest first; of one procedure, or of all. */
export async function loadSettings(work: Work, procedureId: string | null): Promise<KeptSetting[]> {
  const one = procedureId === null ? sql`` : sql`and procedure_id = ${procedureId}`;
  const { rows } = await sql<KeptSetting>`
    select procedure_id as "procedureId", clock, amount, since, reason, source, set_by as "setBy", set_at as "setAt"
    from matters.settings where district_id = ${work.districtId} ${one} order by since, id
  `.execute(work.db);
  return rows;
}

/** Writes a setting beside those before it. */
export async function insertSetting(work: Work, procedureId: string, wanted: WantedLimit): Promise<void> {
  const setBy = work.actor.kind === 'worker' ? work.actor.accountId : null;
  await work.db
    .insertInto('matters.settings')
    .values({
      district_id: work.districtId,
      id: uuidv7(),
      procedure_id: procedureId,
      clock: wanted.clock,
      amount: wanted.amount,
      since: wanted.since,
      reason: wanted.reason.trim(),
      source: wanted.source.trim(),
      set_by: setBy,
      set_at: work.now,
    })
    .execute();
}
