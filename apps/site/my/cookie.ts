import type { FastifyReply, FastifyRequest } from 'fastify';

/** A resident's session has a cookie of its own, apart from that of staff. */
const COOKIE = 'linli_resident';
const KEPT_SECONDS = 30 * 86_400;

export const residentToken = (request: FastifyRequest): string | undefined => request.cookies[COOKIE];

export function keepResident(request: FastifyRequest, reply: FastifyReply, token: string): void {
  const secure = request.protocol === 'https';
  void reply.setCookie(COOKIE, token, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: KEPT_SECONDS });
}

export const forgetResident = (reply: FastifyReply): void => void reply.clearCookie(COOKIE, { path: '/' });
