import type { Context } from '../../platform/http/context.ts';
import type { Answer, Handlers } from '../../platform/http/serve.ts';
import { done, refuse } from '../../platform/result.ts';
import { noScope, type Work } from '../../platform/work.ts';
import {
  chooseActingPost,
  endSession,
  findSession,
  signInDemo,
  signInWithPassword,
  type SignIn,
} from '../accounts/index.ts';
import { findPostsOf } from '../bodies/index.ts';
import type { DemoAccount, Me, sessionRoutes } from './contract/session-routes.ts';
import { findMe, getDistrictName } from './queries/find-me.ts';

export type SessionParts = {
  /** The ready sign-ins of a demo district; none elsewhere. */
  readonly demoAccounts: readonly DemoAccount[];
};

const asPublic = <T>({ as }: Context, run: (work: Work) => Promise<T>): Promise<T> =>
  as({ kind: 'public' }, noScope, run);

/** Signing in and out, and choosing the post one acts in. */
export const sessionHandlers = ({ demoAccounts }: SessionParts): Handlers<Context, typeof sessionRoutes> => {
  const enter = async (context: Context, signIn: SignIn, postId?: string): Promise<Answer<{ me: Me }>> => {
    const me = await asPublic(context, async (work) => {
      const posts = await findPostsOf(work, signIn.accountId);
      const chosen = posts.find((post) => post.postId === postId) ?? posts[0];
      if (chosen) await chooseActingPost(work, { token: signIn.token, postId: chosen.postId });
      return findMe(work, { accountId: signIn.accountId, actingPostId: chosen?.postId ?? null });
    });
    context.setSession(signIn.token);
    return done({ me });
  };

  return {
    'GET /api/session': (context) =>
      asPublic(context, async (work) => {
        const live = context.session && (await findSession(context.db, context.session.token, context.now));
        const district = await getDistrictName(work);
        return done({ me: live ? await findMe(work, live) : null, demo: context.isDemo, district });
      }),

    'POST /api/session': async (context, { body }) => {
      const { db, districtId, now } = context;
      const signedIn = await signInWithPassword(db, { districtId, now, ...body });
      return signedIn.ok ? enter(context, signedIn.value) : signedIn;
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
      return asPublic(context, async (work): Promise<Answer<{ me: Me }>> => {
        const posts = await findPostsOf(work, session.accountId);
        if (!posts.some((post) => post.postId === body.postId)) return refuse('access.post_ended');
        await chooseActingPost(work, { token: session.token, postId: body.postId });
        return done({ me: await findMe(work, { accountId: session.accountId, actingPostId: body.postId }) });
      });
    },

    'GET /api/demo/accounts': async () => done({ accounts: [...demoAccounts] }),

    'POST /api/demo/session': async (context, { body }) => {
      if (!context.isDemo) return refuse('session.not_demo');
      const signedIn = await asPublic(context, (work) => signInDemo(work, body));
      if (!signedIn.ok) return signedIn;
      return enter(context, signedIn.value, demoAccounts.find((one) => one.accountId === body.accountId)?.postId);
    },
  };
};
