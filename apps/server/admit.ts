import type { FastifyReply, FastifyRequest } from 'fastify';
import { mayUse, permissions, scopeFor, type Permission } from '../../modules/access/index.ts';
import { computeOwed, findSessionAnd, mustProveAgain, type LiveSession } from '../../modules/accounts/index.ts';
import { findActor } from '../../modules/bodies/index.ts';
import { districtKeys } from '../../platform/crypto/keys.ts';
import { inTransaction } from '../../platform/db/transaction.ts';
import type { Context } from '../../platform/http/context.ts';
import { done, refuse, type Result } from '../../platform/result.ts';
import type { Actor, Work } from '../../platform/work.ts';
import type { Ground } from './ground.ts';

const COOKIE = 'linli_session';
const nobody: Actor = { kind: 'public' };

const isPermission = (text: string): text is Permission => (permissions as readonly string[]).includes(text);

/** Makes the door of the API: finds out who asks, in which post, and refuses what the post does not carry. */
export const makeAdmit =
  (ground: Ground) =>
  async (
    request: FastifyRequest,
    reply: FastifyReply,
    permission: string,
    freshly = false,
  ): Promise<Result<Context>> => {
    const { db, config, districtId, files, clock } = ground;
    const now = clock();
    if (request.method !== 'GET' && isForeign(request)) return refuse('origin.foreign');
    const token = request.cookies[COOKIE];
    const known = token ? await findSessionAnd(db, token, now, findActing) : undefined;
    const live = known?.session.districtId === districtId ? known.session : null;
    const acting = (live && known?.found) ?? nobody;
    const owes = live && computeOwed(live, acting.kind === 'worker' ? acting.postKind : null, now);
    const session =
      token && live ? { token, accountId: live.accountId, owes, mustProveAgain: mustProveAgain(live, now) } : null;
    // Until every step of signing in is done, the session is nobody's.
    const actor = owes === null ? acting : nobody;
    if (permission !== 'anyone') {
      if (!session) return refuse('session.needed');
      if (session.owes !== null) return refuse('session.unfinished');
      if (!isPermission(permission)) throw new Error(`route with an unknown permission: ${permission}`);
      if (actor.kind === 'public' && live?.actingPostId) return refuse('access.post_ended');
      const may = mayUse(actor, permission);
      if (!may.ok) return may;
      if (freshly && session.mustProveAgain) return refuse('session.prove_again');
    }
    const as: Context['as'] = (who, scope, run) => inTransaction(db, { districtId, actor: who, scope, now }, run);
    return done({
      db,
      districtId,
      now,
      actor,
      inScope: (run) => as(actor, scopeFor(actor), run),
      as,
      keys: () => districtKeys(db, districtId, config.secret),
      files,
      maxPhotoBytes: config.photoBytes,
      isDemo: config.mode === 'demo',
      session,
      setSession: (value) => setCookie(reply, value, request.protocol === 'https'),
      reply,
    });
  };

const findActing = async (work: Work, { accountId, actingPostId }: LiveSession): Promise<Actor | undefined> =>
  actingPostId ? findActor(work, { accountId, postId: actingPostId }) : undefined;

/** A browser says where a request comes from; a client that is no browser says nothing and carries no cookie. */
function isForeign(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site && site !== 'same-origin' && site !== 'none') return true;
  const { origin, host } = request.headers;
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host);
}

function setCookie(reply: FastifyReply, token: string | null, secure: boolean): void {
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  if (token) reply.setCookie(COOKIE, token, { ...options, maxAge: 7 * 86_400 });
  else reply.clearCookie(COOKIE, options);
}
