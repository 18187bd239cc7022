import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import type { ChargeHeld, ChargeRung, NamedHolder, NewCharge } from '../contract/chain.ts';
import type { OpenCharge } from '../rules/follow-charges.ts';
import { holderColumns, joinHolder } from './holder-store.ts';

/** Adds charges; one that is there already under its id is left as it is. */
export async function saveCharges(work: Work, rows: readonly NewCharge[]): Promise<void> {
  const setBy = work.actor.kind === 'worker' ? work.actor.postId : null;
  await sql`
    insert into bodies.charges (district_id, id, rung, area_code, place, front, post_id, from_on, set_by_post_id)
    select ${work.districtId}::int, r.id, r.rung, r."areaCode", r.place, r.front, r."postId", r."fromOn", ${setBy}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (
      id uuid, rung text, "areaCode" text, place text, front text, "postId" uuid, "fromOn" date)
    on conflict on constraint charges_pk do nothing
  `.execute(work.db);
}

/** Ends what holds for a place on a rung, from today on; says whether anything did. */
export async function endChargeAt(
  work: Work,
  at: { readonly rung: ChargeRung; readonly areaCode: string; readonly place: string; readonly front: string },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update bodies.charges h
    set ended_on = greatest(h.from_on, (${work.now}::timestamptz at time zone d.time_zone)::date)
    from territory.districts d
    where d.district_id = h.district_id and h.district_id = ${work.districtId} and h.ended_on is null
      and h.rung = ${at.rung} and h.area_code = ${at.areaCode} and h.place = ${at.place} and h.front = ${at.front}
  `.execute(work.db);
  return (numAffectedRows ?? 0n) > 0n;
}

export async function hasCharge(work: Work, chargeId: string): Promise<boolean> {
  const { rows } = await sql`
    select from bodies.charges where district_id = ${work.districtId} and id = ${chargeId}::uuid
  `.execute(work.db);
  return rows.length > 0;
}

type ChargeRow = Omit<ChargeHeld, 'holder'> & Omit<NamedHolder, 'areaCode'> & { readonly postAreaCode: string };

/** Charges that hold today for these areas, with who holds each post. */
export async function loadCharges(work: Work, areaCodes: readonly string[]): Promise<ChargeHeld[]> {
  const { rows } = await sql<ChargeRow>`
    select ${holderColumns}, p.area_code as "postAreaCode",
      h.id as "chargeId", h.rung, h.area_code as "areaCode", h.place, h.front
    from bodies.charges h
    join bodies.posts p on p.district_id = h.district_id and p.id = h.post_id
    ${joinHolder(work)}
    where h.district_id = ${work.districtId} and h.area_code = any(${areaCodes}::text[])
      and h.from_on <= (${work.now}::timestamptz at time zone d.time_zone)::date and h.ended_on is null
    order by h.area_code, h.rung, h.front, h.place
  `.execute(work.db);
  return rows.map(({ chargeId, rung, areaCode, place, front, postAreaCode, ...holder }) => ({
    chargeId,
    rung,
    areaCode,
    place,
    front,
    holder: { ...holder, areaCode: postAreaCode },
  }));
}

/** Charges of these areas that have not ended, those that begin later too. */
export async function loadOpenCharges(work: Work, areaCodes: readonly string[]): Promise<OpenCharge[]> {
  const { rows } = await sql<OpenCharge>`
    select id as "chargeId", rung, area_code as "areaCode", place, front, post_id as "postId",
      to_char(from_on, 'YYYY-MM-DD') as "fromOn"
    from bodies.charges
    where district_id = ${work.districtId} and area_code = any(${[...areaCodes]}::text[]) and ended_on is null
    order by from_on, id
  `.execute(work.db);
  return rows;
}

/** Ends charges from a day on; one that had not begun by then ends on the day it would have. */
export async function endCharges(work: Work, chargeIds: readonly string[], on: string): Promise<void> {
  await sql`
    update bodies.charges set ended_on = greatest(from_on, ${on}::date)
    where district_id = ${work.districtId} and id = any(${[...chargeIds]}::uuid[]) and ended_on is null
  `.execute(work.db);
}
