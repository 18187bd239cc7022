import { createHmac } from 'node:crypto';
import type { Post } from './read-post.ts';

const WINDOW_MS = 10 * 60_000;

/** Command ids under which a report may have come in before, and the one it gets when it has not. */
export type RetryKeys = { readonly earlier: readonly string[]; readonly own: string };

/**
 * Computes by which command a report is carried out (防重复), so that a client's retry is the same report.
 *
 * Under an idempotency key it is always the same. Without one, when the client says who sends, the same words for the
 * same service and place from the same sender are the same report for ten to twenty minutes. Without either, nothing
 * tells a retry from a second person, and each is a report of its own.
 *
 * @param key of the district, so that nobody can compute the command of another's report
 * @param random used when nothing else tells reports apart, a UUID
 */
export function computeRetryKeys(
  key: Uint8Array,
  sent: { readonly clientId: string; readonly idempotencyKey: string; readonly post: Post; readonly photos: number },
  now: Date,
  random: string,
): RetryKeys {
  const { clientId, idempotencyKey, post, photos } = sent;
  if (idempotencyKey !== '') return { earlier: [], own: uuidOf(key, ['key', clientId, idempotencyKey]) };
  if (post.person === '') return { earlier: [], own: random };
  const said = JSON.stringify([post, photos]);
  const window = Math.floor(now.getTime() / WINDOW_MS);
  const of = (at: number): string => uuidOf(key, ['post', clientId, said, String(at)]);
  return { earlier: [of(window - 1)], own: of(window) };
}

/** A UUID of version 8, made from a keyed hash. */
function uuidOf(key: Uint8Array, parts: readonly string[]): string {
  const hash = createHmac('sha256', key).update(parts.join('\0'), 'utf8').digest();
  hash[6] = ((hash[6] as number) & 0x0f) | 0x80;
  hash[8] = ((hash[8] as number) & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}
