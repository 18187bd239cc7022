import { mayUse } from '../../access/index.ts';
import type { Context } from '../../../platform/http/context.ts';
import type { Handlers } from '../../../platform/http/serve.ts';
import { done } from '../../../platform/result.ts';
import { setLimit } from '../actions/set-limit.ts';
import type { settingsRoutes } from '../contract/settings.ts';
import { listLimitSettings } from '../queries/view-settings.ts';

/** What is answered about limits that a district sets itself. */
export const settingsHandlers: Handlers<Context, typeof settingsRoutes> = {
  'GET /api/settings/limits': ({ inScope, actor }) =>
    inScope(async (work) => done({ maySet: mayUse(actor, 'calendar.set').ok, limits: await listLimitSettings(work) })),
  'POST /api/settings/limits': async ({ inScope }, { body }) => {
    const set = await inScope((work) => setLimit(work, body));
    return set.ok ? done({}) : set;
  },
};
