import { sql, type RawBuilder } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import type { ReaderPost } from '../rules/reader.ts';

/** Whoever reads, as values or as columns of `notices.inboxes i`. */
type Reader = { readonly [Name in keyof ReaderPost]: RawBuilder<unknown> };

export const asReader = ({ accountId, postId, bodyId, isHead }: ReaderPost): Reader => ({
  accountId: sql`${accountId}::uuid`,
  postId: sql`${postId}::uuid`,
  bodyId: sql`${bodyId}::uuid`,
  isHead: sql`${isHead}::boolean`,
});
const ofInbox: Reader = {
  accountId: sql`i.account_id`,
  postId: sql`i.post_id`,
  bodyId: sql`i.body_id`,
  isHead: sql`i.is_head`,
};

// Both are asked of each notice by its key: as `exists` the database may gather all that somebody ever read, to look at thirty.
/** Whether a reader has read notice `n`. */
export const wasRead = ({ districtId }: Work, { accountId }: Reader) => sql<boolean>`((
  select true from notices.reads r
  where r.district_id = ${districtId} and r.account_id = ${accountId} and r.notice_id = n.id limit 1) is not null)`;

/**
 * What a post is told of notices `n`: all of the body, its head, or the post itself; not what one did oneself, and of one cause only the
 * first row, where a head is told as head and as who met the matter first.
 */
export const toldTo = (work: Work, reader: Reader) => sql<boolean>`(
  ${isFor(work, reader, 'n')} and n.author_account_id is distinct from ${reader.accountId}
  and (select true from notices.notices e
    where ${isFor(work, reader, 'e')} and e.matter_id = n.matter_id and e.cause = n.cause and e.id < n.id limit 1) is null)`;

const isFor = ({ districtId }: Work, { bodyId, postId, isHead }: Reader, row: 'n' | 'e') => {
  const of = (column: string) => sql.ref(`${row}.${column}`);
  return sql`${of('district_id')} = ${districtId} and ${of('body_id')} = ${bodyId}
    and (${of('audience')} = 'body' or (${of('audience')} = 'head' and ${isHead}) or ${of('post_id')} = ${postId})`;
};

const mine = ({ districtId }: Work, me: ReaderPost, row: 'i' | 'l') => {
  const of = (column: string) => sql.ref(`${row}.${column}`);
  return sql`${of('district_id')} = ${districtId} and ${of('account_id')} = ${me.accountId}::uuid and ${of('post_id')} = ${me.postId}::uuid`;
};
/** Nothing of what was told before it needs to be looked through; nothing is known of a post that became its body's head since. */
const readTo = (work: Work, me: ReaderPost) => sql`(
  select coalesce(max(i.read_to), '-infinity') from notices.inboxes i where ${mine(work, me, 'i')} and i.is_head = ${me.isHead})`;

/**
 * What waits to be read by a post (待阅消息), as `id, matter_id, at`: of what was told since all was looked through, and of what was left
 * before; of each as many of the newest as are asked for.
 */
export function waitingFor(work: Work, me: ReaderPost, most?: number): RawBuilder<unknown> {
  const reader = asReader(me);
  const unread = sql`${toldTo(work, reader)} and not ${wasRead(work, reader)}`;
  const newest = most === undefined ? sql`` : sql`limit ${most}`;
  return sql`
    (select n.id, n.matter_id, n.at from notices.notices n
      where ${unread} and n.at >= ${readTo(work, me)} order by n.at desc, n.id desc ${newest})
    union all
    (select n.id, n.matter_id, n.at
      from notices.left_unread l join notices.notices n on n.district_id = l.district_id and n.id = l.notice_id
      where ${mine(work, me, 'l')} and l.at < ${readTo(work, me)} and ${unread}
      order by l.at desc, l.notice_id desc ${newest})`;
}

/** No step goes on for so long, and no server is so far behind another. */
const STILL_BEING_TOLD_MS = 3_600_000;

/** Moves on until when all is looked through, and keeps what waits from before that. Nobody waits for it but who reads. */
export async function moveReadTo(work: Work, me: ReaderPost): Promise<void> {
  const { districtId, now } = work;
  const reader = asReader(me);
  const until = new Date(now.getTime() - STILL_BEING_TOLD_MS);
  await sql`
    with waits as (
      insert into notices.left_unread (district_id, account_id, notice_id, post_id, at)
      select n.district_id, ${me.accountId}::uuid, n.id, ${me.postId}::uuid, n.at from notices.notices n
      where ${toldTo(work, reader)} and not ${wasRead(work, reader)} and n.at >= ${readTo(work, me)} and n.at < ${until}
      on conflict do nothing)
    insert into notices.inboxes as i (district_id, account_id, post_id, body_id, is_head, read_to)
    values (${districtId}, ${me.accountId}::uuid, ${me.postId}::uuid, ${me.bodyId}::uuid, ${me.isHead}, ${until})
    on conflict (district_id, account_id, post_id) do update
      set body_id = excluded.body_id, is_head = excluded.is_head, read_to = excluded.read_to
      where i.read_to < excluded.read_to or i.is_head <> excluded.is_head or i.body_id <> excluded.body_id
  `.execute(work.db);
}

/** What an inbox hides: told before it was looked through, never read, and not among what was left. Read as everything (`areaScope('')`). */
const hidden = (work: Work) => sql`
  from notices.inboxes i join notices.notices n on n.district_id = i.district_id and n.body_id = i.body_id and n.at < i.read_to
  where i.district_id = ${work.districtId} and ${toldTo(work, ofInbox)} and not ${wasRead(work, ofInbox)}
    and not exists (select from notices.left_unread l where l.district_id = i.district_id and l.account_id = i.account_id
      and l.notice_id = n.id and l.post_id = i.post_id)`;

/** How many notices the inboxes of a district hide from who has not read them (收件核对); none when they fit. */
export async function countHiddenNotices(work: Work): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n ${hidden(work)}`.execute(work.db);
  return rows[0]?.n ?? 0;
}

/** Makes what was left unread again from the notices and what was read of them (收件重建). */
export async function rebuildInboxes(work: Work): Promise<void> {
  await sql`
    insert into notices.left_unread (district_id, account_id, notice_id, post_id, at)
    select i.district_id, i.account_id, n.id, i.post_id, n.at ${hidden(work)} on conflict do nothing
  `.execute(work.db);
  await sql`
    delete from notices.left_unread l using notices.reads r
    where l.district_id = ${work.districtId} and r.district_id = l.district_id and r.account_id = l.account_id and r.notice_id = l.notice_id
  `.execute(work.db);
}
