import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SiteDeps } from '../deps.ts';
import { putSigned, takeSigned } from '../signed-cookie.ts';

/** A request that this browser has shown the code of. */
export type Followed = { readonly number: string; readonly matterId: string };

const FOLLOWED_SECONDS = 12 * 3600;
const MOST_FOLLOWED = 8;

const followedBy = (request: FastifyRequest, deps: SiteDeps): readonly Followed[] =>
  (takeSigned(request, deps, 'follow') ?? []) as Followed[];

/** Lets this browser see the request for twelve hours without the code; the eight latest are kept. */
export function keepFollowing(request: FastifyRequest, reply: FastifyReply, deps: SiteDeps, followed: Followed): void {
  const others = followedBy(request, deps).filter(({ matterId }) => matterId !== followed.matterId);
  const value = [followed, ...others].slice(0, MOST_FOLLOWED);
  putSigned(request, reply, deps, { name: 'follow', path: '/', seconds: FOLLOWED_SECONDS, value });
}

/** The matter of this number, if this browser has shown its code. */
export const findFollowed = (request: FastifyRequest, deps: SiteDeps, number: string): string | undefined =>
  followedBy(request, deps).find((followed) => followed.number === number)?.matterId;

/** Forgets everything about requests in this browser, receipts too. */
export function forgetAll(reply: FastifyReply): void {
  void reply.clearCookie('follow', { path: '/' }).clearCookie('receipt', { path: '/receipt' });
}
