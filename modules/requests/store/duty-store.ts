import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import type { Category } from '../contract/category.ts';
import type { DutyLine, NewDutyLine } from '../contract/duty.ts';

/** Records lines of the duty matrix; one that is there already under its id stays as it is. */
export async function saveDuties(work: Work, lines: readonly NewDutyLine[]): Promise<void> {
  const by = work.actor.kind === 'worker' ? work.actor : null;
  const rows = lines.map(({ ruling, ...line }) => ({ ...line, ...ruling }));
  await sql`
    insert into requests.duties (district_id, id, category, area_code, body_id, limit_working_days, from_on, source,
      reason, matter_id, seq, recorded_at, recorded_by_account_id, recorded_by_post_id)
    select ${work.districtId}::int, r.id, r.category, r."areaCode", r."bodyId", r."limitWorkingDays", r."fromOn", r.source,
      r.reason, r."matterId", r.seq, ${work.now}::timestamptz, ${by?.accountId ?? null}::uuid, ${by?.postId ?? null}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (
      id uuid, category text, "areaCode" text, "bodyId" uuid, "limitWorkingDays" int, "fromOn" date, source text,
      reason text, "matterId" uuid, seq int)
    on conflict on constraint duties_pk do nothing
  `.execute(work.db);
}

type DutyRow = Omit<DutyLine, 'ruling'> & { readonly matterId: string | null; readonly seq: number | null };

/** Every line ever recorded, or those of one kind, oldest first. */
export async function loadDuties(work: Work, category?: Category): Promise<DutyLine[]> {
  const { rows } = await sql<DutyRow>`
    select id, category, area_code as "areaCode", body_id as "bodyId", limit_working_days as "limitWorkingDays",
      to_char(from_on, 'YYYY-MM-DD') as "fromOn", source, reason, matter_id as "matterId", seq, recorded_at as "recordedAt"
    from requests.duties
    where district_id = ${work.districtId} and (${category ?? null}::text is null or category = ${category ?? null})
    order by from_on, recorded_at, id
  `.execute(work.db);
  return rows.map(({ matterId, seq, ...line }) => ({
    ...line,
    ruling: matterId !== null && seq !== null ? { matterId, seq } : null,
  }));
}

export async function hasDuty(work: Work, id: string): Promise<boolean> {
  const { rows } = await sql`
    select from requests.duties where district_id = ${work.districtId} and id = ${id}::uuid
  `.execute(work.db);
  return rows.length > 0;
}

/** The line by which a ruling was written back. */
export async function findDutyOfRuling(work: Work, matterId: string, seq: number): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from requests.duties where district_id = ${work.districtId} and matter_id = ${matterId}::uuid and seq = ${seq}
    limit 1
  `.execute(work.db);
  return rows[0]?.id;
}

/** One import of a district at a time. */
export async function lockDuties(work: Work): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('requests.duties'), ${work.districtId}::int)`.execute(work.db);
}
