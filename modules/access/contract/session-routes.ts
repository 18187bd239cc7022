import { z } from 'zod';
import { route } from '../../../platform/http/contract.ts';

const Named = z.object({ zh: z.string(), en: z.string() });

const PostView = z.object({
  id: z.uuid(),
  kind: z.string(),
  name: Named,
  body: Named,
  area: Named,
  /** Whose post it is, when one only stands in (代理). */
  deputyFor: Named.nullable(),
});

/** Who is signed in, in which post, and what the screens may offer. */
export const Me = z.object({
  accountId: z.uuid(),
  name: Named,
  post: PostView.nullable(),
  posts: z.array(PostView),
  permissions: z.array(z.string()),
  district: Named,
  timeZone: z.string(),
});
export type Me = z.infer<typeof Me>;

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
    summary: 'Who is signed in',
    reply: z.object({ me: Me.nullable(), demo: z.boolean(), district: Named }),
  }),
  'POST /api/session': route({
    permission: 'anyone',
    summary: 'Sign in with name and password',
    body: z.object({ login: z.string().min(1).max(100), password: z.string().min(1).max(200) }),
    reply: z.object({ me: Me }),
  }),
  'DELETE /api/session': route({ permission: 'anyone', summary: 'Sign out', reply: z.object({}) }),
  'POST /api/session/post': route({
    permission: 'anyone',
    summary: 'Act in another of my posts',
    body: z.object({ postId: z.uuid() }),
    reply: z.object({ me: Me }),
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
    reply: z.object({ me: Me }),
  }),
};
