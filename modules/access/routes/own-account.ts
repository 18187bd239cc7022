import type { FastifyRequest } from 'fastify';
import QRCode from 'qrcode';
import type { Context } from '../../../platform/http/context.ts';
import { atField } from '../../../platform/http/at-field.ts';
import type { Answer, Handlers } from '../../../platform/http/serve.ts';
import { done, refuse, type Result } from '../../../platform/result.ts';
import {
  changePassword,
  computeFactorDue,
  confirmFactor,
  endOtherSessions,
  endOwnSession,
  findOwnAccount,
  isSignInFresh,
  noteTold,
  offerFactor,
  proveAgain,
  proveFresh,
  removeFactor,
  renewRecoveryCodes,
  unlinkSso,
  type LiveSession,
} from '../../accounts/index.ts';
import { findPostsOf } from '../../bodies/index.ts';
import type { ownAccountRoutes } from '../contract/account-routes.ts';
import { getDistrictName } from '../queries/find-me.ts';
import { viewCard, viewEvent } from '../queries/view-account.ts';
import { asPublic, keepDevice, liveSession, originOf, sayWho, type SessionParts } from './session.ts';

type Owned = 'password' | 'setup' | null;

/**
 * Gives the session of whoever asks, if it may do this: all is open to a finished sign-in, one thing each to one that
 * still owes a password or a factor, nothing to one that waits for a code.
 */
async function own(context: Context, opensWhileOwing: Owned = null): Promise<Result<LiveSession>> {
  const live = await liveSession(context);
  if (!live || !context.session) return refuse('session.needed');
  const { owes } = context.session;
  return owes === null || owes === opensWhileOwing ? done(live) : refuse('session.unfinished');
}

/** As `own`, and it is still the person who signed in. */
async function ownFresh(
  context: Context,
  request: FastifyRequest,
  password: string,
  opensWhileOwing: Owned = null,
): Promise<Answer<LiveSession>> {
  const session = await own(context, opensWhileOwing);
  if (!session.ok) return session;
  const proof = { session: session.value, password, origin: originOf(request), now: context.now };
  const proved = await proveFresh(context.db, proof);
  if (proved.ok) return session;
  return proved.code === 'password.wrong' ? atField('password', proved) : proved;
}

/** The earliest instant from which one of the person's posts needs a factor. */
const dueOf = (context: Context, session: LiveSession): Promise<Date | null> =>
  asPublic(context, async (work) => {
    const posts = await findPostsOf(work, session.accountId);
    const dues = [null, ...posts.map(({ kind }) => kind)].map((kind) => computeFactorDue(session, kind));
    return dues.reduce((one, other) => (one && other ? (one < other ? one : other) : (one ?? other)), null);
  });

