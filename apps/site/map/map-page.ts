import { html, type Html } from '../../../ui/html.ts';
import type { Answer, MapOutline, Subdistrict } from '../deps.ts';
import { hidden, option, refusalBox, select, textInput } from '../fields.ts';
import { pathWith, type NamedArea } from '../open/area.ts';
import type { Page } from '../page.ts';
import { categoryKeys } from '../report/draft.ts';
import type { Visit } from '../visit.ts';
import { layMap, type Laid } from './lay-map.ts';

export type MapSought = Readonly<Record<'words' | 'area' | 'category' | 'standing', string>>;
type Shown = {
  readonly sought: MapSought;
  readonly area: NamedArea | undefined;
  readonly counts: Answer<ReadonlyMap<string, number>>;
  readonly outlines: ReadonlyMap<string, MapOutline>;
  readonly subdistricts: readonly Subdistrict[];
};
/** One place on the map: a sub-district, or inside one a community. */
type Spot = { readonly code: string; readonly label: string; readonly n: number; readonly href: string };

const standings = ['open', 'answered', 'settled'] as const;
const SHADES = 4;
/** With more places than this, names would lie over each other. */
const MOST_NAMED = 12;
const NAME_ABOVE = 15;

/** Which shade a number has, from 0 (none) to 4 (the most on this map). */
const shadeOf = (n: number, most: number): number => (n === 0 ? 0 : Math.max(1, Math.ceil((n / most) * SHADES)));

function spotsOf(visit: Visit, { sought, area, subdistricts }: Shown, counts: ReadonlyMap<string, number>) {
  const { words, category, standing } = sought;
  const within = area && subdistricts.find(({ code }) => code === area.code);
  const spot = (code: string, label: string, n: number, href: string): Spot => ({ code, label, n, href });
  if (within)
    return within.communities.map(({ code, name }) =>
      spot(
        code,
        visit.name(name),
        counts.get(code) ?? 0,
        pathWith('/see', { words, community: code, category, standing }),
      ),
    );
  return subdistricts.map(({ code, name, communities }) => {
    const n = communities.reduce((sum, one) => sum + (counts.get(one.code) ?? 0), 0);
    return spot(code, visit.name(name), n, pathWith('/map', { words, area: code, category, standing }));
  });
}

/** A drawing of our own, without tiles of others: each place a link with its number; the same stands below as a list. */
function drawMap({ say }: Visit, spots: readonly Spot[], laid: Laid): Html {
  const most = Math.max(1, ...spots.map(({ n }) => n));
  const isNamed = spots.length <= MOST_NAMED;
  const shapes = new Map(laid.shapes.map((shape) => [shape.code, shape]));
  return html`<svg
    class="map"
    viewBox="-2 -2 ${laid.width + 4} ${laid.height + 4}"
    role="group"
    aria-label="${say('map.drawing')}"
  >
    ${spots.map(({ code, label, n, href }) => {
      const shape = shapes.get(code);
      return (
        shape &&
        html`<a href="${href}" aria-label="${say('map.spot', { label, n })}"
          ><title>${say('map.spot', { label, n })}</title>
          <path d="${shape.d}" class="shade-${shadeOf(n, most)}" />
          ${isNamed && html`<text x="${shape.x}" y="${shape.y - NAME_ABOVE}" class="named">${label}</text> `}
          <text x="${shape.x}" y="${isNamed ? shape.y + NAME_ABOVE : shape.y}">${n}</text></a
        >`
      );
    })}
  </svg>`;
}

/** The public map (公开地图): how many public requests lie where, by words, kind and standing. */
export function drawMapPage(visit: Visit, shown: Shown): Page {
  const { say, name } = visit;
  const { sought, area, counts, outlines } = shown;
  const spots = counts.ok ? spotsOf(visit, shown, counts.value) : [];
  const laid = layMap(
    spots.map(({ code }) => {
      const own = outlines.get(code);
      const inside = [...outlines].flatMap(([of, outline]) => (of.startsWith(code) ? [outline] : []));
      return { code, outlines: own ? [own] : inside };
    }),
  );
  const all = spots.reduce((sum, { n }) => sum + n, 0);
  const title = say('map.title', { area: name(area?.name ?? visit.district) });
  const kinds = Object.entries(categoryKeys);
  const body = html`${!counts.ok && refusalBox(visit, counts, 'field.notFound')}
    <h1>${title}</h1>
    <p>${say('see.intro')}</p>
    <form method="get" action="/map" role="search">
      ${sought.area !== '' && hidden('area', sought.area)}
      ${textInput(visit, { name: 'words', label: say('see.words'), value: sought.words, attributes: html` type="search"` })}
      ${select(visit, {
        name: 'category',
        label: say('see.category'),
        options: html`${option('', say('see.categoryAll'), sought.category)}${kinds.map(([value, key]) => option(value, say(key), sought.category))}`,
      })}
      ${select(visit, {
        name: 'standing',
        label: say('see.standing'),
        options: html`${option('', say('see.standingAll'), sought.standing)}${standings.map((value) => option(value, say(`see.standings.${value}`), sought.standing))}`,
      })}
      <p class="actions"><button>${say('see.search')}</button></p>
    </form>
    ${area && html`<p><a href="${pathWith('/map', { ...sought, area: '' })}">${say('map.whole')}</a></p>`}
    ${counts.ok && html`<p role="status">${say(area ? 'map.ofCommunities' : 'map.ofSubdistricts', { n: all })}</p>`}
    ${spots.length > 0 && drawMap(visit, spots, laid)}
    ${spots.length > 0 && !laid.isTrue && html`<p class="hint">${say('map.inOrder')}</p>`}
    ${
      spots.length > 0 &&
      html`<h2>${say('map.list')}</h2>
        <ul class="figures">
          ${spots.map(
            ({ label, n, href }) =>
              html`<li>
                <a href="${href}">${label} <b>${n}</b></a>
              </li>`,
          )}
        </ul>`
    }
    <p>
      <a
        href="${pathWith('/see', { words: sought.words, community: sought.area, category: sought.category, standing: sought.standing })}"
        >${say('map.asList')}</a
      >
    </p>`;
  return { title, body, switches: { back: pathWith('/map', sought) } };
}
