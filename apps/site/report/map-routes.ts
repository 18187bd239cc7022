import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SiteDeps, Subdistrict } from '../deps.ts';
import { sendPage } from '../page.ts';
import { sendNotFound } from '../refused.ts';
import type { SentForm } from '../read-form.ts';
import type { OpenVisit } from '../visit.ts';
import type { Draft } from './draft.ts';
import { drawMapPage, type Mapped } from './map-page.ts';
import { areaAt, drawMap, mapWidths } from './place-map.ts';

type Asked = {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly deps: SiteDeps;
  readonly openVisit: OpenVisit;
  readonly form: SentForm;
  readonly draft: Draft;
};

const KEPT_SECONDS = 300;
const isMapped = (code: string): boolean => /^(\d{6}|\d{9}|\d{12})$/.test(code);

/** What was pressed: a name, or a place on the drawing, in the width at which it was shown. */
async function pressed({ form, deps }: Asked, of: string): Promise<string | undefined> {
  const picked = form.one('pick');
  if (/^\d{9,18}$/.test(picked)) return picked;
  for (const [name, width] of Object.entries(mapWidths)) {
    const [x, y] = [form.one(`${name}.x`), form.one(`${name}.y`)];
    if (x !== '' && y !== '') return areaAt(await deps.areaMap(of), width, [Number(x), Number(y)]) ?? 'beside';
  }
  return undefined;
}

const nameOf = (code: string, subdistricts: readonly Subdistrict[]) =>
  [...subdistricts, ...subdistricts.flatMap(({ communities }) => communities)].find((area) => area.code === code)?.name;

/** The estates and roads in each grid of a community, as people call them. */
const placesBelow = (code: string, subdistricts: readonly Subdistrict[]) =>
  new Map(
    subdistricts
      .flatMap(({ communities }) => communities)
      .filter((community) => community.code === code)
      .flatMap(({ grids = [] }) => grids.map((grid) => [grid.code, grid.addresses] as const)),
  );

/**
 * Shows the map and takes a press on it, level by level: sub-district, community, grid.
 *
 * @returns the draft with its place once a grid, or a whole community, was chosen; nothing when the map was sent
 */
export async function showMap(asked: Asked): Promise<Draft | undefined> {
  const { request, reply, deps, openVisit, draft } = asked;
  const [visit, subdistricts] = await Promise.all([openVisit(request), deps.communities()]);
  const root = (subdistricts[0]?.code ?? '').slice(0, 6);
  const { of } = request.query as Record<string, unknown>;
  const at = typeof of === 'string' && isMapped(of) && of.startsWith(root) ? of : draft.community.slice(0, 9) || root;
  const press = await pressed(asked, at);
  if (press?.length === 15) return { ...draft, community: press.slice(0, 12), grid: press, gridFor: 'map' };
  if (press?.length === 12 && press === at) return { ...draft, community: press, grid: '', gridFor: '' };
  const code = press !== undefined && isMapped(press) && press.startsWith(root) ? press : at;
  const map = await deps.areaMap(code);
  if (map.areas.length === 0 && code.length === 12) return { ...draft, community: code, grid: '', gridFor: '' };
  const name = nameOf(code, subdistricts);
  const mapped: Mapped = {
    code,
    map,
    places: placesBelow(code, subdistricts),
    ...(name ? { name } : {}),
    ...(code.length > 6 ? { up: code.length === 9 ? root : code.slice(0, 9) } : {}),
    ...(press === 'beside' ? { isBeside: true } : {}),
  };
  await sendPage(reply, visit, drawMapPage(visit, draft, mapped), { private: draft.phone !== '' });
  return undefined;
}

/** The drawing by itself; outlines are public. */
export function registerMap(app: FastifyInstance, deps: Pick<SiteDeps, 'areaMap'>, openVisit: OpenVisit): void {
  app.get<{ Params: { code: string } }>('/report/map/:code', async (request, reply) => {
    const { code } = request.params;
    const drawn = isMapped(code) ? drawMap(await deps.areaMap(code)) : undefined;
    if (drawn === undefined) return sendNotFound(reply, await openVisit(request));
    return reply
      .type('image/svg+xml')
      .headers({
        'cache-control': `public, max-age=${KEPT_SECONDS}`,
        'content-security-policy': "default-src 'none'",
      })
      .send(drawn);
  });
}
