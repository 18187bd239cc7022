import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';

/** Ties a question to the notice under which it was asked, in the transaction that opens it. */
export async function insertNoticeQuestion(
  work: Work,
  { matterId, noticeId }: { readonly matterId: string; readonly noticeId: string },
): Promise<void> {
  await sql`
    insert into openness.notice_questions (district_id, matter_id, notice_id, asked_at)
    values (${work.districtId}, ${matterId}::uuid, ${noticeId}::uuid, ${work.now})
  `.execute(work.db);
}

/** The notice under which a question was asked; undefined when it is none, or not in the scope. */
export async function findNoticeOfQuestion(work: Work, matterId: string): Promise<string | undefined> {
  const { rows } = await sql<{ noticeId: string }>`
    select q.notice_id as "noticeId" from openness.notice_questions q
    join matters.matters m on m.district_id = q.district_id and m.id = q.matter_id
    where q.district_id = ${work.districtId} and q.matter_id = ${matterId}::uuid
  `.execute(work.db);
  return rows[0]?.noticeId;
}

export type AskedRow = {
  readonly id: string;
  readonly number: string;
  readonly what: string | null;
  /** Of the procedure under which it was asked. */
  readonly version: number;
  /** What those who answered want masked more. */
  readonly hidden: readonly string[];
  readonly at: Date;
  readonly bodyId: string;
  readonly dueAt: Date | null;
  readonly answers: readonly { readonly text: string; readonly at: string }[];
};

/** The questions under these notices, or the one that is this matter, the oldest first, only in words that their procedure makes public. */
export async function loadNoticeQuestions(
  work: Work,
  of: { readonly noticeIds: readonly string[] } | { readonly matterId: string },
  limit: number,
): Promise<AskedRow[]> {
  const asked =
    'matterId' in of ? sql`q.matter_id = ${of.matterId}::uuid` : sql`q.notice_id = any (${[...of.noticeIds]}::uuid[])`;
  const { rows } = await sql<AskedRow>`
    select m.id, m.number, m.procedure_version as version, m.holder_body_id as "bodyId", q.asked_at as at,
      (select w.text from matters.words w where w.district_id = m.district_id and w.matter_id = m.id and w.seq = 1
        and w.name = 'what' and w.visible = 'public') as what,
      (select c.due_at from matters.clocks c where c.district_id = m.district_id and c.matter_id = m.id and c.ended_at is null limit 1) as "dueAt",
      coalesce((select jsonb_agg(jsonb_build_object('text', w.text, 'at', t.at) order by w.seq) from matters.words w
        join matters.timeline t on t.district_id = w.district_id and t.matter_id = w.matter_id and t.seq = w.seq
        where w.district_id = m.district_id and w.matter_id = m.id and w.name = 'answer' and w.visible = 'public'), '[]') as answers,
      coalesce((select jsonb_agg(w.text order by w.seq) from matters.words w
        where w.district_id = m.district_id and w.matter_id = m.id and w.name = 'hide'), '[]') as hidden
    from openness.notice_questions q
    join matters.matters m on m.district_id = q.district_id and m.id = q.matter_id
    where q.district_id = ${work.districtId} and ${asked}
    order by q.asked_at, m.id limit ${limit}
  `.execute(work.db);
  return rows;
}
