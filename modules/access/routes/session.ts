import type { FastifyRequest } from 'fastify';
import type { Context } from '../../../platform/http/context.ts';
import { describeDevice } from '../../../platform/http/device.ts';
import type { Answer, Handlers } from '../../../platform/http/serve.ts';
import { done, refuse } from '../../../platform/result.ts';
import { noScope, type Work } from '../../../platform/work.ts';
import {
  chooseActingPost,
  endSession,
  findSession,
  passFactor,
  signInDemo,
  signInWithPassword,
  type LiveSession,
  type Origin,
  type SignIn,
} from '../../accounts/index.ts';
import { findPostsOf } from '../../bodies/index.ts';
import type { DemoAccount, sessionRoutes, SignedIn } from '../contract/session-routes.ts';
import { findMe, getDistrictName } from '../queries/find-me.ts';

export type SessionParts = {
  /** The ready sign-ins of a demo district; none elsewhere. */
  readonly demoAccounts: readonly DemoAccount[];
  /** The single sign-on of this district; null: none. */
  readonly sso: { readonly name: { readonly zh: string; readonly en: string }; readonly issuer: string } | null;
};

const DEVICE = 'linli_device';

export const asPublic = <T>({ as }: Context, run: (work: Work) => Promise<T>): Promise<T> =>
  as({ kind: 'public' }, noScope, run);

/** Where a request comes from, as signing in counts it. */
export const originOf = (request: FastifyRequest): Origin => ({
  address: request.ip,
  device: request.cookies[DEVICE] ?? null,
  deviceName: describeDevice(request.headers['user-agent']),
});

/** Lets the browser be known the next time: half a year, out of reach of scripts, sent to signing in only. */
export function keepDevice({ reply }: Context, request: FastifyRequest, device: string | null): void {
  if (device === null) return;
  const secure = request.protocol === 'https';
  void reply.setCookie(DEVICE, device, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: 180 * 86_400 });
}

/** The live session of whoever asks, whatever it still owes. */
export async function liveSession(context: Context): Promise<LiveSession | undefined> {
  return context.session ? findSession(context.db, context.session.token, context.now) : undefined;
}

/** Puts the new session in place and says who it is, or what is to be done first. */
export async function enter(
  context: Context,
  request: FastifyRequest,
  signIn: SignIn,
  postId?: string,
): Promise<Answer<SignedIn>> {
  context.setSession(signIn.token);
  keepDevice(context, request, signIn.device);
  await asPublic(context, async (work) => {
    const posts = await findPostsOf(work, signIn.accountId);
    const chosen = posts.find((post) => post.postId === postId) ?? posts[0];
    if (chosen) await chooseActingPost(work, { token: signIn.token, postId: chosen.postId });
  });
  return sayWho(context, signIn.token);
}

/** Says who a session is, or what is to be done first. */
export async function sayWho(context: Context, token: string): Promise<Answer<SignedIn>> {
  const live = await findSession(context.db, token, context.now);
  if (!live) return refuse('session.needed');
  return done(await asPublic(context, (work) => findMe(work, live)));
}

/** Signing in and out, and choosing the post one acts in. */
export const sessionHandlers = ({ demoAccounts, sso }: SessionParts): Handlers<Context, typeof sessionRoutes> => ({
  'GET /api/session': async (context) => {
    const live = await liveSession(context);
    return asPublic(context, async (work) => {
      const district = await getDistrictName(work);
      const who = live ? await findMe(work, live) : { me: null, owes: null };
      return done({ ...who, demo: context.isDemo, district, ssoName: sso?.name ?? null });
    });
  },

  'POST /api/session': async (context, { body, request }) => {
    const { db, districtId, now } = context;
    const replaces = context.session?.token ?? null;
    const given = { districtId, now, origin: originOf(request), replaces, ...body };
    const signedIn = await signInWithPassword(db, given);
    return signedIn.ok ? enter(context, request, signedIn.value) : signedIn;
  },

  'POST /api/session/factor': async (context, { body, request }) => {
    const { db, districtId, now, session } = context;
    if (!session) return refuse('session.needed');
    const given = { districtId, now, origin: originOf(request), token: session.token, code: body.code };
    const passed = await passFactor(db, given, await context.keys());
    return passed.ok ? enter(context, request, passed.value) : passed;
  },

  'DELETE /api/session': async (context) => {
    const { session } = context;
    if (session) await asPublic(context, (work) => endSession(work, session.token));
    context.setSession(null);
    return done({});
  },

  'POST /api/session/post': async (context, { body }) => {
    const { session } = context;
    if (!session) return refuse('session.needed');
    const chosen = await asPublic(context, async (work): Promise<Answer<null>> => {
      const posts = await findPostsOf(work, session.accountId);
      if (!posts.some((post) => post.postId === body.postId)) return refuse('access.post_ended');
      await chooseActingPost(work, { token: session.token, postId: body.postId });
      return done(null);
    });
    return chosen.ok ? sayWho(context, session.token) : chosen;
  },

  'GET /api/demo/accounts': async () => done({ accounts: [...demoAccounts] }),

  'POST /api/demo/session': async (context, { body, request }) => {
    if (!context.isDemo) return refuse('session.not_demo');
    const replaces = context.session?.token ?? null;
    const given = { ...body, origin: originOf(request), replaces };
    const signedIn = await asPublic(context, (work) => signInDemo(work, given));
    if (!signedIn.ok) return signedIn;
    const ready = demoAccounts.find((one) => one.accountId === body.accountId);
    return enter(context, request, signedIn.value, ready?.postId);
  },
});
