import type { IncomingHttpHeaders } from 'node:http';

/**
 * Says whether a form was sent from a page of this site (同源), by the first of three headers that speaks: Sec-Fetch-Site,
 * Origin, Referer. When none does, it is not shown to be ours and counts as foreign.
 *
 * @param host the host the request came to, with its port
 */
export function isSameOrigin(headers: IncomingHttpHeaders, host: string): boolean {
  const fetchSite = headers['sec-fetch-site'];
  if (fetchSite !== undefined) return fetchSite === 'same-origin';
  const from = headers.origin ?? headers.referer;
  return from !== undefined && URL.canParse(from) && new URL(from).host === host;
}
