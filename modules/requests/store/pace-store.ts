import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import type { Bucket, PaceKind } from '../rules/pace.ts';

export type Counted = { readonly kind: PaceKind; readonly subject: Buffer };
/** With the command that took the last turn. */
export type LastTurn = Bucket & { readonly commandId: string | null };

/**
 * Loads buckets and holds them until the end of the work, so that two servers count one after the other; in the order asked, so that
 * two senders never wait for each other.
 */
export async function loadPacesForChange(work: Work, counted: readonly Counted[]): Promise<readonly LastTurn[]> {
  const { rows } = await sql<LastTurn & { readonly kind: PaceKind }>`
    insert into requests.paces as p (district_id, kind, subject, filled, at)
    select ${work.districtId}, c.kind, c.subject, 0, ${work.now}
    from unnest(${counted.map(({ kind }) => kind)}::text[], ${counted.map(({ subject }) => subject)}::bytea[]) as c (kind, subject)
    on conflict (district_id, kind, subject) do update set filled = p.filled
    returning kind, filled, at, command_id as "commandId"
  `.execute(work.db);
  return counted.map(({ kind }) => rows.find((row) => row.kind === kind) as LastTurn);
}

/** Reads a bucket without holding it; undefined when it is empty since long. */
export const loadPace = (work: Work, kind: PaceKind, subject: Uint8Array): Promise<Bucket | undefined> =>
  work.db
    .selectFrom('requests.paces')
    .select(['filled', 'at'])
    .where('district_id', '=', work.districtId)
    .where('kind', '=', kind)
    .where('subject', '=', Buffer.from(subject))
    .executeTakeFirst();

/** @param commandId the command that takes these turns */
export async function savePaces(
  work: Work,
  counted: readonly (Counted & Bucket)[],
  commandId: string | null = null,
): Promise<void> {
  await sql`
    update requests.paces p set filled = c.filled, at = c.at, command_id = ${commandId}::uuid
    from unnest(${counted.map(({ kind }) => kind)}::text[], ${counted.map(({ subject }) => subject)}::bytea[],
      ${counted.map(({ filled }) => filled)}::float8[], ${counted.map(({ at }) => at)}::timestamptz[]) as c (kind, subject, filled, at)
    where p.district_id = ${work.districtId} and p.kind = c.kind and p.subject = c.subject
  `.execute(work.db);
}

export async function emptyPace(work: Work, kind: PaceKind, subject: Uint8Array): Promise<void> {
  await work.db
    .deleteFrom('requests.paces')
    .where('district_id', '=', work.districtId)
    .where('kind', '=', kind)
    .where('subject', '=', Buffer.from(subject))
    .execute();
}

/** Forgets senders who have not sent, and wrong codes that nobody tried, for a day: their buckets are empty long since. */
export async function deleteOldPaces(work: Work): Promise<void> {
  await sql`
    delete from requests.paces
    where district_id = ${work.districtId} and at < ${work.now}::timestamptz - interval '1 day'
  `.execute(work.db);
}
