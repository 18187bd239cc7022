import { html, type Html, type Part } from '../../../ui/html.ts';
import type { AreaMap, NamedView } from '../deps.ts';
import type { Page } from '../page.ts';
import type { Visit } from '../visit.ts';
import { carried, type Draft } from './draft.ts';
import { mapWidths, numbered, projectionOf } from './place-map.ts';

export type Mapped = {
  /** The area that is shown, and its name; the district has none. */
  readonly code: string;
  readonly name?: NamedView;
  /** The area above it. */
  readonly up?: string;
  readonly map: AreaMap;
  /** What people call the places in an area, by its code. */
  readonly places: ReadonlyMap<string, readonly string[]>;
  /** A press beside all areas. */
  readonly isBeside?: boolean;
};

export const mapAction = (code: string): string => `/report?page=map&of=${code}`;

/** The drawing, which the browser sends back with where it was pressed: no script is needed. */
function drawImage({ say }: Visit, { code, map }: Mapped): Html | false {
  const projection = projectionOf(map);
  if (!projection) return false;
  const image = (name: keyof typeof mapWidths) => {
    const width = mapWidths[name];
    const height = Math.round((projection.height * width) / mapWidths.wide);
    return html`<input
      type="image"
      class="map ${name}"
      name="${name}"
      src="/report/map/${code}"
      width="${width}"
      height="${height}"
      alt="${say('report.map.alt')}"
      tabindex="-1"
    />`;
  };
  return html`<p class="maps">${image('narrow')}${image('wide')}</p>`;
}

/** Choosing the place on a map (地图选点): the drawing for those who see, the same areas as buttons for everybody. */
export function drawMapPage(visit: Visit, draft: Draft, mapped: Mapped): Page {
  const { say, name, language } = visit;
  const { code, up, isBeside, places } = mapped;
  const title = mapped.name ? say('report.map.titleIn', { place: name(mapped.name) }) : say('report.map.title');
  const areas = numbered(mapped.map);
  const button = (value: string, label: Part, kind: string) =>
    html`<button class="${kind}" name="pick" value="${value}">${label}</button>`;
  const placesIn = (area: string) => (places.get(area) ?? []).join(say('procedure.listGlue'));
  const body = html`<p class="step">${say('report.where.title')}</p>
    <h1>${title}</h1>
    ${isBeside && html`<p class="note" role="status">${say('report.map.beside')}</p>`}
    <form id="draft" method="post" action="${mapAction(code)}" enctype="multipart/form-data">
      ${carried(draft, [])}
      <p class="hint">${say('report.map.hint')}</p>
      ${drawImage(visit, mapped)}
      <ul class="areas">
        ${areas.map(
          ({ code: area, n, nameZh, nameEn }) =>
            html`<li>
              ${button(area, html`<span>${n} ${language === 'zh' ? nameZh : nameEn}<small dir="auto">${placesIn(area)}</small></span>`, 'quiet')}
            </li>`,
        )}
      </ul>
      <p class="actions">
        ${code.length === 12 && button(code, say('report.map.whole'), '')}
        ${up !== undefined && html`<button class="quiet" formaction="${mapAction(up)}">${say('report.map.up')}</button>`}
        <button class="quiet" formaction="/report?page=where">${say('report.map.back')}</button>
      </p>
    </form>`;
  return { title, body, switches: { form: 'draft', action: mapAction(code), next: '/report?page=where' } };
}