/** One's own account: password, second factor, sessions, what was done to it. */
export const ownAccountHandlers = ({ sso }: SessionParts): Handlers<Context, typeof ownAccountRoutes> => ({
  'GET /api/account': async (context) => {
    const session = await own(context, context.session?.owes === 'factor' ? null : (context.session?.owes ?? null));
    if (!session.ok) return session;
    const { accountId, sessionId, provedAt } = session.value;
    const due = await dueOf(context, session.value);
    const account = await asPublic(context, (work) => findOwnAccount(work, accountId));
    if (!account) return refuse('account.not_found');
    const { sessions, events, recoveryCodesLeft, ...card } = account;
    return done({
      ...viewCard(card),
      recoveryCodesLeft,
      factorDueAt: due?.toISOString() ?? null,
      asksPassword: card.hasPassword && !isSignInFresh(provedAt, context.now),
      ssoName: sso?.name ?? null,
      sessions: sessions.map(({ id, device, way, since, lastSeenAt }) => ({
        id,
        device,
        way,
        since: since.toISOString(),
        lastSeenAt: lastSeenAt.toISOString(),
        isThis: id === sessionId,
      })),
      events: events.map(viewEvent),
    });
  },

  'POST /api/account/password': async (context, { body, request }) => {
    const session = await own(context, 'password');
    if (!session.ok) return session;
    const given = { session: session.value, ...body, origin: originOf(request), now: context.now };
    const changed = await changePassword(context.db, given);
    if (!changed.ok) {
      if (changed.code === 'password.wrong_old') return atField('old', changed);
      const isOfField = !['password.none', 'password.meanwhile', 'session.locked'].includes(changed.code);
      return isOfField ? atField('next', changed) : changed;
    }
    context.setSession(changed.value.token);
    keepDevice(context, request, changed.value.device);
    return sayWho(context, changed.value.token);
  },

  'POST /api/account/prove': async (context, { body, request }) => {
    const session = await own(context);
    if (!session.ok) return session;
    const proof = { session: session.value, ...body, origin: originOf(request), now: context.now };
    const proved = await proveAgain(context.db, proof, await context.keys());
    if (proved.ok) return done({});
    if (proved.code === 'password.wrong') return atField('password', proved);
    return proved.code === 'factor.wrong_code' ? atField('code', proved) : proved;
  },

  'POST /api/account/factor/offer': async (context, { body, request }) => {
    const session = await ownFresh(context, request, body.password, 'setup');
    if (!session.ok) return session;
    const keys = await context.keys();
    const offered = await asPublic(context, async (work) => {
      const district = await getDistrictName(work);
      return offerFactor(work, session.value, `邻里 ${district.zh}`, keys);
    });
    if (!offered.ok) return offered;
    const qr = await QRCode.toString(offered.value.address, { type: 'svg', margin: 2 });
    return done({ ...offered.value, qr });
  },

  'POST /api/account/factor/confirm': async (context, { body }) => {
    const session = await own(context, 'setup');
    const { session: held } = context;
    if (!session.ok || !held) return session.ok ? refuse('session.needed') : session;
    const keys = await context.keys();
    const given = { session: session.value, token: held.token, code: body.code };
    const confirmed = await asPublic(context, (work) => confirmFactor(work, given, keys));
    if (!confirmed.ok) return confirmed.code === 'factor.wrong_code' ? atField('code', confirmed) : confirmed;
    const { token, recoveryCodes } = confirmed.value;
    context.setSession(token);
    const who = await sayWho(context, token);
    return who.ok ? done({ ...who.value, recoveryCodes: [...recoveryCodes] }) : who;
  },

  'POST /api/account/factor/codes': async (context, { body, request }) => {
    const session = await ownFresh(context, request, body.password);
    if (!session.ok) return session;
    const keys = await context.keys();
    const made = await asPublic(context, (work) => renewRecoveryCodes(work, session.value.accountId, keys));
    return made.ok ? done({ recoveryCodes: [...made.value] }) : made;
  },

  'POST /api/account/factor/remove': async (context, { body, request }) => {
    const session = await ownFresh(context, request, body.password);
    if (!session.ok) return session;
    const { accountId } = session.value;
    const isRequired = (await dueOf(context, session.value)) !== null;
    const removed = await asPublic(context, (work) => removeFactor(work, { accountId, isRequired }));
    return removed.ok ? done({}) : removed;
  },

  'POST /api/account/sessions/:id/end': async (context, { params }) => {
    const session = await own(context);
    if (!session.ok) return session;
    const ended = await asPublic(context, (work) =>
      endOwnSession(work, { accountId: session.value.accountId, sessionId: params.id }),
    );
    return ended.ok ? done({}) : ended;
  },

  'POST /api/account/sessions/end-others': async (context) => {
    const session = await own(context);
    const { session: held } = context;
    if (!session.ok || !held) return session.ok ? refuse('session.needed') : session;
    const { token } = held;
    const ended = await asPublic(context, (work) =>
      endOtherSessions(work, { accountId: session.value.accountId, token }),
    );
    return done({ ended });
  },

  'POST /api/account/notices/read': async (context) => {
    const session = await own(context);
    if (!session.ok) return session;
    await asPublic(context, (work) => noteTold(work, session.value.accountId));
    return done({});
  },

  'POST /api/account/sso/unlink': async (context, { body, request }) => {
    const session = await ownFresh(context, request, body.password);
    if (!session.ok) return session;
    const { accountId } = session.value;
    await asPublic(context, (work) => unlinkSso(work, { accountId, byAccountId: accountId }));
    return done({});
  },
});
