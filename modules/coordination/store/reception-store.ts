import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import type { DayWish } from '../rules/reception.ts';

export type Day = DayWish & { readonly id: string; readonly areaCode: string };
export type Booking = {
  readonly id: string;
  readonly dayId: string;
  readonly slot: number;
  readonly number: string;
  readonly topic: string;
  readonly cancelledAt: Date | null;
  readonly matterId: string | null;
};

const dayColumns = sql`id, area_code as "areaCode", leader, to_char(held_on, 'YYYY-MM-DD') as "heldOn", begins,
  slot_minutes as "slotMinutes", slots, place`;
const bookingColumns = sql`id, day_id as "dayId", slot, number, topic, cancelled_at as "cancelledAt", matter_id as "matterId"`;

/** Reception days from a day on, in the order in which they are held. */
export async function loadDays(work: Work, from: string): Promise<Day[]> {
  const { rows } = await sql<Day>`
    select ${dayColumns} from coordination.reception_days
    where district_id = ${work.districtId} and held_on >= ${from}::date order by held_on, begins, id limit 200
  `.execute(work.db);
  return rows;
}

export async function findDay(work: Work, id: string): Promise<Day | undefined> {
  const { rows } = await sql<Day>`
    select ${dayColumns} from coordination.reception_days where district_id = ${work.districtId} and id = ${id}::uuid
  `.execute(work.db);
  return rows[0];
}

export async function insertDay(work: Work, day: Day, accountId: string): Promise<void> {
  await sql`
    insert into coordination.reception_days (district_id, id, area_code, leader, held_on, begins, slot_minutes, slots, place,
      announced_at, announced_by_account_id)
    values (${work.districtId}, ${day.id}::uuid, ${day.areaCode}, ${day.leader}, ${day.heldOn}::date, ${day.begins},
      ${day.slotMinutes}, ${day.slots}, ${day.place}, ${work.now}, ${accountId}::uuid)
    on conflict do nothing
  `.execute(work.db);
}

/** The bookings of these days, in the order of their slots. */
export async function loadBookings(work: Work, dayIds: readonly string[]): Promise<Booking[]> {
  const { rows } = await sql<Booking>`
    select ${bookingColumns} from coordination.bookings
    where district_id = ${work.districtId} and day_id = any (${[...dayIds]}::uuid[]) order by slot, booked_at
  `.execute(work.db);
  return rows;
}

export async function findBooking(
  work: Work,
  by: { readonly id: string } | { readonly number: string },
): Promise<Booking | undefined> {
  const { rows } = await sql<Booking>`
    select ${bookingColumns} from coordination.bookings where district_id = ${work.districtId}
      and ${'id' in by ? sql`id = ${by.id}::uuid` : sql`number = ${by.number}`} for update
  `.execute(work.db);
  return rows[0];
}

/** Lets those who book on one day follow each other. */
export async function lockDay(work: Work, dayId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`reception:${work.districtId}:${dayId}`}, 0))`.execute(
    work.db,
  );
}

export async function insertBooking(
  work: Work,
  row: Pick<Booking, 'id' | 'dayId' | 'slot' | 'number' | 'topic'>,
): Promise<void> {
  await sql`
    insert into coordination.bookings (district_id, id, day_id, slot, number, topic, booked_at)
    values (${work.districtId}, ${row.id}::uuid, ${row.dayId}::uuid, ${row.slot}, ${row.number}, ${row.topic}, ${work.now})
  `.execute(work.db);
}

export async function cancelBookingRow(work: Work, id: string): Promise<void> {
  await sql`
    update coordination.bookings set cancelled_at = ${work.now} where district_id = ${work.districtId} and id = ${id}::uuid
  `.execute(work.db);
}

export async function saveVisit(work: Work, id: string, matterId: string): Promise<void> {
  await sql`
    update coordination.bookings set matter_id = ${matterId}::uuid where district_id = ${work.districtId} and id = ${id}::uuid
  `.execute(work.db);
}
