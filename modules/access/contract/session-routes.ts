import { z } from 'zod';
import { route } from '../../../platform/http/contract.ts';

export const Named = z.object({ zh: z.string(), en: z.string() });

const PostView = z.object({
  id: z.uuid(),
  kind: z.string(),
  name: Named,
  body: Named,
  area: Named,
  /** The community that the post works in, 12 digits; null: it works for more than one. */
  community: z.string().nullable(),
  /** Whose post it is, when one only stands in (代理). */
  deputyFor: Named.nullable(),
});

/** What an administrator did to my account, until I have read it. */
export const Notice = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  kind: z.string(),
  by: Named.nullable(),
  reason: z.string().nullable(),
});
export type Notice = z.infer<typeof Notice>;

/** Who is signed in, in which post, and what the screens may offer. */
export const Me = z.object({
  accountId: z.uuid(),
  name: Named,
  post: PostView.nullable(),
  posts: z.array(PostView),
  permissions: z.array(z.string()),
  district: Named,
  timeZone: z.string(),
  notices: z.array(Notice),
  /** From then on the present post needs a second factor; null: it does not, or one is set up. */
  factorDueAt: z.iso.datetime().nullable(),
});
export type Me = z.infer<typeof Me>;

/** After a sign-in: who it is, or what is to be done first; then nothing else opens. */
export const SignedIn = z.object({
  me: Me.nullable(),
  owes: z.enum(['factor', 'password', 'setup']).nullable(),
});
export type SignedIn = z.infer<typeof SignedIn>;

export const DemoAccount = z.object({
  accountId: z.uuid(),
  postId: z.uuid(),
  name: Named,
  post: Named,
  body: Named,
  about: Named,
});
export type DemoAccount = z.infer<typeof DemoAccount>;

export const sessionRoutes = {
  'GET /api/session': route({
    permission: 'anyone',
    summary: 'Who is signed in, or what is still to be done',
    reply: SignedIn.extend({ demo: z.boolean(), district: Named, ssoName: Named.nullable() }),
  }),
  'POST /api/session': route({
    permission: 'anyone',
    summary: 'Sign in with name and password',
    body: z.object({ login: z.string().min(1).max(100), password: z.string().min(1).max(200) }),
    reply: SignedIn,
  }),
  'POST /api/session/factor': route({
    permission: 'anyone',
    summary: 'Enter the code of the second factor, or a recovery code',
    body: z.object({ code: z.string().max(20_000) }),
    reply: SignedIn,
  }),
  'DELETE /api/session': route({ permission: 'anyone', summary: 'Sign out', reply: z.object({}) }),
  'POST /api/session/post': route({
    permission: 'anyone',
    summary: 'Act in another of my posts',
    body: z.object({ postId: z.uuid() }),
    reply: SignedIn,
  }),
  'GET /api/demo/accounts': route({
    permission: 'anyone',
    summary: 'The ready sign-ins of the demo district; empty outside demo mode',
    reply: z.object({ accounts: z.array(DemoAccount) }),
  }),
  'POST /api/demo/session': route({
    permission: 'anyone',
    summary: 'Sign in as one of the demo people; refused outside demo mode',
    body: z.object({ accountId: z.uuid() }),
    reply: SignedIn,
  }),
};
