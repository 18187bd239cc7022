import type { Work } from '../../../platform/work.ts';

/** A program that may send requests over Open311; its key is stored as a hash only. */
export type Client = {
  readonly id: string;
  readonly name: string;
  readonly contact: string;
  readonly keyStart: string;
  readonly perMinute: number;
  readonly madeAt: Date;
  readonly revokedAt: Date | null;
};

const columns = [
  'id',
  'name',
  'contact',
  'key_start as keyStart',
  'per_minute as perMinute',
  'made_at as madeAt',
  'revoked_at as revokedAt',
] as const;

export async function insertClient(
  work: Work,
  client: Omit<Client, 'madeAt' | 'revokedAt'> & { keyHash: Buffer },
): Promise<void> {
  await work.db
    .insertInto('openness.clients')
    .values({
      district_id: work.districtId,
      id: client.id,
      name: client.name,
      contact: client.contact,
      key_hash: client.keyHash,
      key_start: client.keyStart,
      per_minute: client.perMinute,
      made_at: work.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** A client whose key was revoked is not found by it. */
export const findClientByKey = (work: Work, keyHash: Buffer): Promise<Client | undefined> =>
  work.db
    .selectFrom('openness.clients')
    .select(columns)
    .where('district_id', '=', work.districtId)
    .where('key_hash', '=', keyHash)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();

export const loadClients = (work: Work): Promise<Client[]> =>
  work.db
    .selectFrom('openness.clients')
    .select(columns)
    .where('district_id', '=', work.districtId)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .execute();

/** @returns whether there was such a client whose key still worked */
export async function saveRevoked(work: Work, id: string): Promise<boolean> {
  const { numUpdatedRows } = await work.db
    .updateTable('openness.clients')
    .set({ revoked_at: work.now })
    .where('district_id', '=', work.districtId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
