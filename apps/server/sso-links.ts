import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { enter, originOf } from '../../modules/access/index.ts';
import { findSession, isSignInFresh, linkSso, signInWithSso } from '../../modules/accounts/index.ts';
import { open, seal } from '../../platform/crypto/cipher.ts';
import type { Context } from '../../platform/http/context.ts';
import type { Leaving, Provider } from '../../platform/oidc/provider.ts';
import { noScope } from '../../platform/work.ts';
import { makeAdmit } from './admit.ts';
import type { Ground } from './ground.ts';

const COOKIE = 'linli_sso';
const sealedAs = 'sso leaving';
const lastsMs = 10 * 60_000;

/** What the browser carries to the provider and back: who is to be linked, if anybody, and until when it is good. */
type Kept = Leaving & { readonly linkAccountId: string | null; readonly until: number };

/**
 * The way to single sign-on and back (单点登录): `/sso/start`, with `?link=1` for somebody who is signed in and links the
 * account, and `/sso/callback`. What went wrong comes back in the address as a word; nothing of the person is in it.
 */
export function registerSso(app: FastifyInstance, ground: Ground, provider: Provider): void {
  const admit = makeAdmit(ground);
  const contextOf = async (request: FastifyRequest, reply: FastifyReply): Promise<Context> => {
    const admitted = await admit(request, reply, 'anyone');
    if (!admitted.ok) throw new Error(`not even anyone is admitted: ${admitted.code}`);
    return admitted.value;
  };
  const cookieAt = (request: FastifyRequest) =>
    ({ path: '/sso', httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https' }) as const;
  const back = (reply: FastifyReply, isLinking: boolean, code: string | null) => {
    const fault = code === null ? '' : `?sso=${code.slice(code.indexOf('.') + 1)}`;
    return reply.redirect(`/console/${isLinking ? 'account' : ''}${fault}`, 303);
  };

  app.get<{ Querystring: { link?: string } }>('/sso/start', async (request, reply) => {
    const context = await contextOf(request, reply);
    const isLinking = request.query.link === '1';
    const { session } = context;
    if (isLinking && session?.owes !== null) return back(reply, false, 'sso.failed');
    if (isLinking && session) {
      const live = await findSession(context.db, session.token, context.now);
      if (!live || !isSignInFresh(live.provedAt, context.now)) return back(reply, true, 'sso.stale');
    }
    const begun = await provider.begin();
    if (!begun.ok) return back(reply, isLinking, begun.code);
    const { address, leaving } = begun.value;
    const linkAccountId = isLinking && session ? session.accountId : null;
    const kept: Kept = { ...leaving, linkAccountId, until: context.now.getTime() + lastsMs };
    const sealed = seal((await context.keys()).field, JSON.stringify(kept), sealedAs);
    void reply.setCookie(COOKIE, Buffer.from(sealed).toString('base64url'), { ...cookieAt(request), maxAge: 600 });
    return reply.redirect(address.href, 303);
  });

  app.get('/sso/callback', async (request, reply) => {
    const context = await contextOf(request, reply);
    const kept = readKept(request.cookies[COOKIE], (await context.keys()).field, context.now);
    void reply.clearCookie(COOKIE, cookieAt(request));
    const search = request.url.slice(request.url.indexOf('?'));
    if (!kept || !request.url.includes('?')) return back(reply, false, 'sso.failed');
    const isLinking = kept.linkAccountId !== null;
    const named = await provider.finish(search, kept);
    if (!named.ok) return back(reply, isLinking, named.code);

    if (kept.linkAccountId !== null) {
      const { session } = context;
      // The one who left must be the one who comes back.
      if (session?.owes !== null || session.accountId !== kept.linkAccountId) return back(reply, false, 'sso.failed');
      const link = { ...named.value, accountId: session.accountId, byAccountId: session.accountId };
      const linked = await context.as({ kind: 'public' }, noScope, (work) => linkSso(work, link));
      return back(reply, true, linked.ok ? null : linked.code);
    }
    const given = { ...named.value, origin: originOf(request), replaces: context.session?.token ?? null };
    const signedIn = await context.as({ kind: 'public' }, noScope, (work) => signInWithSso(work, given));
    if (!signedIn.ok) return back(reply, false, signedIn.code);
    const entered = await enter(context, request, signedIn.value);
    return back(reply, false, entered.ok ? null : entered.code);
  });
}

function readKept(cookie: string | undefined, key: Uint8Array, now: Date): Kept | undefined {
  if (cookie === undefined) return undefined;
  try {
    const kept = JSON.parse(open(key, Buffer.from(cookie, 'base64url'), sealedAs)) as Kept;
    return now.getTime() < kept.until ? kept : undefined;
  } catch {
    return undefined; // not ours, or of another district
  }
}
