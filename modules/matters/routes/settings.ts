import { mayUse } from '../../access/index.ts';
import type { Context } from '../../../platform/http/context.ts';
import { atField } from '../../../platform/http/at-field.ts';
import type { Handlers, Refused } from '../../../platform/http/serve.ts';
import { done, type Refusal } from '../../../platform/result.ts';
import { setLimit } from '../actions/set-limit.ts';
import { setTemplate } from '../actions/set-template.ts';
import type { settingsRoutes } from '../contract/settings.ts';
import { listLimitSettings } from '../queries/view-settings.ts';
import { listTemplateSettings } from '../queries/view-templates.ts';

const fieldOf: Readonly<Record<string, string>> = {
  'setting.out_of_bounds': 'amount',
  'setting.backwards': 'sinceOn',
  'template.too_long': 'words',
  'template.strange_slot': 'words',
  'template.says_it_all': 'words',
};

/** A refusal at the field of the form that it is about, where it is about one. */
function placed(no: Refusal, { reason }: { readonly reason: string }): Refused {
  const field = no.code === 'setting.no_reason' ? (reason.trim() ? 'source' : 'reason') : fieldOf[no.code];
  return field ? atField(field, no) : no;
}

/** What is answered about limits and starting texts that a district sets itself. */
export const settingsHandlers: Handlers<Context, typeof settingsRoutes> = {
  'GET /api/settings/limits': ({ inScope, actor }) =>
    inScope(async (work) => done({ maySet: mayUse(actor, 'calendar.set').ok, limits: await listLimitSettings(work) })),
  'POST /api/settings/limits': async ({ inScope }, { body }) => {
    const set = await inScope((work) => setLimit(work, body));
    return set.ok ? done({}) : placed(set, body);
  },
  'GET /api/settings/templates': ({ inScope, actor }) =>
    inScope(async (work) =>
      done({ maySet: mayUse(actor, 'calendar.set').ok, templates: await listTemplateSettings(work) }),
    ),
  'POST /api/settings/templates': async ({ inScope }, { body }) => {
    const set = await inScope((work) => setTemplate(work, body));
    return set.ok ? done({}) : placed(set, body);
  },
};
