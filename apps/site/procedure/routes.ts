import type { FastifyInstance } from 'fastify';
import type { SiteDeps } from '../deps.ts';
import { sendPage } from '../page.ts';
import { sendNotFound } from '../refused.ts';
import type { OpenVisit } from '../visit.ts';
import { languages, type Language } from '../words.ts';
import { drawProcedure, drawProcedures } from './procedure-page.ts';

/** Published procedures (办事流程公开): the page, and its drawing as an image, so that no style inside it reaches the page. */
export function registerProcedure(app: FastifyInstance, deps: SiteDeps, openVisit: OpenVisit): void {
  app.get('/procedures', async (request, reply) => {
    const [visit, procedures] = await Promise.all([openVisit(request), deps.procedures()]);
    return sendPage(reply, visit, drawProcedures(visit, procedures));
  });

  app.get<{ Params: { id: string } }>('/procedures/:id', async (request, reply) => {
    const [visit, procedure] = await Promise.all([openVisit(request), deps.procedure(request.params.id)]);
    return procedure ? sendPage(reply, visit, drawProcedure(visit, procedure)) : sendNotFound(reply, visit);
  });

  app.get<{ Params: { id: string; language: string } }>('/procedures/:id/drawing/:language', async (request, reply) => {
    const { id, language } = request.params;
    const procedure = languages.includes(language as Language) ? await deps.procedure(id) : undefined;
    if (!procedure) return sendNotFound(reply, await openVisit(request));
    return reply
      .type('image/svg+xml')
      .headers({
        'cache-control': 'public, max-age=300',
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
      })
      .send(procedure.svg[language as Language]);
  });
}
