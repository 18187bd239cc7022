import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { v5 as uuidv5 } from 'uuid';
import type { RefusalDetails } from '../../../platform/result.ts';
import type { EndedPlace, Faults, Said, SiteDeps, WhichGrid } from '../deps.ts';
import { keepFollowing } from '../follow/cookie.ts';
import { residentToken } from '../my/cookie.ts';
import { sendPage } from '../page.ts';
import { keepPreferences } from '../preferences.ts';
import { readForm } from '../read-form.ts';
import type { OpenVisit } from '../visit.ts';
import {
  askedFor,
  asRaising,
  draftFrom,
  faultsOn,
  isPageName,
  newDraft,
  pageNames,
  withCommunityNamed,
  type Draft,
  type PageName,
} from './draft.ts';
import { drawReport } from './pages.ts';
import { keepReceipt } from './receipt-cookie.ts';

/** The three pages of a report and sending it; each page is asked for with the whole draft in the form. */
export function registerReport(app: FastifyInstance, deps: SiteDeps, openVisit: OpenVisit): void {
  type Telling = {
    faults?: Faults;
    refused?: Said & { details?: RefusalDetails };
    candidates?: WhichGrid['candidates'];
    ended?: EndedPlace;
  };
  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    page: PageName,
    draft: Draft,
    { faults = {}, refused, candidates = [], ended }: Telling = {},
  ) => {
    const [visit, subdistricts] = await Promise.all([openVisit(request), deps.communities()]);
    const sign = draft.gridFor === 'sign' ? await deps.findGrid(draft.grid) : undefined;
    const shown = {
      draft,
      faults,
      subdistricts,
      candidates,
      opening: deps.opening,
      elsewhere: deps.findRightChannels(draft.what),
      ...(page === 'send'
        ? { proposed: deps.proposeCategory(draft.what), alike: await deps.findAlike(asRaising(draft)) }
        : {}),
      ...(sign ? { sign: sign.name } : {}),
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
    return { draft: forgetOldGrid(draft), photoFaults: form.photoFaults };
  };

  /** Asks which grid is meant, where the place may lie in several and nobody has said. */
  const askGrid = async (draft: Draft): Promise<{ draft: Draft; asked?: Telling }> => {
    if (draft.grid !== '' && draft.gridFor !== 'sign') return { draft };
    const { found, asks, candidates } = await deps.locatePlace(draft.community, draft.place);
    if (draft.gridFor === 'sign')
      return { draft: found === null || found === draft.grid ? draft : { ...draft, grid: '', gridFor: '' } };
    return asks && candidates.length > 1 ? { draft, asked: { faults: { grid: asks }, candidates } } : { draft };
  };

  /** The first page with a fault among those before `page`, or nothing when the person may go on. */
  const firstFaulty = async (page: PageName | 'receipt', draft: Draft, photoFaults: Faults) => {
    const behind = page === 'receipt' ? pageNames : pageNames.slice(0, pageNames.indexOf(page));
    const faults = { ...faultsOn(behind, await deps.checkRaise(asRaising(draft))), ...photoFaults };
    return faultyPage(faults);
  };

  app.get('/report', async (request, reply) => {
    const { community, grid } = request.query as Record<string, unknown>;
    // Who is signed in need not type the number again; it can be taken out on the last page.
    const token = residentToken(request);
    const phone = (token === undefined ? undefined : await deps.resident.phone(token)) ?? '';
    const asked = [grid, community].find((code): code is string => typeof code === 'string') ?? '';
    const ended = await deps.ended(asked);
    const known = await deps.findGrid(ended?.now.code ?? asked);
    const where = known
      ? { community: known.code.slice(0, 12), grid: known.code }
      : { community: ended?.now.code ?? (typeof community === 'string' ? community : '') };
    return show(request, reply, 'what', newDraft({ ...where, phone }), ended ? { ended } : {});
  });
  app.get('/g/:code', (request, reply) => {
    const { code } = request.params as { code: string };
    return reply.redirect(/^\d{15,18}$/.test(code) ? `/report?grid=${code}` : '/report', 303);
  });
  for (const path of ['/report/where', '/report/send', '/report/join', '/receipt'])
    app.get(path, (_, reply) => reply.redirect('/report', 303));

  app.post('/report', async (request, reply) => {
    const { page } = request.query as Record<string, unknown>;
    keepPreferences(request, reply);
    const { draft, photoFaults } = await sent(request);
    return show(request, reply, isPageName(page) ? page : 'what', draft, { faults: photoFaults });
  });

  for (const page of ['where', 'send'] as const)
    app.post(`/report/${page}`, async (request, reply) => {
      const { draft, photoFaults } = await sent(request);
      const faulty = await firstFaulty(page, draft, photoFaults);
      if (faulty) return show(request, reply, faulty.page, draft, { faults: faulty.faults });
      if (page !== 'send') return show(request, reply, page, draft);
      const where = await askGrid(draft);
      return where.asked ? show(request, reply, 'where', draft, where.asked) : show(request, reply, page, where.draft);
    });

  app.post<{ Querystring: { number?: string } }>('/report/join', async (request, reply) => {
    const { draft } = await sent(request);
    const number = request.query.number ?? '';
    const { what, photos, phone } = draft;
    // Pressed twice it joins once; and the report itself can still be sent for itself.
    const commandId = uuidv5(number, draft.commandId);
    const joined = await deps.join({ commandId, number, words: what, photos, phone });
    if (joined.ok) {
      keepReceipt(request, reply, deps, joined.value);
      keepFollowing(request, reply, deps, joined.value);
      return reply.redirect(`/receipt/${joined.value.number}`, 303);
    }
    const where = joined.fields && faultyPage(joined.fields);
    return where
      ? show(request, reply, where.page, draft, { faults: where.faults })
      : show(request, reply, 'send', draft, { refused: joined });
  });

  app.post('/receipt', async (request, reply) => {
    const { draft, photoFaults } = await sent(request);
    const faulty = await firstFaulty('receipt', draft, photoFaults);
    if (faulty) return show(request, reply, faulty.page, draft, { faults: faulty.faults });
    const asking = await askGrid(draft);
    if (asking.asked) return show(request, reply, 'where', draft, asking.asked);
    const raised = await deps.raise(asRaising(asking.draft), request.ip);
    if (!raised.ok) {
      const where = raised.fields && faultyPage(raised.fields);
      return where
        ? show(request, reply, where.page, draft, { faults: where.faults })
        : show(request, reply, 'send', draft, { refused: raised });
    }
    keepReceipt(request, reply, deps, raised.value);
    keepFollowing(request, reply, deps, { number: raised.value.number, matterId: raised.value.matterId });
    return reply.redirect(`/receipt/${raised.value.number}`, 303);
  });
}

/** A choice holds for the community and the place it was made for; that of a sign for its community. */
function forgetOldGrid(draft: Draft): Draft {
  const holds = draft.gridFor === 'sign' ? draft.grid.startsWith(draft.community) : draft.gridFor === askedFor(draft);
  return holds && draft.community !== '' ? draft : { ...draft, grid: '', gridFor: '' };
}

/** Where the first of these faults is put right, with the faults that can be put right there. */
function faultyPage(faults: Faults): { page: PageName; faults: Faults } | undefined {
  const page = pageNames.find((name) => Object.keys(faultsOn([name], faults)).length > 0);
  return page && { page, faults: faultsOn([page], faults) };
}
