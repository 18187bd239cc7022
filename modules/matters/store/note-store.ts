import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';

export type Note = {
  readonly id: string;
  readonly matterId: string;
  readonly at: Date;
  readonly accountId: string;
  readonly postId: string;
  readonly bodyId: string;
  /** ISO date of the day on which it says why the matter stays; null for a note. */
  readonly staysOn: string | null;
  readonly text: string;
};

const columns = sql<Note>`id, matter_id as "matterId", at, account_id as "accountId", post_id as "postId",
  body_id as "bodyId", to_char(stays_on, 'YYYY-MM-DD') as "staysOn", text`;

export async function insertNote(work: Work, note: Note): Promise<void> {
  await sql`insert into matters.notes (district_id, id, matter_id, at, account_id, post_id, body_id, stays_on, text)
    values (${work.districtId}, ${note.id}, ${note.matterId}, ${note.at}, ${note.accountId}, ${note.postId},
      ${note.bodyId}, ${note.staysOn}::date, ${note.text})`.execute(work.db);
}

export async function findNote(work: Work, id: string): Promise<Note | undefined> {
  const { rows } = await sql<Note>`select ${columns} from matters.notes
    where district_id = ${work.districtId} and id = ${id}::uuid`.execute(work.db);
  return rows[0];
}

/** The notes of a matter, the oldest first. */
export async function loadNotes(work: Work, matterId: string): Promise<Note[]> {
  const { rows } = await sql<Note>`select ${columns} from matters.notes
    where district_id = ${work.districtId} and matter_id = ${matterId}::uuid order by at, id`.execute(work.db);
  return rows;
}

/** The last reason that a body gave on a day, by matter. */
export async function loadReasons(work: Work, bodyId: string, day: string): Promise<ReadonlyMap<string, Note>> {
  const { rows } = await sql<Note>`select distinct on (matter_id) ${columns} from matters.notes
    where district_id = ${work.districtId} and body_id = ${bodyId}::uuid and stays_on = ${day}::date
    order by matter_id, at desc, id desc`.execute(work.db);
  return new Map(rows.map((note) => [note.matterId, note]));
}
