import type { Context } from '../../../platform/http/context.ts';
import type { Handlers } from '../../../platform/http/serve.ts';
import { done } from '../../../platform/result.ts';
import { forgetView, keepView, lookAtMatter, watchMatter } from '../actions/keep-desk.ts';
import type { deskRoutes } from '../contract/desk.ts';
import { listOthersLooking } from '../queries/list-others-looking.ts';
import { listChanges } from '../queries/list-changes.ts';
import { listViews } from '../queries/list-views.ts';

/** What is answered about a person's own desk: stars, views, news. */
export const deskHandlers: Handlers<Context, typeof deskRoutes> = {
  'GET /api/changes': ({ inScope }, { query }) =>
    inScope(async (work) =>
      done(await listChanges(work, query.since === undefined ? undefined : new Date(query.since))),
    ),
  'POST /api/matters/:id/watch': ({ inScope }, { params, body }) =>
    inScope((work) => watchMatter(work, params.id, body.watched)),
  'POST /api/matters/:id/look': ({ inScope }, { params }) =>
    inScope(async (work) => {
      const looked = await lookAtMatter(work, params.id);
      return looked.ok ? done({ others: await listOthersLooking(work, params.id) }) : looked;
    }),
  'GET /api/views': ({ inScope }) => inScope(async (work) => done({ views: await listViews(work) })),
  'POST /api/views': ({ inScope }, { body }) => inScope((work) => keepView(work, body)),
  'DELETE /api/views/:id': ({ inScope }, { params }) => inScope((work) => forgetView(work, params.id)),
};
