import { v7 as uuidv7 } from 'uuid';
import type { Context } from '../../platform/http/context.ts';
import type { Answer, Handlers } from '../../platform/http/serve.ts';
import { done, refuse, type Result } from '../../platform/result.ts';
import { areaScope, noScope, type Actor, type Scope } from '../../platform/work.ts';
import {
  findCommandMatter,
  findCourse,
  findLivingOn,
  sayWhatChanged,
  storePhoto,
  takeStep,
  type MovedOn,
  type StepDone,
  type TakeStep,
} from '../matters/index.ts';
import { joinRequest, type JoinRequest } from './actions/join-request.ts';
import { keepPace, type Sender } from './actions/keep-pace.ts';
import { maskPublication } from './actions/mask-publication.ts';
import { decideObjection, objectToPublication } from './actions/object-to-publication.ts';
import { raiseRequest } from './actions/raise-request.ts';
import { revealPhone } from './actions/reveal-phone.ts';
import { showCode } from './actions/show-code.ts';
import type { Channel } from './contract/category.ts';
import type { FollowPage, RaiseInput, Receipt, requestsRoutes } from './contract/routes.ts';
import { addJoined, findFollowPage } from './queries/find-follow-page.ts';
import { findRequestFacts } from './queries/find-request-facts.ts';
import { getReceipt } from './queries/get-receipt.ts';
import { listAlike } from './queries/list-alike.ts';
import { listMattersOfPhone } from './queries/list-matters-of-phone.ts';
import { listCommunities } from './queries/list-communities.ts';
import { findPublication, listPublications } from './queries/list-publications.ts';
import { previewPublication } from './queries/view-publicity.ts';

type Ways = Pick<Context, 'as' | 'inScope' | 'keys' | 'db' | 'districtId' | 'now' | 'files' | 'maxPhotoBytes'>;

export const reporterOf = (matterId: string): { actor: Actor; scope: Scope } => ({
  actor: { kind: 'resident', matterId },
  scope: { ...noScope, matterId },
});
const everyone = { actor: { kind: 'public' }, scope: noScope } as const;

/** What residents send themselves; the rest is taken down by a worker. */
const ownChannels: readonly Channel[] = ['site', 'open311'];

/**
 * Raises a request and gives its receipt; the same command gives the same receipt. A resident's own is taken at the
 * pace of its `sender`.
 */
export async function raiseAndReceive(
  ways: Ways,
  input: RaiseInput & { channel: Channel },
  sender: Sender = {},
): Promise<Answer<Receipt>> {
  const keys = await ways.keys();
  const may = await ways.as(everyone.actor, everyone.scope, async (work) =>
    (await findCommandMatter(work, input.commandId))
      ? done(null)
      : keepPace(work, { ...sender, commandId: input.commandId }, keys),
  );
  if (!may.ok) return may;
  const matterId = uuidv7();
  const { actor, scope } = reporterOf(matterId);
  const raised = ownChannels.includes(input.channel)
    ? await ways.as(actor, scope, (work) => raiseRequest(work, { ...input, matterId }, keys))
    : await ways.inScope((work) => raiseRequest(work, { ...input, matterId }, keys));
  if (!raised.ok) return raised;
  const reader = reporterOf(raised.value.matterId);
  return ways.as(reader.actor, reader.scope, async (work) => done(await getReceipt(work, raised.value.matterId, keys)));
}

/** Says of a public request "this is mine too" and gives the receipt of it, at the pace of its `sender`; the same command gives the same receipt. */
export async function joinAndReceive(
  ways: Ways,
  { phone = '', ...input }: Omit<JoinRequest, 'matterId' | 'contact'> & { readonly phone?: string },
  sender: Sender = {},
): Promise<Answer<Receipt>> {
  const keys = await ways.keys();
  const may = await ways.as(everyone.actor, everyone.scope, async (work) =>
    (await findCommandMatter(work, input.commandId))
      ? done(null)
      : keepPace(work, { ...sender, commandId: input.commandId }, keys),
  );
  if (!may.ok) return may;
  const matterId = uuidv7();
  const joined = await ways.as(reporterOf(matterId).actor, wholeDistrict, (work) =>
    joinRequest(work, { ...input, matterId, contact: { phone, keys } }),
  );
  if (!joined.ok) return joined;
  const reader = reporterOf(joined.value.matterId);
  return ways.as(reader.actor, reader.scope, async (work) => done(await getReceipt(work, joined.value.matterId, keys)));
}

