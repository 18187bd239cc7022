import { atField } from '../../platform/http/at-field.ts';
import type { Context } from '../../platform/http/context.ts';
import type { Handlers } from '../../platform/http/serve.ts';
import { say } from '../../platform/i18n/words.ts';
import { done, type Refusal } from '../../platform/result.ts';
import { keepConnection, pauseConnection, sendFailedAgain, tryAddress } from './actions/keep-connection.ts';
import type { partnerRoutes } from './contract/routes.ts';
import { viewConnections } from './queries/view-connections.ts';
import { viewHandoffs } from './queries/view-handoffs.ts';
import type { Reach } from './contract/reach.ts';
import './words/index.ts';

/** Which field of the form a refusal is about. */
const fields: Readonly<Record<string, string>> = {
  'partner.no_such_body': 'bodyId',
  'partner.address_unreadable': 'address',
  'partner.address_not_allowed': 'address',
  'partner.key_missing': 'key',
  'partner.code_missing': 'otherwise',
};
const atItsField = (refused: Refusal) => {
  const field = fields[refused.code];
  return field === undefined ? refused : atField(field, refused);
};

/** What is answered about the systems of outside bodies (系统对接); `reach`: which addresses the operator allows. */
export const partnerHandlers = (reach: Reach): Handlers<Context, typeof partnerRoutes> => ({
  'GET /api/partners/connections': ({ inScope }) => inScope(async (work) => done(await viewConnections(work, reach))),

  'POST /api/partners/try': async (_, { body }) => {
    const tried = await tryAddress(body, reach);
    if (!tried.ok) return atItsField(tried);
    const { value } = tried;
    if (!value.answers) return done({ answers: false, error: say('partners', `errors.${value.error}`) });
    return done({ ...value, services: value.services.map((service) => ({ ...service })) });
  },

  'POST /api/partners/connections': async ({ inScope, keys }, { body }) => {
    const { field } = await keys();
    const kept = await inScope((work) => keepConnection(work, body, { reach, field }));
    return kept.ok ? done({}) : atItsField(kept);
  },

  'POST /api/partners/connections/:id/pause': async ({ inScope }, { params, body }) => {
    const paused = await inScope((work) => pauseConnection(work, params.id, body.paused));
    return paused.ok ? done({}) : paused;
  },

  'POST /api/partners/connections/:id/again': ({ inScope }, { params }) =>
    inScope(async (work) => done({ again: await sendFailedAgain(work, params.id) })),

  'GET /api/partners/handoffs/:id': ({ inScope }, { params }) => inScope((work) => viewHandoffs(work, params.id)),
});
