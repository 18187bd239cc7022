import type { FastifyInstance } from 'fastify';
import type { SiteDeps } from '../deps.ts';
import { askedOf, findNamedArea } from '../open/area.ts';
import { sendPage } from '../page.ts';
import { sendNotFound } from '../refused.ts';
import type { OpenVisit } from '../visit.ts';
import { drawMapPage } from './map-page.ts';

const MOST_WORDS = 50;

/** The public map (公开地图): `/map`, of the district or with `area` of one sub-district. For anyone. */
export function registerMap(app: FastifyInstance, deps: SiteDeps, openVisit: OpenVisit): void {
  app.get('/map', async (request, reply) => {
    const asked = (name: string): string => askedOf(request.query, name);
    const sought = {
      words: [...asked('words')].slice(0, MOST_WORDS).join(''),
      area: asked('area'),
      category: asked('category'),
      standing: asked('standing'),
    };
    const { area: community, ...rest } = sought;
    const given = Object.fromEntries(Object.entries({ ...rest, community }).filter(([, value]) => value !== ''));
    const [visit, subdistricts, counts] = await Promise.all([
      openVisit(request),
      deps.communities(),
      deps.publicCounts(given),
    ]);
    const area = findNamedArea(community, subdistricts);
    if (community !== '' && (!area || area.within)) return sendNotFound(reply, visit);
    const own = area ? new Map() : await deps.outlines('', 'subdistrict');
    const outlines = own.size > 0 ? own : await deps.outlines(community, 'community');
    const page = drawMapPage(visit, { sought, area, counts, outlines, subdistricts });
    return sendPage(reply, visit, page, { status: counts.ok ? 200 : 422 });
  });
}
