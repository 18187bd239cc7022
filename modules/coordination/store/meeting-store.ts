import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import type { Attendance, ItemCause, ItemOutcome, Rhythm } from '../contract/meeting-lists.ts';

export type Meeting = {
  readonly id: string;
  readonly areaCode: string;
  readonly rhythm: Rhythm;
  readonly heldOn: string;
  readonly place: string;
  readonly concludedAt: Date | null;
  readonly concludedBy: string | null;
};
export type AgendaItem = {
  readonly id: string;
  readonly meetingId: string;
  readonly matterId: string | null;
  readonly number: string | null;
  readonly areaCode: string;
  readonly topic: string;
  readonly cause: ItemCause;
  readonly reason: string;
  readonly addedByBodyId: string;
  readonly outcome: ItemOutcome | null;
  readonly outcomeCommand: string | null;
  readonly outcomeReason: string | null;
  readonly toBodyId: string | null;
  readonly dueOn: string | null;
  readonly openedId: string | null;
  readonly openedNumber: string | null;
};
export type Seat = { readonly bodyId: string; readonly came: Attendance; readonly who: string };

/** What the rules ask of a meeting. */
export const factsOf = ({ areaCode, concludedAt }: Meeting) => ({ areaCode, isConcluded: concludedAt !== null });

const meetingColumns = sql`id, area_code as "areaCode", rhythm, to_char(held_on, 'YYYY-MM-DD') as "heldOn", place, concluded_at as "concludedAt",
  concluded_by_account_id as "concludedBy"`;
const itemColumns = sql`id, meeting_id as "meetingId", matter_id as "matterId", number, area_code as "areaCode", topic, cause,
  reason, added_by_body_id as "addedByBodyId", outcome, outcome_command as "outcomeCommand", outcome_reason as "outcomeReason",
  to_body_id as "toBodyId", to_char(due_on, 'YYYY-MM-DD') as "dueOn", opened_id as "openedId", opened_number as "openedNumber"`;

export async function findMeeting(work: Work, id: string): Promise<Meeting | undefined> {
  const { rows } = await sql<Meeting>`
    select ${meetingColumns} from coordination.meetings where district_id = ${work.districtId} and id = ${id}::uuid
  `.execute(work.db);
  return rows[0];
}

/** Lets nobody else change this meeting, or convene one of this area, until the transaction ends. */
export async function lockMeeting(work: Work, idOrArea: string): Promise<void> {
  const name = `meeting:${work.districtId}:${idOrArea}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(work.db);
}

/** The same, and nobody else changes the meeting until this transaction ends. */
export async function loadMeetingForChange(work: Work, id: string): Promise<Meeting | undefined> {
  await lockMeeting(work, id);
  return findMeeting(work, id);
}

/** The meeting of an area that goes on; undefined when the last one was concluded. */
export async function findOpenMeeting(work: Work, areaCode: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from coordination.meetings
    where district_id = ${work.districtId} and area_code = ${areaCode} and concluded_at is null
  `.execute(work.db);
  return rows[0]?.id;
}

export async function insertMeeting(
  work: Work,
  row: Omit<Meeting, 'concludedAt' | 'concludedBy'>,
  by: { readonly accountId: string; readonly postId: string },
): Promise<void> {
  await sql`
    insert into coordination.meetings (district_id, id, area_code, rhythm, held_on, place, convened_at,
      convened_by_account_id, convened_by_post_id)
    values (${work.districtId}, ${row.id}::uuid, ${row.areaCode}, ${row.rhythm}, ${row.heldOn}::date, ${row.place},
      ${work.now}, ${by.accountId}::uuid, ${by.postId}::uuid)
  `.execute(work.db);
}

export async function concludeMeetingRow(work: Work, id: string, accountId: string): Promise<void> {
  await sql`
    update coordination.meetings set concluded_at = ${work.now}, concluded_by_account_id = ${accountId}::uuid
    where district_id = ${work.districtId} and id = ${id}::uuid
  `.execute(work.db);
}

