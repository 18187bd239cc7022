import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { pickTongue } from './tongues/pick-tongue.ts';
import { findTongue, type Tongue } from './tongues/tongue.ts';

const YEAR_SECONDS = 365 * 86_400;

export type Preferences = { readonly tongue: Tongue; readonly isLarge: boolean };

/** What this reply has just set counts before what was chosen earlier; whoever chose nothing reads what their browser asks for. */
export function readPreferences(request: FastifyRequest, added: readonly Tongue[]): Preferences {
  const chosen = request.query as Record<string, unknown>;
  const language = chosen['language'] ?? request.cookies['language'];
  const size = chosen['size'] ?? request.cookies['size'];
  const tongue = findTongue(language, added) ?? pickTongue(request.headers['accept-language'], added);
  return { tongue, isLarge: size === 'large' };
}

/** Remembers the language and the size of letters that the address asks for; says whether it asked for any. */
export function keepPreferences(request: FastifyRequest, reply: FastifyReply, added: readonly Tongue[]): boolean {
  const { language, size } = request.query as Record<string, unknown>;
  const cookie = {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: request.protocol === 'https',
    maxAge: YEAR_SECONDS,
  } as const;
  const tongue = findTongue(language, added);
  const hasSize = size === 'large' || size === 'normal';
  if (tongue) void reply.setCookie('language', tongue.id, cookie);
  if (hasSize) void reply.setCookie('size', size, cookie);
  return tongue !== undefined || hasSize;
}

/** A path on this site, whatever was asked for: `//elsewhere`, `/\elsewhere` and whole addresses become `/`. */
export function safePath(back: unknown): string {
  const here = 'http://here.invalid';
  if (typeof back !== 'string' || !back.startsWith('/') || !URL.canParse(back, here)) return '/';
  const { origin, pathname, search } = new URL(back, here);
  const path = `${pathname}${search}`;
  return origin === here && !path.startsWith('//') ? path : '/';
}

/** `/prefs?language=en&back=/see` and `/prefs?size=large&back=/see`: two links at the top of every page. */
export function registerPreferences(app: FastifyInstance, added: readonly Tongue[]): void {
  app.get('/prefs', (request, reply) => {
    keepPreferences(request, reply, added);
    return reply.redirect(safePath((request.query as Record<string, unknown>)['back']), 303);
  });
}
