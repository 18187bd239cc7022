import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import type { CallError } from '../rules/next-try.ts';

export type Format = 'json' | 'xml';
/** Their service code for each of our categories, and `otherwise`. */
export type Codes = Readonly<Record<string, string>>;

/** The Open311 server of an outside body. */
export type Connection = {
  readonly bodyId: string;
  readonly address: string;
  readonly jurisdiction: string;
  readonly format: Format;
  readonly sealedKey: Uint8Array;
  readonly codes: Codes;
  readonly isPaused: boolean;
  readonly changedAt: Date;
  readonly lastOkAt: Date | null;
  readonly lastFailedAt: Date | null;
  readonly lastError: CallError | null;
  readonly failures: number;
};

const columns = [
  'body_id as bodyId',
  'address',
  'jurisdiction',
  'format',
  'sealed_key as sealedKey',
  'codes',
  'is_paused as isPaused',
  'changed_at as changedAt',
  'last_ok_at as lastOkAt',
  'last_failed_at as lastFailedAt',
  'last_error as lastError',
  'failures',
] as const;

export async function findConnection(work: Work, bodyId: string): Promise<Connection | undefined> {
  const row = await work.db
    .selectFrom('partners.connections')
    .select(columns)
    .where('district_id', '=', work.districtId)
    .where('body_id', '=', bodyId)
    .executeTakeFirst();
  return row as Connection | undefined;
}

export async function loadConnections(work: Work): Promise<Connection[]> {
  const rows = await work.db
    .selectFrom('partners.connections')
    .select(columns)
    .where('district_id', '=', work.districtId)
    .orderBy('changed_at', 'desc')
    .orderBy('body_id')
    .execute();
  return rows as Connection[];
}

type Kept = Pick<Connection, 'bodyId' | 'address' | 'jurisdiction' | 'format' | 'sealedKey' | 'codes'>;

/** Keeps how a body's system is reached; it is asked anew at once. */
export async function saveConnection(work: Work, kept: Kept, postId: string): Promise<void> {
  const { bodyId, address, jurisdiction, format, sealedKey, codes } = kept;
  const values = {
    address,
    jurisdiction,
    format,
    sealed_key: Buffer.from(sealedKey),
    codes: JSON.stringify(codes),
    changed_at: work.now,
    changed_by_post_id: postId,
    is_paused: false,
    next_look_at: work.now,
    failures: 0,
    last_error: null,
  };
  await work.db
    .insertInto('partners.connections')
    .values({ district_id: work.districtId, body_id: bodyId, ...values })
    .onConflict((conflict) => conflict.columns(['district_id', 'body_id']).doUpdateSet(values))
    .execute();
}

/** @returns whether there was one */
export async function savePaused(work: Work, bodyId: string, isPaused: boolean, postId: string): Promise<boolean> {
  const { numUpdatedRows } = await work.db
    .updateTable('partners.connections')
    .set({ is_paused: isPaused, changed_at: work.now, changed_by_post_id: postId, next_look_at: work.now })
    .where('district_id', '=', work.districtId)
    .where('body_id', '=', bodyId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Takes the next connection that is to be asked how things stand, past those that another server has; the next time is put off. */
export async function claimLook(work: Work, leaseMs: number): Promise<Connection | undefined> {
  const { rows } = await sql<{ bodyId: string }>`
    with next as materialized (
      select c.body_id from partners.connections c
      where c.district_id = ${work.districtId} and not c.is_paused and c.next_look_at <= ${work.now}
        and exists (select from partners.handoffs h
          where h.district_id = c.district_id and h.body_id = c.body_id and h.state = 'sent')
      order by c.next_look_at for update skip locked limit 1)
    update partners.connections c set next_look_at = ${new Date(work.now.getTime() + leaseMs)}
    from next where c.district_id = ${work.districtId} and c.body_id = next.body_id
    returning c.body_id as "bodyId"
  `.execute(work.db);
  return rows[0] && findConnection(work, rows[0].bodyId);
}

/** Notes that a system answered, or why not; `nextLookAt` only where it was asked how things stand. */
export async function saveContact(
  work: Work,
  bodyId: string,
  { error, nextLookAt }: { readonly error: CallError | null; readonly nextLookAt?: Date },
): Promise<void> {
  await sql`
    update partners.connections set
      last_ok_at = case when ${error === null} then ${work.now} else last_ok_at end,
      last_failed_at = case when ${error === null} then last_failed_at else ${work.now} end,
      last_error = ${error}, failures = case when ${error === null} then 0 else failures + 1 end,
      next_look_at = coalesce(${nextLookAt ?? null}::timestamptz, next_look_at)
    where district_id = ${work.districtId} and body_id = ${bodyId}::uuid
  `.execute(work.db);
}