/** The meeting of the same area that was held last before this one. */
export async function findMeetingBefore(work: Work, meeting: Meeting): Promise<Meeting | undefined> {
  const { rows } = await sql<Meeting>`
    select ${meetingColumns} from coordination.meetings
    where district_id = ${work.districtId} and area_code = ${meeting.areaCode} and id <> ${meeting.id}::uuid
      and concluded_at <= (select convened_at from coordination.meetings where district_id = ${work.districtId} and id = ${meeting.id}::uuid)
    order by concluded_at desc limit 1
  `.execute(work.db);
  return rows[0];
}

export async function loadItems(work: Work, meetingId: string): Promise<AgendaItem[]> {
  const { rows } = await sql<AgendaItem>`
    select ${itemColumns} from coordination.agenda_items
    where district_id = ${work.districtId} and meeting_id = ${meetingId}::uuid order by added_at, id
  `.execute(work.db);
  return rows;
}

export type NewItem = Pick<
  AgendaItem,
  'id' | 'meetingId' | 'matterId' | 'number' | 'areaCode' | 'topic' | 'cause' | 'reason'
>;

/** Puts an item on the agenda; false when the same matter is on it already. */
export async function insertItem(
  work: Work,
  row: NewItem,
  by: { readonly accountId: string; readonly bodyId: string },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into coordination.agenda_items (district_id, id, meeting_id, matter_id, number, area_code, topic, cause, reason,
      added_at, added_by_account_id, added_by_body_id)
    values (${work.districtId}, ${row.id}::uuid, ${row.meetingId}::uuid, ${row.matterId}::uuid, ${row.number}, ${row.areaCode},
      ${row.topic}, ${row.cause}, ${row.reason}, ${work.now}, ${by.accountId}::uuid, ${by.bodyId}::uuid)
    on conflict do nothing
  `.execute(work.db);
  return numAffectedRows === 1n;
}

export type Decided = {
  readonly outcome: ItemOutcome;
  readonly command: string;
  readonly reason: string;
  readonly toBodyId?: string;
  readonly dueOn?: string;
  readonly openedId?: string;
  readonly openedNumber?: string;
};

export async function saveOutcome(work: Work, itemId: string, to: Decided): Promise<void> {
  await sql`
    update coordination.agenda_items set outcome = ${to.outcome}, outcome_command = ${to.command}::uuid,
      outcome_reason = ${to.reason}, decided_at = ${work.now}, to_body_id = ${to.toBodyId ?? null}::uuid,
      due_on = ${to.dueOn ?? null}::date, opened_id = ${to.openedId ?? null}::uuid, opened_number = ${to.openedNumber ?? null}
    where district_id = ${work.districtId} and id = ${itemId}::uuid
  `.execute(work.db);
}

export async function loadSeats(work: Work, meetingId: string): Promise<Seat[]> {
  const { rows } = await sql<Seat>`
    select body_id as "bodyId", came, who from coordination.attendance
    where district_id = ${work.districtId} and meeting_id = ${meetingId}::uuid
  `.execute(work.db);
  return rows;
}

export async function saveSeats(
  work: Work,
  meetingId: string,
  accountId: string,
  seats: readonly Seat[],
): Promise<void> {
  await sql`
    insert into coordination.attendance (district_id, meeting_id, body_id, came, who, noted_at, noted_by_account_id)
    select ${work.districtId}::int, ${meetingId}::uuid, r."bodyId", r.came, r.who, ${work.now}::timestamptz, ${accountId}::uuid
    from jsonb_to_recordset(${JSON.stringify(seats)}::jsonb) as r ("bodyId" uuid, came text, who text)
    on conflict on constraint attendance_pk do update
      set came = excluded.came, who = excluded.who, noted_at = excluded.noted_at, noted_by_account_id = excluded.noted_by_account_id
  `.execute(work.db);
}
