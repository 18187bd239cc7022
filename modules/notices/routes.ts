import type { Context } from '../../platform/http/context.ts';
import type { Handlers } from '../../platform/http/serve.ts';
import { done } from '../../platform/result.ts';
import { markRead, markUnread } from './actions/mark-read.ts';
import { tryAgain } from './actions/try-again.ts';
import type { noticesRoutes } from './contract/routes.ts';
import { countMyUnread, listNotices } from './queries/list-notices.ts';
import { listOutbox } from './queries/list-outbox.ts';

/** What is answered about notices and messages. */
export const noticesHandlers: Handlers<Context, typeof noticesRoutes> = {
  'GET /api/notices': ({ inScope }, { query }) =>
    inScope(async (work) => {
      const inbox = await listNotices(work, query.after);
      return inbox.ok ? done({ ...inbox.value, notices: [...inbox.value.notices] }) : inbox;
    }),
  'GET /api/notices/unread': ({ inScope }) => inScope(async (work) => done({ unread: await countMyUnread(work) })),
  'POST /api/notices/read': ({ inScope }) => inScope(async (work) => done({ unread: await markRead(work, null) })),
  'POST /api/notices/:id/read': ({ inScope }, { params }) =>
    inScope(async (work) => done({ unread: await markRead(work, params.id) })),
  'DELETE /api/notices/:id/read': ({ inScope }, { params }) =>
    inScope(async (work) => done({ unread: await markUnread(work, params.id) })),
  'GET /api/outbox': ({ inScope }) => inScope(async (work) => done(await listOutbox(work))),
  'POST /api/outbox/:id/again': async ({ inScope }, { params }) => {
    const again = await inScope((work) => tryAgain(work, params.id));
    return again.ok ? done({}) : again;
  },
};
