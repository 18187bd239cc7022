import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Work } from '../../../platform/work.ts';
import type { ReaderPost } from '../rules/reader.ts';
import type { Audience } from '../rules/told.ts';
import type { NoticeKind } from '../contract/views.ts';

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

/**
 * What this post is told: all of the body, its head, or the post itself; not what one did oneself, and of one cause only the
 * first row, where a head is told as head and as who met the matter first.
 */
const toldTo = (work: Work, me: ReaderPost) => sql`
  ${isFor(work, me, 'n')} and n.author_account_id is distinct from ${me.accountId}::uuid
  and not exists (
    select from notices.notices e
    where ${isFor(work, me, 'e')} and e.matter_id = n.matter_id and e.cause = n.cause and e.id < n.id)`;

const isFor = (work: Work, me: ReaderPost, row: 'n' | 'e') => {
  const of = (column: string) => sql.ref(`${row}.${column}`);
  return sql`${of('district_id')} = ${work.districtId} and ${of('body_id')} = ${me.bodyId}::uuid
    and (${of('audience')} = 'body' or (${of('audience')} = 'head' and ${me.isHead}) or ${of('post_id')} = ${me.postId}::uuid)`;
};

const readByMe = (work: Work, me: ReaderPost) => sql`exists (
  select from notices.reads r
  where r.district_id = ${work.districtId} and r.account_id = ${me.accountId}::uuid and r.notice_id = n.id)`;

/** The newest notices of a post, from just before `before`. */
export async function loadNotices(
  work: Work,
  me: ReaderPost,
  { before, limit }: { before: { at: Date; id: string } | null; limit: number },
): Promise<NoticeRow[]> {
  const older = before ? sql`and (n.at, n.id) < (${before.at}, ${before.id}::uuid)` : sql``;
  const { rows } = await sql<NoticeRow>`
    select n.id, n.matter_id as "matterId", n.number, n.kind, n.what_zh as "whatZh", n.what_en as "whatEn", n.at,
      ${readByMe(work, me)} as "isRead"
    from notices.notices n where ${toldTo(work, me)} ${older}
    order by n.at desc, n.id desc limit ${limit}
  `.execute(work.db);
  return rows;
}

/** How many notices wait to be read, counted up to `most`. */
export async function countUnread(work: Work, me: ReaderPost, most: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from (
      select from notices.notices n where ${toldTo(work, me)} and not ${readByMe(work, me)} limit ${most}) as unread
  `.execute(work.db);
  return rows[0]?.n ?? 0;
}

/** The matters of the newest notices that wait to be read, at most `most`. */
export async function loadUnreadMatters(work: Work, me: ReaderPost, most: number): Promise<string[]> {
  const { rows } = await sql<{ matterId: string }>`
    select distinct u."matterId" from (
      select n.matter_id as "matterId" from notices.notices n where ${toldTo(work, me)} and not ${readByMe(work, me)}
      order by n.at desc, n.id desc limit ${most}) as u
  `.execute(work.db);
  return rows.map(({ matterId }) => matterId);
}

/** Notes that one notice, or all that were told up to now, have been read. */
export async function saveRead(work: Work, me: ReaderPost, noticeId: string | null): Promise<number> {
  const only = noticeId ? sql`and n.id = ${noticeId}::uuid` : sql``;
  const { numAffectedRows } = await sql`
    insert into notices.reads (district_id, account_id, notice_id, at)
    select n.district_id, ${me.accountId}::uuid, n.id, ${work.now}::timestamptz
    from notices.notices n where ${toldTo(work, me)} and n.at <= ${work.now} and not ${readByMe(work, me)} ${only}
    on conflict do nothing
  `.execute(work.db);
  return Number(numAffectedRows ?? 0);
}

/** Takes it back that a notice has been read. */
export async function deleteRead(work: Work, me: ReaderPost, noticeId: string): Promise<void> {
  await sql`
    delete from notices.reads
    where district_id = ${work.districtId} and account_id = ${me.accountId}::uuid and notice_id = ${noticeId}::uuid
  `.execute(work.db);
}
