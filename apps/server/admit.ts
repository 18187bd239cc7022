import type { FastifyReply, FastifyRequest } from 'fastify';
import { mayUse, permissions, scopeFor, type Permission } from '../../modules/access/index.ts';
import { computeOwed, findSession } from '../../modules/accounts/index.ts';
import { findActor } from '../../modules/bodies/index.ts';
import { districtKeys } from '../../platform/crypto/keys.ts';
import { inTransaction } from '../../platform/db/transaction.ts';
import type { Context } from '../../platform/http/context.ts';
import { done, refuse, type Result } from '../../platform/result.ts';
import { noScope, type Actor } from '../../platform/work.ts';
import type { Ground } from './ground.ts';

const COOKIE = 'linli_session';
const nobody: Actor = { kind: 'public' };

const isPermission = (text: string): text is Permission => (permissions as readonly string[]).includes(text);

/** Makes the door of the API: finds out who asks, in which post, and refuses what the post does not carry. */
export const makeAdmit =
  (ground: Ground) =>
  async (request: FastifyRequest, reply: FastifyReply, permission: string): Promise<Result<Context>> => {
    const { db, config, districtId, files, clock } = ground;
    const now = clock();
    if (request.method !== 'GET' && isForeign(request)) return refuse('origin.foreign');
    const token = request.cookies[COOKIE];
    const live = token ? await findSession(db, token, now) : undefined;
    const found = token && live?.districtId === districtId ? { token, live } : null;
    const acting = found ? await findActing(ground, found.live.accountId, found.live.actingPostId, now) : nobody;
    const owes = found ? computeOwed(found.live, acting.kind === 'worker' ? acting.postKind : null, now) : null;
    const session = found ? { token: found.token, accountId: found.live.accountId, owes } : null;
    // Until every step of signing in is done, the session is nobody's.
    const actor = owes === null ? acting : nobody;
    if (permission !== 'anyone') {
      if (!session) return refuse('session.needed');
      if (session.owes !== null) return refuse('session.unfinished');
      if (!isPermission(permission)) throw new Error(`route with an unknown permission: ${permission}`);
      if (actor.kind === 'public' && live?.actingPostId) return refuse('access.post_ended');
      const may = mayUse(actor, permission);
      if (!may.ok) return may;
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

async function findActing(ground: Ground, accountId: string, postId: string | null, now: Date): Promise<Actor> {
  if (!postId) return nobody;
  const occasion = { districtId: ground.districtId, actor: nobody, scope: noScope, now };
  const actor = await inTransaction(ground.db, occasion, (work) => findActor(work, { accountId, postId }));
  return actor ?? nobody;
}

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
