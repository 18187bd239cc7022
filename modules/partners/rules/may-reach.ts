import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Reach } from '../contract/reach.ts';

const LONGEST = 300;
const loopback: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Says whether the server may call this address (可以对接的地址): only what whoever runs the server has named, so that nobody
 * at a desk can send it anywhere in the network of the house.
 *
 * @returns the address with a slash at its end and nothing behind it; or a refusal: `partner.address_unreadable`,
 *   `partner.address_not_allowed` with its origin
 */
export function readAddress(
  given: string,
  { origins, isDemo }: Reach,
): Result<string, 'partner.address_unreadable' | 'partner.address_not_allowed'> {
  const text = given.trim();
  const url = text.length <= LONGEST && URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.search || url.hash)
    return refuse('partner.address_unreadable');
  const isAllowed = origins.includes(url.origin) || (isDemo && loopback.has(url.hostname));
  if (!isAllowed) return refuse('partner.address_not_allowed', { origin: url.origin });
  return done(url.href.replace(/\/*$/, '/'));
}