/** Only to find the way from a matter to the one it was merged into, and to tie the two; nothing of it is shown. */
const wholeDistrict = areaScope('');

const findJoinedId = (ways: Ways, matterId: string): Promise<string | undefined> =>
  ways.as(reporterOf(matterId).actor, wholeDistrict, (work) => findLivingOn(work, matterId));

/** What only whoever joined in may say of the matter that lives on. */
const supportersSteps: readonly string[] = ['neighbourSays'];

/** Takes a step as the person who asked; whoever joined in another matter says there what is theirs to say. */
export async function takeReporterStep(ways: Ways, order: TakeStep): Promise<Answer<StepDone>> {
  const { actor, scope } = reporterOf(order.matterId);
  const joinedId = supportersSteps.includes(order.step) ? await findJoinedId(ways, order.matterId) : undefined;
  if (joinedId !== undefined)
    return withoutChanges(
      await ways.as(actor, { ...noScope, matterId: joinedId }, (work) =>
        takeStep(work, { ...order, matterId: joinedId }),
      ),
    );
  const answer = await ways.as(actor, scope, (work) => takeStep(work, order));
  return answer.ok ? answer : ways.as(actor, scope, (work) => sayWhatChanged(work, order.matterId, answer));
}

/** Objects to publication as the person who asked. */
export function objectAsReporter(
  ways: Pick<Ways, 'as'>,
  order: { readonly matterId: string; readonly commandId: string; readonly reason: string },
): Promise<Answer<{ repeated: boolean }>> {
  const { actor, scope } = reporterOf(order.matterId);
  return ways.as(actor, scope, (work) => objectToPublication(work, order));
}

/** Somebody who joined in reads nothing of what was written in the other matter meanwhile. */
function withoutChanges(answer: Answer<StepDone> | MovedOn): Answer<StepDone> {
  if (answer.ok || !('changedSince' in answer)) return answer;
  const { changedSince: _, ...refused } = answer;
  return refused;
}

/** Finds what the person who asked sees; with where the other matter stands, when theirs was joined with it. */
export async function followRequest(ways: Ways, matterId: string): Promise<FollowPage | undefined> {
  const { actor, scope } = reporterOf(matterId);
  const page = await ways.as(actor, scope, (work) => findFollowPage(work, matterId));
  const joinedId = page?.stage === 'final' && page.links.some(isWayOn) ? await findJoinedId(ways, matterId) : undefined;
  if (page === undefined || joinedId === undefined) return page;
  return ways.as(actor, { ...noScope, matterId: joinedId }, (work) => addJoined(work, page, joinedId));
}

const isWayOn = ({ kind, isAhead }: FollowPage['links'][number]): boolean => isAhead && kind !== 'partOf';

/** One of a resident's own requests, as a line of their list. */
export type OwnRequest = Pick<FollowPage, 'number' | 'title' | 'plain' | 'openedAt'> & { readonly matterId: string };

const endedShownMs = 90 * 86_400_000;

/**
 * Lists what somebody with this telephone number has raised (我的事), the newest first, each read as its reporter. What
 * ended more than ninety days ago is left out: numbers are given to other people after a while.
 */
export async function listOwnRequests(
  ways: Pick<Ways, 'as' | 'now'>,
  phoneIndex: Uint8Array,
): Promise<readonly OwnRequest[]> {
  const ids = await ways.as({ kind: 'public' }, areaScope(''), (work) => listMattersOfPhone(work, phoneIndex));
  const own: OwnRequest[] = [];
  for (const matterId of ids) {
    const { actor, scope } = reporterOf(matterId);
    const page = await ways.as(actor, scope, (work) => findFollowPage(work, matterId));
    const lastAt = page?.timeline.at(-1)?.at;
    if (!page || lastAt === undefined) continue;
    if (page.stage === 'final' && ways.now.getTime() - new Date(lastAt).getTime() > endedShownMs) continue;
    own.push({ matterId, number: page.number, title: page.title, plain: page.plain, openedAt: page.openedAt });
  }
  return own;
}

