import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Work } from '../../../platform/work.ts';
import type { ReaderPost } from '../rules/reader.ts';
import type { Audience } from '../rules/told.ts';
import type { NoticeKind } from '../contract/views.ts';
import { asReader, moveReadTo, toldTo, waitingFor, wasRead } from './inbox-store.ts';

export type NewNotice = Audience & {
  readonly matterId: string;
  readonly number: string;
  readonly cause: string;
  readonly kind: NoticeKind;
  readonly whatZh: string;
  readonly whatEn: string;
  readonly authorAccountId: string | null;
};

/** Writes notices; nobody is told twice for one cause. */
export async function insertNotices(work: Work, notices: readonly NewNotice[]): Promise<void> {
  if (notices.length === 0) return;
  const rows = notices.map((notice) => ({ id: uuidv7(), ...notice }));
  await sql`
    insert into notices.notices (district_id, id, matter_id, number, cause, kind, audience, body_id, post_id, what_zh, what_en,
      author_account_id, at)
    select ${work.districtId}::int, r.id, r."matterId", r.number, r.cause, r.kind, r.audience, r."bodyId", r."postId", r."whatZh",
      r."whatEn", r."authorAccountId", ${work.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, "matterId" uuid, number text, cause text, kind text,
      audience text, "bodyId" uuid, "postId" uuid, "whatZh" text, "whatEn" text, "authorAccountId" uuid)
    on conflict do nothing
  `.execute(work.db);
}

export type NoticeRow = {
  readonly id: string;
  readonly matterId: string;
  readonly number: string;
  readonly kind: NoticeKind;
  readonly whatZh: string;
  readonly whatEn: string;
  readonly at: Date;
  readonly isRead: boolean;
};

/** The newest notices of a post, from just before `before`. */
export async function loadNotices(
  work: Work,
  me: ReaderPost,
  { before, limit }: { before: { at: Date; id: string } | null; limit: number },
): Promise<NoticeRow[]> {
  const reader = asReader(me);
  const older = before ? sql`and (n.at, n.id) < (${before.at}, ${before.id}::uuid)` : sql``;
  const { rows } = await sql<NoticeRow>`
    select n.id, n.matter_id as "matterId", n.number, n.kind, n.what_zh as "whatZh", n.what_en as "whatEn", n.at,
      ${wasRead(work, reader)} as "isRead"
    from notices.notices n where ${toldTo(work, reader)} ${older}
    order by n.at desc, n.id desc limit ${limit}
  `.execute(work.db);
  return rows;
}

/** How many notices wait to be read, counted up to `most`. */
export async function countUnread(work: Work, me: ReaderPost, most: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (select from (${waitingFor(work, me, most)}) w limit ${most}) as unread
  `.execute(work.db);
  return rows[0]?.n ?? 0;
}

/** The matters of the newest notices that wait to be read, at most `most`. */
export async function loadUnreadMatters(work: Work, me: ReaderPost, most: number): Promise<string[]> {
  const { rows } = await sql<{ matterId: string }>`
    select distinct u.matter_id as "matterId" from (
      select w.matter_id from (${waitingFor(work, me, most)}) w order by w.at desc, w.id desc limit ${most}) as u
  `.execute(work.db);
  return rows.map(({ matterId }) => matterId);
}

/** Notes that one notice, or all that were told up to now, have been read; and how far all has been. */
export async function saveRead(work: Work, me: ReaderPost, noticeId: string | null): Promise<void> {
  const reader = asReader(me);
  const unread = noticeId
    ? sql`select n.id from notices.notices n
        where n.id = ${noticeId}::uuid and ${toldTo(work, reader)} and not ${wasRead(work, reader)}`
    : sql`select w.id from (${waitingFor(work, me)}) w where w.at <= ${work.now}`;
  await sql`
    with told as (
      insert into notices.reads (district_id, account_id, notice_id, at)
      select ${work.districtId}::int, ${me.accountId}::uuid, u.id, ${work.now}::timestamptz from (${unread}) u
      on conflict do nothing returning notice_id)
    delete from notices.left_unread
    where district_id = ${work.districtId} and account_id = ${me.accountId}::uuid and notice_id in (select notice_id from told)
  `.execute(work.db);
  await moveReadTo(work, me);
}

/** Takes it back that a notice has been read, in each post in which the reader was told. */
export async function deleteRead(work: Work, me: ReaderPost, noticeId: string): Promise<void> {
  await sql`
    with gone as (
      delete from notices.reads
      where district_id = ${work.districtId} and account_id = ${me.accountId}::uuid and notice_id = ${noticeId}::uuid
      returning district_id, account_id, notice_id)
    insert into notices.left_unread (district_id, account_id, notice_id, post_id, at)
    select g.district_id, g.account_id, n.id, i.post_id, n.at
    from gone g
    join notices.notices n on n.district_id = g.district_id and n.id = g.notice_id
    join notices.inboxes i on i.district_id = g.district_id and i.account_id = g.account_id and i.body_id = n.body_id
    on conflict do nothing
  `.execute(work.db);
}
