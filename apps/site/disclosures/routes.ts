import type { FastifyInstance } from 'fastify';
import { keptAsFeed } from '../compress.ts';
import type { SiteDeps } from '../deps.ts';
import { askedOf, findNamedArea, pathWith } from '../open/area.ts';
import { sendPage } from '../page.ts';
import { isUuid, readForm } from '../read-form.ts';
import { sendNotFound } from '../refused.ts';
import type { OpenVisit } from '../visit.ts';
import { writeDisclosureFeed } from './feed.ts';
import { drawDisclosure } from './one-page.ts';
import { drawDisclosures } from './list-page.ts';

const endings: Readonly<Record<string, string>> = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg' };

/**
 * What a community discloses (公开栏): `/communities/CODE/disclosures`, one entry with its history, its file, and
 * `/feeds/disclosures.atom`. For anyone.
 */
export function registerDisclosures(app: FastifyInstance, deps: SiteDeps, openVisit: OpenVisit): void {
  const findCommunity = async (code: string) => {
    const community = findNamedArea(code, await deps.communities());
    return community?.within ? community : undefined;
  };

  app.get<{ Params: { code: string } }>('/communities/:code/disclosures', async (request, reply) => {
    const { code } = request.params;
    const [visit, community] = await Promise.all([openVisit(request), findCommunity(code)]);
    if (!community) return sendNotFound(reply, visit);
    const after = askedOf(request.query, 'after');
    const shown = await deps.disclosures(code, after);
    return sendPage(reply, visit, drawDisclosures(visit, { community, shown, after }));
  });

  app.get<{ Params: { code: string; id: string } }>('/communities/:code/disclosures/:id', async (request, reply) => {
    const { code, id } = request.params;
    const [visit, community, shown] = await Promise.all([
      openVisit(request),
      findCommunity(code),
      deps.disclosure(code, id),
    ]);
    if (!community || !shown) return sendNotFound(reply, visit);
    const asked = askedOf(request.query, 'asked');
    return sendPage(reply, visit, drawDisclosure(visit, { community, ...shown, asked }));
  });

  app.post<{ Params: { code: string; id: string } }>(
    '/communities/:code/disclosures/:id/questions',
    async (request, reply) => {
      const { code, id } = request.params;
      const form = await readForm(request, deps);
      const [commandId, what] = [form.one('commandId'), form.one('what')];
      const [visit, community, shown] = await Promise.all([
        openVisit(request),
        findCommunity(code),
        deps.disclosure(code, id),
      ]);
      if (!community || !shown?.questions) return sendNotFound(reply, visit);
      const path = `/communities/${code}/disclosures/${id}`;
      if (!isUuid(commandId)) return reply.redirect(`${path}#questions`, 303);
      const asked = await deps.askUnderNotice({ commandId, code, noticeId: id, what }, request.ip);
      if (asked.ok) return reply.redirect(`${pathWith(path, { asked: asked.value.number })}#questions`, 303);
      const refused = asked.fields?.['what'] ?? asked;
      const asking = { commandId, what, refused };
      return sendPage(reply, visit, drawDisclosure(visit, { community, ...shown, asking }), { status: 422 });
    },
  );

  // Saved, never shown inside the site: what stands in a file of others runs nowhere near it.
  app.get<{ Params: { code: string; id: string } }>(
    '/communities/:code/disclosures/files/:id',
    async (request, reply) => {
      const { code, id } = request.params;
      const file = await deps.disclosureFile(code, id);
      if (!file) return sendNotFound(reply, await openVisit(request));
      const name = `disclosure-${code}-${id.slice(-6)}.${endings[file.mediaType] ?? 'bin'}`;
      return reply
        .type(file.mediaType)
        .headers({
          'content-disposition': `attachment; filename="${name}"`,
          'content-security-policy': "default-src 'none'; sandbox",
          'cache-control': 'public, max-age=86400, immutable',
        })
        .send(file.bytes);
    },
  );

  app.get('/feeds/disclosures.atom', async (request, reply) => {
    const area = askedOf(request.query, 'area');
    const [visit, community] = await Promise.all([openVisit(request), findCommunity(area)]);
    if (area !== '' && !community) return sendNotFound(reply, visit);
    const feed = {
      title: visit.say('disclosures.feedTitle', { area: visit.name(community?.name ?? visit.district) }),
      path: pathWith('/feeds/disclosures.atom', { area }),
      base: `${request.protocol}://${request.host}`,
      entries: await deps.recentDisclosures(area),
      now: deps.now(),
    };
    return reply
      .headers({ 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' })
      .type('application/atom+xml; charset=utf-8')
      .headers(keptAsFeed)
      .send(writeDisclosureFeed(visit, feed));
  });
}
