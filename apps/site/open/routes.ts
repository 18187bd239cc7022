import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { keptAsFeed } from '../compress.ts';
import type { OpenFile, SiteDeps } from '../deps.ts';
import { sendPage } from '../page.ts';
import { sendNotFound } from '../refused.ts';
import type { OpenVisit } from '../visit.ts';
import { askedOf, findNamedArea } from './area.ts';
import { writeAtom } from './atom.ts';
import { drawCommunity } from './community-page.ts';
import { drawFiguresPage } from './figures-page.ts';
import { drawOpenData } from './open-data-page.ts';

const FEED_LENGTH = 50;
const RESULTS_ON_PAGE = 6;
const mediaTypes: Readonly<Record<OpenFile, string>> = {
  'requests.csv': 'text/csv; charset=utf-8; header=present',
  'requests.geojson': 'application/geo+json; charset=utf-8',
  'figures.csv': 'text/csv; charset=utf-8; header=present',
};

/**
 * Figures, communities, open data and feeds (公开): `/figures`, `/communities/CODE`, `/open-data` with its files, and
 * `/feeds/results.atom`. For anyone.
 */
export function registerOpen(app: FastifyInstance, deps: SiteDeps, openVisit: OpenVisit): void {
  const whereWhen = ({ query }: FastifyRequest) => ({
    area: askedOf(query, 'area'),
    from: askedOf(query, 'from'),
    until: askedOf(query, 'until'),
  });
  const isPublic = (reply: FastifyReply) =>
    reply.headers({ 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' });

  app.get('/figures', async (request, reply) => {
    const asked = whereWhen(request);
    const [visit, subdistricts, counted] = await Promise.all([
      openVisit(request),
      deps.communities(),
      deps.figures(asked),
    ]);
    const area = findNamedArea(asked.area, subdistricts);
    const shown = { area, asked, counted, subdistricts };
    return sendPage(reply, visit, drawFiguresPage(visit, shown), { status: counted.ok ? 200 : 422 });
  });

  app.get<{ Params: { code: string } }>('/communities/:code', async (request, reply) => {
    const { code } = request.params;
    const [visit, subdistricts] = await Promise.all([openVisit(request), deps.communities()]);
    const community = findNamedArea(code, subdistricts);
    if (!community?.within) return sendNotFound(reply, visit);
    const { from, until } = whereWhen(request);
    const [counted, results, board] = await Promise.all([
      deps.figures({ area: code, from, until }),
      deps.recentAnswers({ area: code, limit: RESULTS_ON_PAGE }),
      deps.board(code),
    ]);
    return sendPage(reply, visit, drawCommunity(visit, { community, counted, results, board }));
  });

  app.get('/open-data', async (request, reply) => {
    const asked = whereWhen(request);
    const [visit, subdistricts, days] = await Promise.all([openVisit(request), deps.communities(), deps.days(asked)]);
    const page = drawOpenData(visit, { asked, days, subdistricts, openKey: deps.openKey });
    return sendPage(reply, visit, page, { status: days.ok ? 200 : 422 });
  });

  app.get('/open-data/datapackage.json', async (request, reply) =>
    isPublic(reply).send(await deps.describeOpenData(`${request.protocol}://${request.host}`)),
  );
  for (const file of Object.keys(mediaTypes) as OpenFile[])
    app.get(`/open-data/${file}`, async (request, reply) => {
      const forExcel = ['1', 'true'].includes(askedOf(request.query, 'bom'));
      const opened = await deps.openFile(file, { ...whereWhen(request), forExcel });
      void isPublic(reply);
      if (!opened.ok) {
        const { code, message } = opened;
        return reply.code(code === 'area.not_found' ? 404 : 400).send({ code, message });
      }
      return reply
        .type(mediaTypes[file])
        .headers({ 'content-disposition': `attachment; filename="linli-${file}"`, 'cache-control': 'no-cache' })
        .send(Readable.from(opened.value));
    });

  app.get('/feeds/results.atom', async (request, reply) => {
    const [area, category] = [askedOf(request.query, 'area'), askedOf(request.query, 'category')];
    const [visit, subdistricts] = await Promise.all([openVisit(request), deps.communities()]);
    const named = findNamedArea(area, subdistricts);
    if (area !== '' && !named) return sendNotFound(reply, visit);
    const results = await deps.recentAnswers({ area, category, limit: FEED_LENGTH });
    const title = visit.say('community.feedTitle', { area: visit.name(named?.name ?? visit.district) });
    const feed = {
      title,
      path: request.url,
      base: `${request.protocol}://${request.host}`,
      results,
      now: deps.now(),
    };
    return isPublic(reply).type('application/atom+xml; charset=utf-8').headers(keptAsFeed).send(writeAtom(visit, feed));
  });
}
