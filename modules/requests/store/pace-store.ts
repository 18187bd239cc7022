import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import type { Bucket, PaceKind } from '../rules/pace.ts';

/** Loads a bucket and holds it until the end of the work, so that two servers count one after the other. */
export async function loadPaceForChange(
  work: Work,
  kind: PaceKind,
  subject: Uint8Array,
): Promise<Bucket & { readonly commandId: string | null }> {
  const { rows } = await sql<Bucket & { commandId: string | null }>`
    insert into requests.paces as p (district_id, kind, subject, filled, at)
    values (${work.districtId}, ${kind}, ${subject}, 0, ${work.now})
    on conflict (district_id, kind, subject) do update set filled = p.filled
    returning filled, at, command_id as "commandId"
  `.execute(work.db);
  const [row] = rows;
  if (!row) throw new Error('a bucket was not kept');
  return row;
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

/** @param commandId the command that takes this turn */
export async function savePace(
  work: Work,
  kind: PaceKind,
  subject: Uint8Array,
  { filled, at, commandId = null }: Bucket & { readonly commandId?: string | null },
): Promise<void> {
  await work.db
    .updateTable('requests.paces')
    .set({ filled, at, command_id: commandId })
    .where('district_id', '=', work.districtId)
    .where('kind', '=', kind)
    .where('subject', '=', Buffer.from(subject))
    .execute();
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