/** A sender at the site: an address of the network, and a person once they leave a telephone number. */
export const senderOf = (address: string, phone: string): Sender => ({ address, person: phone.replace(/\D/g, '') });

const tryCode = async (
  { db, districtId, now, keys }: Ways,
  { number, code }: { number: string; code: string },
  { ip: address }: { ip: string },
) => showCode(db, { districtId, number, code, address, now }, await keys());

/** What the requests answer on their routes. */
export const requestsHandlers: Handlers<Context, typeof requestsRoutes> = {
  'POST /api/requests': (context, { body }) => raiseAndReceive(context, body),

  'GET /api/requests/:id': ({ inScope }, { params }) =>
    inScope(async (work) => {
      const facts = await findRequestFacts(work, params.id);
      return facts ? done(facts) : refuse('matter.not_found');
    }),

  'POST /api/requests/:id/reveal': async ({ inScope, keys }, { params, body }) => {
    const opened = await keys();
    return inScope((work): Promise<Result<{ phone: string }>> =>
      revealPhone(work, { matterId: params.id, ...body }, opened),
    );
  },

  'POST /api/requests/:id/public/preview': ({ inScope }, { params, body }) =>
    inScope(async (work) => {
      if (!(await findCourse(work, params.id))) return refuse('matter.not_found');
      const preview = await previewPublication(work, params.id, body.draft);
      return done({ answer: preview?.answer ?? null });
    }),

  'POST /api/requests/:id/masks': ({ inScope }, { params, body }) =>
    inScope((work) => maskPublication(work, { matterId: params.id, ...body })),

  'POST /api/requests/:id/objection': ({ inScope }, { params, body }) =>
    inScope((work) => decideObjection(work, { matterId: params.id, ...body })),

  'GET /api/communities': ({ as }) =>
    as(everyone.actor, everyone.scope, async (work) => done({ subdistricts: await listCommunities(work) })),

  'POST /api/public/photos': ({ as, files, maxPhotoBytes }, { upload }) =>
    as(everyone.actor, everyone.scope, (work) => storePhoto(work, { bytes: upload, maxBytes: maxPhotoBytes, files })),

  'POST /api/public/requests': (context, { body, request }) =>
    raiseAndReceive(context, { ...body, channel: 'site' }, senderOf(request.ip, body.phone)),

  'POST /api/public/follow': async (context, { body, request }) => {
    const shown = await tryCode(context, body, request);
    if (!shown.ok) return shown;
    const page = await followRequest(context, shown.value.matterId);
    return page ? done(page) : refuse('matter.not_found');
  },

  'POST /api/public/follow/steps/:step': async (context, { params, body, request }) => {
    const shown = await tryCode(context, body, request);
    if (!shown.ok) return shown;
    const { commandId, seenSeq, input } = body;
    return takeReporterStep(context, { matterId: shown.value.matterId, step: params.step, commandId, seenSeq, input });
  },

  'POST /api/public/follow/objection': async (context, { body, request }) => {
    const { commandId, reason } = body;
    const shown = await tryCode(context, body, request);
    return shown.ok ? objectAsReporter(context, { matterId: shown.value.matterId, commandId, reason }) : shown;
  },

  'POST /api/public/requests/:number/join': (context, { params, body, request }) =>
    joinAndReceive(context, { ...body, number: params.number }, senderOf(request.ip, '')),

  'GET /api/public/requests': ({ as }, { query }) =>
    as(everyone.actor, everyone.scope, (work) => listPublications(work, query)),

  'POST /api/public/requests/alike': ({ as }, { body }) =>
    as(everyone.actor, everyone.scope, async (work) => done({ rows: await listAlike(work, body) })),

  'GET /api/public/requests/:number': ({ as }, { params }) =>
    as(everyone.actor, everyone.scope, async (work) => {
      const publication = await findPublication(work, params.number);
      return publication ? done(publication) : refuse('request.not_found');
    }),
};
