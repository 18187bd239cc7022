import { mayUse } from '../../access/index.ts';
import type { Context } from '../../../platform/http/context.ts';
import type { Handlers } from '../../../platform/http/serve.ts';
import { done } from '../../../platform/result.ts';
import { setLimit } from '../actions/set-limit.ts';
import { setTemplate } from '../actions/set-template.ts';
import type { settingsRoutes } from '../contract/settings.ts';
import { listLimitSettings } from '../queries/view-settings.ts';
import { listTemplateSettings } from '../queries/view-templates.ts';

/** What is answered about limits and starting texts that a district sets itself. */
export const settingsHandlers: Handlers<Context, typeof settingsRoutes> = {
  'GET /api/settings/limits': ({ inScope, actor }) =>
    inScope(async (work) => done({ maySet: mayUse(actor, 'calendar.set').ok, limits: await listLimitSettings(work) })),
  'POST /api/settings/limits': async ({ inScope }, { body }) => {
    const set = await inScope((work) => setLimit(work, body));
    return set.ok ? done({}) : set;
  },
  'GET /api/settings/templates': ({ inScope, actor }) =>
    inScope(async (work) =>
      done({ maySet: mayUse(actor, 'calendar.set').ok, templates: await listTemplateSettings(work) }),
    ),
  'POST /api/settings/templates': async ({ inScope }, { body }) => {
    const set = await inScope((work) => setTemplate(work, body));
    return set.ok ? done({}) : set;
  },
};
