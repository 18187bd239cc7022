import { hkdfSync, randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Database } from '../db/database.ts';
import { openBytes, sealBytes } from './cipher.ts';

/** The keys of one district (区县密钥), 32 bytes each; each serves one purpose only. */
export type DistrictKeys = {
  /** For `seal` and `open`. */
  readonly field: Uint8Array;
  /** For `blindIndex`. */
  readonly index: Uint8Array;
  /** For `deriveCode`. */
  readonly code: Uint8Array;
};

const purpose = 'root';
const cached = new WeakMap<object, Map<string, Promise<DistrictKeys>>>();

/**
 * Gives the keys of a district, making them when they are first asked for, safe when several ask first at once.
 *
 * The district's root key is random and stored encrypted with a master key derived from the secret (envelope), so that
 * a new secret needs one row per district rewritten, not every field.
 *
 * @param db the open database, for which keys are kept in memory; or a transaction (`work.db`), which reads them each
 *   time, because keys made in it vanish when it is undone
 * @param secret LINLI_SECRET
 * @throws when the stored key was wrapped with another secret
 */
export async function districtKeys(db: Kysely<Database>, districtId: number, secret: string): Promise<DistrictKeys> {
  if (db.isTransaction) return loadKeys(db, districtId, secret);
  const ofDatabase = cached.get(db) ?? new Map<string, Promise<DistrictKeys>>();
  cached.set(db, ofDatabase);
  const cacheKey = `${districtId} ${secret}`;
  const known = ofDatabase.get(cacheKey);
  if (known) return known;
  const loading = loadKeys(db, districtId, secret);
  ofDatabase.set(cacheKey, loading);
  loading.catch(() => ofDatabase.delete(cacheKey));
  return loading;
}

/** Two processes may both make a root key: the first row wins, and both read it back. */
async function loadKeys(db: Kysely<Database>, districtId: number, secret: string): Promise<DistrictKeys> {
  const master = deriveKey(Buffer.from(secret, 'utf8'), 'linli master key');
  const context = `district ${districtId} ${purpose}`;
  const stored = await findWrapped(db, districtId);
  if (stored) return keysFrom(openBytes(master, stored, context));
  await db
    .insertInto('platform.district_keys')
    .values({
      district_id: districtId,
      purpose,
      wrapped_key: sealBytes(master, randomBytes(32), context),
      made_at: new Date(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const winner = await findWrapped(db, districtId);
  if (!winner) throw new Error(`the keys of district ${districtId} were not kept`);
  return keysFrom(openBytes(master, winner, context));
}

async function findWrapped(db: Kysely<Database>, districtId: number): Promise<Uint8Array | undefined> {
  const row = await db
    .selectFrom('platform.district_keys')
    .select('wrapped_key')
    .where('district_id', '=', districtId)
    .where('purpose', '=', purpose)
    .executeTakeFirst();
  return row?.wrapped_key;
}

/** The three keys that come from one root key, by HKDF-SHA256. */
export const keysFrom = (root: Uint8Array): DistrictKeys => ({
  field: deriveKey(root, 'field'),
  index: deriveKey(root, 'index'),
  code: deriveKey(root, 'code'),
});

const deriveKey = (from: Uint8Array, label: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', from, new Uint8Array(0), label, 32));
