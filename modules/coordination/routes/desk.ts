import type { Context } from '../../../platform/http/context.ts';
import type { Handlers } from '../../../platform/http/serve.ts';
import { done } from '../../../platform/result.ts';
import type { coordinationRoutes } from '../contract/desk.ts';
import { findSession } from '../queries/find-session.ts';
import { listAdvice, viewDesk } from '../queries/view-desk.ts';

/** What is answered about the coordination desk (协调台). */
export const coordinationHandlers: Handlers<Context, typeof coordinationRoutes> = {
  'GET /api/coordination': ({ inScope }) => inScope(async (work) => done(await viewDesk(work))),
  'GET /api/listening-sessions/:id': ({ inScope }, { params }) => inScope((work) => findSession(work, params.id)),
  'GET /api/advice': ({ inScope }, { query }) =>
    inScope(async (work) => done({ advice: await listAdvice(work, query.words) })),
};
