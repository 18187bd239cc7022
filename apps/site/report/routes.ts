import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Faults, Said, SiteDeps } from '../deps.ts';
import { keepFollowing } from '../follow/cookie.ts';
import { sendPage } from '../page.ts';
import { keepPreferences } from '../preferences.ts';
import { readForm } from '../read-form.ts';
import type { OpenVisit } from '../visit.ts';
import {
  asRaising,
  draftFrom,
  faultsOn,
  inGrid,
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
  type Telling = { faults?: Faults; refused?: Said };
  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    page: PageName,
    draft: Draft,
    { faults = {}, refused }: Telling = {},
  ) => {
    const [visit, subdistricts] = await Promise.all([openVisit(request), deps.communities()]);
    const elsewhere = deps.findRightChannels(draft.what);
    const shown = { draft, faults, subdistricts, opening: deps.opening, elsewhere, ...(refused ? { refused } : {}) };
    const status = refused || Object.keys(faults).length > 0 ? 422 : 200;
    return sendPage(reply, visit, drawReport(visit, page, shown), { status });
  };

  const sent = async (request: FastifyRequest) => {
    const form = await readForm(request, deps);
    return { draft: withCommunityNamed(draftFrom(form), await deps.communities()), photoFaults: form.photoFaults };
  };

  /** The first page with a fault among those before `page`, or nothing when the person may go on. */
  const firstFaulty = async (page: PageName | 'receipt', draft: Draft, photoFaults: Faults) => {
    const behind = page === 'receipt' ? pageNames : pageNames.slice(0, pageNames.indexOf(page));
    const faults = { ...faultsOn(behind, await deps.checkRaise(asRaising(draft))), ...photoFaults };
    return faultyPage(faults);
  };

  app.get('/report', async (request, reply) => {
    const { community, grid } = request.query as Record<string, unknown>;
    const given = typeof community === 'string' ? newDraft(community) : newDraft('');
    return show(
      request,
      reply,
      'what',
      typeof grid === 'string' ? inGrid(given, grid, await deps.communities()) : given,
    );
  });
  for (const path of ['/report/where', '/report/send', '/receipt'])
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
      return faulty
        ? show(request, reply, faulty.page, draft, { faults: faulty.faults })
        : show(request, reply, page, draft);
    });

  app.post('/receipt', async (request, reply) => {
    const { draft, photoFaults } = await sent(request);
    const faulty = await firstFaulty('receipt', draft, photoFaults);
    if (faulty) return show(request, reply, faulty.page, draft, { faults: faulty.faults });
    const raised = await deps.raise(asRaising(draft));
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

/** Where the first of these faults is put right, with the faults that can be put right there. */
function faultyPage(faults: Faults): { page: PageName; faults: Faults } | undefined {
  const page = pageNames.find((name) => Object.keys(faultsOn([name], faults)).length > 0);
  return page && { page, faults: faultsOn([page], faults) };
}
