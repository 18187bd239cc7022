import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SiteDeps } from './deps.ts';

type Signing = Pick<SiteDeps, 'sign' | 'unsign' | 'now'>;

/** Puts a value into a signed cookie that no script can read and that ends with the browser or after `seconds`. */
export function putSigned(
  request: FastifyRequest,
  reply: FastifyReply,
  deps: Signing,
  kept: { name: string; path: string; seconds: number; value: unknown },
) {
  const until = deps.now().getTime() + kept.seconds * 1000;
  const text = Buffer.from(JSON.stringify({ until, for: kept.name, value: kept.value })).toString('base64url');
  void reply.setCookie(kept.name, deps.sign(text), {
    path: kept.path,
    httpOnly: true,
    sameSite: 'lax',
    secure: request.protocol === 'https',
  });
}

/** Reads the value back; nothing when it is absent, not ours, or too old. */
export function takeSigned(request: FastifyRequest, deps: Signing, name: string): unknown {
  const signed = request.cookies[name];
  const text = signed === undefined ? undefined : deps.unsign(signed);
  if (text === undefined) return undefined;
  const kept = JSON.parse(Buffer.from(text, 'base64url').toString()) as { until: number; for: string; value: unknown };
  return kept.for === name && kept.until > deps.now().getTime() ? kept.value : undefined;
}
