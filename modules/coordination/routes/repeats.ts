import type { Context } from '../../../platform/http/context.ts';
import type { Handlers } from '../../../platform/http/serve.ts';
import { done } from '../../../platform/result.ts';
import { openRootCause, setThreshold } from '../actions/open-root-cause.ts';
import type { repeatRoutes } from '../contract/repeats.ts';
import { listRepeats } from '../queries/list-repeats.ts';

/** What is answered about what comes again and again (反复与根治). */
export const repeatHandlers: Handlers<Context, typeof repeatRoutes> = {
  'GET /api/repeats': ({ inScope }) => inScope(async (work) => done(await listRepeats(work))),
  'POST /api/repeats/threshold': ({ inScope }, { body }) =>
    inScope(async (work) => {
      const answer = await setThreshold(work, body);
      return answer.ok ? done({}) : answer;
    }),
  'POST /api/root-causes': ({ inScope }, { body }) => inScope((work) => openRootCause(work, body)),
};
