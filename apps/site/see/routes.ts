import type { FastifyInstance } from 'fastify';
import type { SiteDeps } from '../deps.ts';
import { askedOf } from '../open/area.ts';
import { sendPage } from '../page.ts';
import { sendNotFound } from '../refused.ts';
import type { OpenVisit } from '../visit.ts';
import { drawList } from './list-page.ts';
import { keepFollowing } from '../follow/cookie.ts';
import { isUuid, readForm } from '../read-form.ts';
import { keepReceipt } from '../report/receipt-cookie.ts';
import { drawPublicRequest } from './request-page.ts';

const MOST_WORDS = 50;

/** What is public (看社区): a list by words, place, kind, standing, result and days, and one request with its answer. */
export function registerSee(app: FastifyInstance, deps: SiteDeps, openVisit: OpenVisit): void {
  app.get('/see', async (request, reply) => {
    const asked = (name: string): string => askedOf(request.query, name);
    const sought = {
      words: [...asked('words')].slice(0, MOST_WORDS).join(''),
      community: asked('community'),
      category: asked('category'),
      standing: asked('standing'),
      outcome: asked('outcome'),
      from: asked('from'),
      until: asked('until'),
      after: asked('after'),
    };
    const given = Object.fromEntries(Object.entries(sought).filter(([, value]) => value !== ''));
    const [visit, list, subdistricts] = await Promise.all([
      openVisit(request),
      deps.publicList(given),
      deps.communities(),
    ]);
    return sendPage(reply, visit, drawList(visit, { sought, list, subdistricts }), { status: list.ok ? 200 : 422 });
  });

  app.get<{ Params: { number: string } }>('/see/:number', async (request, reply) => {
    const [visit, found] = await Promise.all([openVisit(request), deps.publicRequest(request.params.number)]);
    if (!found) return sendNotFound(reply, visit);
    const notices = await deps.noticesAbout(found.number);
    return sendPage(reply, visit, drawPublicRequest(visit, found, { notices }));
  });

  app.post<{ Params: { number: string } }>('/see/:number/join', async (request, reply) => {
    const form = await readForm(request, deps);
    const { number } = request.params;
    const [commandId, words] = [form.one('commandId'), form.one('words')];
    if (!isUuid(commandId)) return reply.redirect(`/see/${encodeURIComponent(number)}`, 303);
    const joined = await deps.join({ commandId, number, words }, request.ip);
    if (joined.ok) {
      keepReceipt(request, reply, deps, joined.value);
      keepFollowing(request, reply, deps, joined.value);
      return reply.redirect(`/receipt/${joined.value.number}`, 303);
    }
    const [visit, found] = await Promise.all([openVisit(request), deps.publicRequest(number)]);
    if (!found) return sendNotFound(reply, visit);
    const joining = { commandId, words, refused: joined.fields?.['what'] ?? joined };
    const notices = await deps.noticesAbout(found.number);
    return sendPage(reply, visit, drawPublicRequest(visit, found, { notices, joining }), { status: 422 });
  });
}
