import { createHash, randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import { findClientByKey, insertClient, saveRevoked, type Client } from '../store/client-store.ts';

export const hashKey = (key: string): Buffer => createHash('sha256').update(key, 'utf8').digest();
const KEY_BYTES = 24;
const SHOWN = 6;

/**
 * Gives a client of Open311 its key (接口密钥). The key has 192 random bits, so that its plain hash tells nothing.
 *
 * @param order `perMinute`: how many requests it may send a minute; `key` only for the demo, whose key everyone knows
 * @returns the key, shown this once; or a refusal: `client.name_needed`, `client.contact_needed`
 */
export async function makeClient(
  work: Work,
  order: { readonly name: string; readonly contact: string; readonly perMinute: number; readonly key?: string },
): Promise<Result<{ id: string; key: string }, 'client.name_needed' | 'client.contact_needed'>> {
  const [name, contact] = [order.name.trim(), order.contact.trim()];
  if (name.length < 2 || name.length > 80) return refuse('client.name_needed');
  if (contact.length < 3 || contact.length > 120) return refuse('client.contact_needed');
  const key = order.key ?? randomBytes(KEY_BYTES).toString('base64url');
  const id = uuidv7();
  const { perMinute } = order;
  await insertClient(work, { id, name, contact, perMinute, keyStart: key.slice(0, SHOWN), keyHash: hashKey(key) });
  return done({ id, key });
}

/** Takes a key back (收回密钥), at once; or refuses with `client.not_found`. */
export async function revokeClient(work: Work, id: string): Promise<Result<null, 'client.not_found'>> {
  return (await saveRevoked(work, id)) ? done(null) : refuse('client.not_found');
}

/** Finds whose key this is; undefined for one that was never given, or was taken back. */
export const findClient = (work: Work, key: string): Promise<Client | undefined> => findClientByKey(work, hashKey(key));
