import type { Context } from '../../../platform/http/context.ts';
import { atField } from '../../../platform/http/at-field.ts';
import type { Answer, Handlers, Refused } from '../../../platform/http/serve.ts';
import { done, refuse, type Refusal } from '../../../platform/result.ts';
import {
  createAccount,
  findAccountCard,
  findFactorRequirement,
  linkSso,
  listAccountCards,
  requireFactor,
  resetFactor,
  resetPassword,
  setAccountState,
  unlinkSso,
} from '../../accounts/index.ts';
import { isPostKind } from '../../bodies/index.ts';
import type { accountRoutes } from '../contract/account-routes.ts';
import { viewCard, viewEvent } from '../queries/view-account.ts';
import type { SessionParts } from './session.ts';

const PAGE = 50;

const fieldOf: Readonly<Record<string, string>> = {
  'account.reason_needed': 'reason',
  'account.login_shape': 'login',
  'account.login_taken': 'login',
  'account.name_shape': 'nameZh',
  'factor.no_post_kinds': 'postKinds',
  'factor.grace_out_of_range': 'graceDays',
};

/** A refusal at the field that it is about, where it is about one. */
function placed(refusal: Refusal): Refused {
  const field = fieldOf[refusal.code];
  return field ? atField(field, refusal) : refusal;
}

const plain = (result: { readonly ok: true } | Refusal): Answer<Record<string, never>> =>
  result.ok ? done({}) : placed(result);

/** The account of the administrator; whoever has the permission is a worker. */
function adminOf({ actor }: Context): string {
  if (actor.kind !== 'worker') throw new Error('accounts are administered by somebody in a post');
  return actor.accountId;
}

/** Other people's accounts, for who administers them. */
export const accountHandlers = ({ sso }: SessionParts): Handlers<Context, typeof accountRoutes> => ({
  'GET /api/accounts': ({ inScope }, { query }) =>
    inScope(async (work) => {
      const cards = await listAccountCards(work, { ...query, limit: PAGE + 1 });
      const shown = cards.slice(0, PAGE);
      return done({ accounts: shown.map(viewCard), next: cards.length > PAGE ? (shown.at(-1)?.login ?? null) : null });
    }),

  'GET /api/accounts/:id': ({ inScope }, { params }) =>
    inScope(async (work) => {
      const account = await findAccountCard(work, params.id);
      if (!account) return refuse('account.not_found');
      const { events, ...card } = account;
      return done({ ...viewCard(card), events: events.map(viewEvent) });
    }),

  'POST /api/accounts': async (context, { body }) => {
    const keys = await context.keys();
    const made = await context.inScope((work) => createAccount(work, { ...body, byAccountId: adminOf(context) }, keys));
    return made.ok ? made : placed(made);
  },

  'POST /api/accounts/:id/password': async (context, { params, body }) => {
    const keys = await context.keys();
    const input = { ...body, accountId: params.id, byAccountId: adminOf(context) };
    const reset = await context.inScope((work) => resetPassword(work, input, keys));
    return reset.ok ? reset : placed(reset);
  },

  'POST /api/accounts/:id/factor': async (context, { params, body }) => {
    const input = { ...body, accountId: params.id, byAccountId: adminOf(context) };
    return plain(await context.inScope((work) => resetFactor(work, input)));
  },

  'POST /api/accounts/:id/state': async (context, { params, body }) => {
    const input = { ...body, accountId: params.id, byAccountId: adminOf(context) };
    return plain(await context.inScope((work) => setAccountState(work, input)));
  },

  'POST /api/accounts/:id/sso': async (context, { params, body }) => {
    if (!sso) return refuse('sso.off');
    const by = { accountId: params.id, byAccountId: adminOf(context), reason: body.reason };
    if (by.accountId === by.byAccountId) return refuse('account.own');
    const subject = body.subject.trim();
    if (subject !== '')
      return plain(await context.inScope((work) => linkSso(work, { ...by, issuer: sso.issuer, subject })));
    await context.inScope((work) => unlinkSso(work, by));
    return done({});
  },

  'GET /api/factor-requirement': ({ inScope }) =>
    inScope(async (work) => {
      const found = await findFactorRequirement(work);
      if (!found) return done({ requirement: null });
      const { reach, graceDays, at, byZh, byEn } = found;
      const postKinds = found.postKinds.filter(isPostKind);
      return done({ requirement: { reach, postKinds, graceDays, at: at.toISOString(), by: { zh: byZh, en: byEn } } });
    }),

  'POST /api/factor-requirement': async (context, { body }) =>
    plain(await context.inScope((work) => requireFactor(work, { ...body, byAccountId: adminOf(context) }))),
});
