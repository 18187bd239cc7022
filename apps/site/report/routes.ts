import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { v5 as uuidv5 } from 'uuid';
import type { RefusalDetails } from '../../../platform/result.ts';
import type { EndedPlace, Faults, Said, SiteDeps } from '../deps.ts';
import { keepFollowing } from '../follow/cookie.ts';
import { residentToken } from '../my/cookie.ts';
import { sendPage } from '../page.ts';
import { keepPreferences } from '../preferences.ts';
import { readForm } from '../read-form.ts';
import type { OpenVisit } from '../visit.ts';
import {
  asRaising,
  draftFrom,
  faultsOn,
  forgetOldGrid,
  isBrought,
  isPageName,
  newDraft,
  pageNames,
  pagesOf,
  withCommunityNamed,
  type Draft,
  type PageName,
} from './draft.ts';
import { registerMap, showMap } from './map-routes.ts';
import { drawReport } from './pages.ts';
import { settleHere, settlePlace, type Placed } from './place.ts';
import { keepReceipt } from './receipt-cookie.ts';

type Target = PageName | 'receipt';
type Telling = Omit<Placed, 'draft'> & {
  readonly refused?: Said & { details?: RefusalDetails };
  readonly ended?: EndedPlace;
};

/** The pages of a report and sending it; each page is asked for with the whole draft in the form. */
export function registerReport(app: FastifyInstance, deps: SiteDeps, openVisit: OpenVisit): void {
  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    page: PageName,
    draft: Draft,
    { faults = {}, refused, candidates = [], told, ended }: Telling = {},
  ) => {
    const [visit, subdistricts] = await Promise.all([openVisit(request), deps.communities()]);
    const sign = isBrought(draft) && draft.grid !== '' ? await deps.findGrid(draft.grid) : undefined;
    const shown = {
      draft,
      faults,
      subdistricts,
      candidates,
      pages: pagesOf(draft, visit.isLarge),
      opening: deps.opening,
      elsewhere: deps.findRightChannels(draft.what),
      ...(page === 'send'
        ? { proposed: deps.proposeCategory(draft.what), alike: await deps.findAlike(asRaising(draft)) }
        : {}),
      ...(sign ? { sign: sign.name } : {}),
      ...(told ? { told } : {}),
      ...(refused ? { refused } : {}),
      ...(ended ? { ended } : {}),
    };
    const wait = refused?.code === 'pace.locked' ? refused.details?.['seconds'] : undefined;
    if (wait !== undefined) void reply.header('retry-after', wait);
    const status = wait !== undefined ? 429 : refused || Object.keys(faults).length > 0 ? 422 : 200;
    // A number must not be kept, and beside words that others choose its length must not tell.
    return sendPage(reply, visit, drawReport(visit, page, shown), { status, private: draft.phone !== '' });
  };

  const sent = async (request: FastifyRequest) => {
    const form = await readForm(request, deps);
    const draft = withCommunityNamed(draftFrom(form), await deps.communities());
    return { form, draft: forgetOldGrid(draft), photoFaults: form.photoFaults };
  };

  /** What to put right on the pages before `target`, the first of them; or the draft, ready to go on. */
  const checkBefore = async (
    request: FastifyRequest,
    target: Target,
    draft: Draft,
    photoFaults: Faults,
  ): Promise<{ placed: Placed; faulty?: PageName }> => {
    const all = pagesOf(draft, (await openVisit(request)).isLarge);
    const behind = target === 'receipt' ? all : all.slice(0, all.indexOf(target));
    const placed: Placed = behind.includes('where') ? await settlePlace(deps, draft) : { draft };
    const checked = await deps.checkRaise(asRaising(placed.draft));
    const faults = { ...faultsOn(behind, checked, all), ...photoFaults };
    const page = faultyPage(faults, all) ?? (placed.faults && 'where');
    if (page === undefined) return { placed };
    const asked = page === 'where' ? { ...withoutCommunityTwice(faults, placed), ...placed.faults } : faults;
    return { placed: { ...placed, faults: faultsOn([page], asked, all) }, faulty: page };
  };

  app.get('/report', async (request, reply) => {
    const { community, grid, first } = request.query as Record<string, unknown>;
    // Who is signed in need not type the number again; it can be taken out on the last page.
    const token = residentToken(request);
    const phone = (token === undefined ? undefined : await deps.resident.phone(token)) ?? '';
    const asked = [grid, community].find((code): code is string => typeof code === 'string') ?? '';
    const ended = await deps.ended(asked);
    const known = await deps.findGrid(ended?.now.code ?? asked);
    // The sign of a grid that nobody knows any more still says the community.
    const signed = typeof grid === 'string' && /^\d{15}$/.test(grid) ? grid.slice(0, 12) : '';
    const where = known
      ? { community: known.code.slice(0, 12), grid: known.code }
      : { community: ended?.now.code ?? (typeof community === 'string' ? community : signed) };
    const order = first === 'photo' ? 'photo' : 'words';
    const page = order === 'photo' ? 'photo' : 'what';
    return show(request, reply, page, newDraft({ ...where, phone, order }), ended ? { ended } : {});
  });
  app.get('/g/:code', (request, reply) => {
    const { code } = request.params as { code: string };
    return reply.redirect(/^\d{15,18}$/.test(code) ? `/report?grid=${code}` : '/report', 303);
  });
  for (const path of [...pageNames.map((page) => `/report/${page}`), '/report/join', '/receipt'])
    app.get(path, (_, reply) => reply.redirect('/report', 303));
  registerMap(app, deps, openVisit);

  // Shows a page with what is in the form, checking nothing; on the page of the place what the device or a map says is taken.
  app.post('/report', async (request, reply) => {
    const { page } = request.query as Record<string, unknown>;
    keepPreferences(request, reply, deps.tongues);
    const { form, draft, photoFaults } = await sent(request);
    if (page === 'map') {
      const chosen = await showMap({ request, reply, deps, openVisit, form, draft });
      return chosen ? show(request, reply, 'where', chosen) : reply;
    }
    const here = page === 'where' ? form.one('here') : '';
    if (here !== '') {
      const { draft: placed, ...telling } = await settleHere(deps, draft, here);
      return show(request, reply, 'where', placed, telling);
    }
    return show(request, reply, isPageName(page) ? page : 'what', draft, { faults: photoFaults });
  });

  for (const page of pageNames)
    app.post(`/report/${page}`, async (request, reply) => {
      const { draft, photoFaults } = await sent(request);
      const { placed, faulty } = await checkBefore(request, page, draft, photoFaults);
      return show(request, reply, faulty ?? page, placed.draft, placed);
    });

  const refuse = async (
    request: FastifyRequest,
    reply: FastifyReply,
    draft: Draft,
    refused: Said & { readonly fields?: Faults; readonly details?: RefusalDetails },
  ) => {
    const all = pagesOf(draft, (await openVisit(request)).isLarge);
    const page = refused.fields && faultyPage(refused.fields, all);
    return page
      ? show(request, reply, page, draft, { faults: faultsOn([page], refused.fields ?? {}, all) })
      : show(request, reply, 'send', draft, { refused });
  };

  app.post<{ Querystring: { number?: string } }>('/report/join', async (request, reply) => {
    const { draft } = await sent(request);
    const number = request.query.number ?? '';
    const { what, photos, phone } = draft;
    // Pressed twice it joins once; and the report itself can still be sent for itself.
    const commandId = uuidv5(number, draft.commandId);
    const joined = await deps.join({ commandId, number, words: what, photos, phone }, request.ip);
    if (!joined.ok) return refuse(request, reply, draft, joined);
    keepReceipt(request, reply, deps, joined.value);
    keepFollowing(request, reply, deps, joined.value);
    return reply.redirect(`/receipt/${joined.value.number}`, 303);
  });

  app.post('/receipt', async (request, reply) => {
    const { draft, photoFaults } = await sent(request);
    const { placed, faulty } = await checkBefore(request, 'receipt', draft, photoFaults);
    if (faulty) return show(request, reply, faulty, placed.draft, placed);
    const raised = await deps.raise(asRaising(placed.draft), request.ip);
    if (!raised.ok) return refuse(request, reply, placed.draft, raised);
    keepReceipt(request, reply, deps, raised.value);
    keepFollowing(request, reply, deps, { number: raised.value.number, matterId: raised.value.matterId });
    return reply.redirect(`/receipt/${raised.value.number}`, 303);
  });
}

/** The place says the community, also the one chosen where several may be meant: while that is asked for, the community is not. */
function withoutCommunityTwice(faults: Faults, { candidates = [] }: Placed): Faults {
  const { community: _, ...others } = faults;
  return candidates.length > 0 || faults['place'] !== undefined ? others : faults;
}

/** The first page on which one of these faults is put right. */
const faultyPage = (faults: Faults, all: readonly PageName[]): PageName | undefined =>
  all.find((page) => Object.keys(faultsOn([page], faults, all)).length > 0);
