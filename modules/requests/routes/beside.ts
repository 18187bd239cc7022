import type { Context } from '../../../platform/http/context.ts';
import type { Handlers } from '../../../platform/http/serve.ts';
import { done, refuse } from '../../../platform/result.ts';
import type { besideRoutes } from '../contract/beside.ts';
import { findBeside } from '../queries/find-beside.ts';

/** What is answered about what lies beside a request. */
export const besideHandlers: Handlers<Context, typeof besideRoutes> = {
  'GET /api/requests/:id/beside': ({ inScope }, { params }) =>
    inScope(async (work) => {
      const beside = await findBeside(work, params.id);
      return beside ? done(beside) : refuse('matter.not_found');
    }),
};
