import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

export type Encoding = 'br' | 'gzip' | 'identity';

/** The best encoding that a browser's Accept-Encoding names. */
export function encodingFor(accepted: string | undefined): Encoding {
  const names = (accepted ?? '').split(',').map((name) => name.trim());
  if (names.some((name) => /^br(;q=(?!0(\.0*)?$).*)?$/.test(name))) return 'br';
  return names.some((name) => /^gzip(;q=(?!0(\.0*)?$).*)?$/.test(name)) ? 'gzip' : 'identity';
}

/** How long a page may be kept: a shared one is asked for anew; of one person nothing is kept. */
export const keeping = { shared: 'private, no-cache', emptyForm: 'private, no-store', personal: 'no-store' } as const;

/** A feed may be kept by others, for those who read the same language under the same address. */
export const keptAsFeed = {
  'cache-control': 'public, max-age=300',
  vary: 'accept-language, cookie, host, x-forwarded-host, x-forwarded-proto',
} as const;

/** Compresses pages on the way out, except those of one person: beside a secret, length tells (BREACH). An empty form has none. */
export async function compressPage(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
  const isPage = typeof payload === 'string' && String(reply.getHeader('content-type')).startsWith('text/html');
  if (!isPage || reply.getHeader('cache-control') === keeping.personal) return payload;
  void reply.header('vary', 'Accept-Encoding, Accept-Language, Cookie, Sec-Fetch-Site');
  const encoding = encodingFor(request.headers['accept-encoding']);
  if (encoding === 'identity') return payload;
  void reply.header('content-encoding', encoding).removeHeader('content-length');
  return encoding === 'br' ? brotli(payload, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) : gzipped(payload);
}
